import { describe, expect, it } from 'vitest';
import { numberStyle, readFigure } from '../../../cms/plugin/admin/src/model/figure-text';
import { surpriseAt } from '../../../cms/plugin/admin/src/model/habit';
import { readDay, showDay } from '../../../cms/plugin/admin/src/model/read-day';
import { emptyRow } from '../../../cms/plugin/admin/src/model/sheet';
import { readSheet, writeSheet } from '../../../cms/plugin/admin/src/model/stored-sheet';
import {
  languageOf,
  missingIn,
  textsIn,
  withTexts,
} from '../../../cms/plugin/admin/src/model/translations-of';
import { amanews242 } from '../../support/issue';

describe('a day that is typed or pasted', () => {
  it.each([
    ['30/09/2023', '2023-09-30'],
    ['30.9.23', '2023-09-30'],
    ['30 09 2023', '2023-09-30'],
    ['2023-09-30', '2023-09-30'],
    ['2023-09-30T00:00:00', '2023-09-30'],
    ['9/30/2023', '2023-09-30'],
    ['٣٠/٠٩/٢٠٢٣', '2023-09-30'],
    ['30 septembre 2023', '2023-09-30'],
    ['1er août 2023', '2023-08-01'],
    ['30-sept-23', '2023-09-30'],
    ['Sep 30, 2023', '2023-09-30'],
    ['30 June 2023', '2023-06-30'],
    ['31 mars 2024', '2024-03-31'],
    ['٣٠ شتنبر ٢٠٢٣', '2023-09-30'],
    ['31 تشرين الأول 2023', '2023-10-31'],
    ['31/09/2023', null],
    ['2023', null],
    ['fin septembre', null],
  ])('“%s” is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('is shown in figures', () => {
    expect([showDay('2023-09-30'), showDay('bientôt'), showDay(null)]).toEqual(['30/09/2023', 'bientôt', '']);
  });
});

describe('a figure that lacks', () => {
  it.each(['n.d.', 'n. d.', 'N/A', 'n/a', 'nc', '–', '…', 'غ.م', 'غ م', 'غير متوفر'])(
    'may be written “%s”',
    (text) => {
      expect(readFigure(text, numberStyle('fr'))).toBeNull();
    },
  );
});

describe('a figure that leaves the habit of its row', () => {
  const ask = (values: (number | null)[], at: number, unit = 'count', sure: number[] = []) =>
    surpriseAt({ values, unit, sure }, at);

  it('is asked about: ten times as great, another sign, more than all of it', () => {
    expect(ask([2236, 2219, 22050], 2)).toEqual({ kind: 'greater', times: 10 });
    expect(ask([2236, 2219, 221], 2)).toEqual({ kind: 'smaller', times: 10 });
    expect(ask([2236, 2219, -2205], 2)).toEqual({ kind: 'sign' });
    expect(ask([12, -8, -200], 2, 'percent')).toEqual({ kind: 'below-all' });
  });

  it('is not where a person has said that it is right, nor where there is no habit yet', () => {
    expect(ask([2236, 2219, 22050], 2, 'count', [22050])).toBeNull();
    expect(ask([2236, null, 22050], 2)).toBeNull();
    expect(ask([514, 239, 0], 2)).toBeNull();
  });

  it('is in N° 242 the one of its kind', () => {
    const section = amanews242('fr').sections.find(({ type }) => type === 'dashboard');
    const sheet = readSheet((section as { dashboard: unknown }).dashboard);
    const asked = sheet.groups.flatMap(({ rows: indicators }) =>
      indicators.flatMap((row) => row.values.flatMap((value, at) => (surpriseAt(row, at) ? [value] : []))),
    );
    expect(asked).toEqual([0.41]);
  });

  it('is remembered as right as long as it stands in its row', () => {
    const row = { ...emptyRow(2), label: 'Clients', values: [1, 30], sure: [30, 99] };
    const [group] = readSheet({ periods: [{}, {}], groups: [{ indicators: [] }] }).groups;
    const sheet = { ...readSheet(null), groups: [{ ...group, rows: [row] }] };
    expect(writeSheet(sheet as never)).toMatchObject({ groups: [{ indicators: [{ sure: [30] }] }] });
  });
});

describe('the texts of a dashboard in another language', () => {
  const sheet = readSheet({
    periods: [
      { label: '2022', end: '2022-12-31' },
      { label: 'Juin 2023', end: '2023-06-30' },
    ],
    groups: [{ title: 'Activité', indicators: [{ label: 'Clients', values: [1, 2] }] }],
  });

  it('are those with letters, and go back to their places', () => {
    const texts = textsIn(sheet, 'Situation', 'ar');
    expect(texts.map(({ of, base }) => [of, base])).toEqual([
      ['title', 'Situation'],
      ['period', 'Juin 2023'],
      ['group', 'Activité'],
      ['row', 'Clients'],
    ]);
    const written = withTexts(
      sheet,
      'Situation',
      'fr',
      'ar',
      texts.map((row, at) => ({ ...row, text: ['الوضعية', '', 'النشاط', 'الزبناء'][at] ?? '' })),
    );
    expect(written).toMatchObject({
      ...{ language: 'fr', titles: { ar: 'الوضعية' } },
      periods: [{ labels: {} }, { labels: {} }],
      groups: [{ titles: { ar: 'النشاط' }, rows: [{ labels: { ar: 'الزبناء' } }] }],
    });
    expect(missingIn(written, 'Situation', 'ar')).toBe(1);
  });

  it('are taken to be in the language that their letters suggest', () => {
    expect([languageOf(sheet, 'fr'), languageOf(sheet, 'en')]).toEqual(['fr', 'en']);
    const arabic = readSheet({ groups: [{ title: 'النشاط', indicators: [] }] });
    expect(languageOf(arabic, 'fr')).toBe('ar');
    // Nobody who reads Arabic has written these; where nothing is written, it is their own.
    expect([languageOf(sheet, 'ar'), languageOf(readSheet({ groups: [] }), 'ar')]).toEqual(['fr', 'ar']);
  });
});
