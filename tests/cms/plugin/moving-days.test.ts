import { describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';

const { moveDay } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/preparation/move-day')>('preparation/move-day');

describe('a day that a text names', () => {
  it.each([
    ['Situation au 30/06/2023', 'Situation au 30/09/2023'],
    ['Situation au 30.6.2023', 'Situation au 30.9.2023'],
    ['2023-06-30', '2023-09-30'],
    ['Situation au 30 juin 2023', 'Situation au 30 septembre 2023'],
    ['SITUATION AU 30 JUIN 2023', 'SITUATION AU 30 SEPTEMBRE 2023'],
    ['Chiffres de juin 2023', 'Chiffres de septembre 2023'],
    ['As at 30 June 2023', 'As at 30 September 2023'],
    ['As of June 30th, 2023', 'As of September 30th, 2023'],
    ['إلى غاية 30 يونيو 2023', 'إلى غاية 30 شتنبر 2023'],
    ['إلى غاية ٣٠ يونيو ٢٠٢٣', 'إلى غاية ٣٠ شتنبر ٢٠٢٣'],
    ['في 30 حزيران 2023', 'في 30 أيلول 2023'],
    ['Du 15 juin 2023 au 130/06/2023', 'Du 15 juin 2023 au 130/06/2023'],
    ['Prêts de 2023', 'Prêts de 2023'],
  ])('is moved on: “%s”', (text, moved) => {
    expect(moveDay(text, '2023-06-30', '2023-09-30')).toBe(moved);
  });

  it.each([
    ['Situation d’avril 2023', '2023-04-01', '2023-07-01', 'Situation de juillet 2023'],
    ['Situation de juillet 2023', '2023-07-01', '2023-10-01', 'Situation d’octobre 2023'],
    ['Au 1er avril 2023', '2023-04-01', '2023-07-01', 'Au 1er juillet 2023'],
    ['Au 31 mars 2023', '2023-03-31', '2023-06-30', 'Au 30 juin 2023'],
    ['1st April 2023', '2023-04-01', '2023-07-03', '3rd July 2023'],
  ])('“%s” from %s to %s', (text, from, to, moved) => {
    expect(moveDay(text, from, to)).toBe(moved);
  });
});
