import { describe, expect, it } from 'vitest';
import { halfYear, halfYearBefore, tileOf, years } from './a-dashboard';

describe('a stock, an amount at a day', () => {
  it('compares with the amount at the day before it, whole year or not', async () => {
    const tile = await tileOf([...years, halfYear], { values: [90, 100, 110], measure: 'stock' });
    expect(tile).toBe('Prêts 110 ▲ +10,0 % en hausse par rapport au 31 décembre 2022');
  });

  it('passes over a day without a value, and names the day it takes', async () => {
    const tile = await tileOf([...years, halfYear], { values: [100, null, 90], measure: 'stock' });
    expect(tile).toBe('Prêts 90 ▼ −10,0 % en baisse par rapport au 31 décembre 2021');
  });
});

describe('a flow, an amount over a period', () => {
  it('compares a whole year with the whole year before it', async () => {
    const tile = await tileOf(years, { values: [200, 211.8], measure: 'flow' });
    expect(tile).toBe('Prêts 212 ▲ +5,9 % en hausse par rapport à 2021');
  });

  it('is what an indicator is taken for unless it says otherwise', async () => {
    expect(await tileOf([...years, halfYear], { values: [90, 100, 110] })).not.toContain('+');
  });

  it('never weighs part of a year against a whole one: it tells both and says why', async () => {
    const tile = await tileOf([...years, halfYear], { values: [190, 200, 100], measure: 'flow' });
    expect(tile).toBe(
      'Prêts 100 Période partielle, arrêtée au 30 juin 2023, sans comparaison avec une période complète (2022 : 200).',
    );
  });

  it('compares part of a year with the same part of another, past the whole year between them', async () => {
    const [, whole] = years;
    const tile = await tileOf([halfYearBefore, whole!, halfYear], { values: [80, 200, 100] });
    expect(tile).toBe('Prêts 100 ▲ +25,0 % en hausse par rapport à la même période, arrêtée au 30 juin 2022');
  });

  it('does not take parts of different length for the same', async () => {
    const quarter = { label: '31/03/2022', end: '2022-03-31', partial: true };
    const tile = await tileOf([quarter, halfYear], { values: [80, 100] });
    expect(tile).toBe('Prêts 100 Période partielle, arrêtée au 30 juin 2023.');
  });

  it('does not compare a whole year with a part of the one before', async () => {
    const tile = await tileOf([halfYearBefore, { label: '2023', end: '2023-12-31' }], { values: [80, 200] });
    expect(tile).toBe('Prêts 200');
  });
});

describe('a percentage', () => {
  it.each([
    [[11, 11.8], 2, '11,80 % ▲ +0,80 point en hausse'],
    [[4.86, 0.41], 2, '0,41 % ▼ −4,45 points en baisse'],
    [[226, 172], 0, '172 % ▼ −54 points en baisse'],
  ])('changes by points, not by per cent: %j', async (values, decimals, said) => {
    const tile = await tileOf(years, { values, decimals, unit: 'percent' });
    expect(tile).toBe(`Prêts ${said} par rapport à 2021`);
  });

  it.each([
    ['en', '+0.80 percentage points up on 2021'],
    ['ar', '+0,80 نقطة مئوية ارتفاع مقارنة مع 2021'],
  ] as const)('says so in %s', async (language, said) => {
    const values = [11, 11.8];
    expect(await tileOf(years, { values, decimals: 2, unit: 'percent' }, language)).toContain(said);
  });
});

describe('what no per cent can say', () => {
  it('a change from nothing is told in figures', async () => {
    expect(await tileOf(years, { values: [0, 12] })).toBe('Prêts 12 ▲ +12 en hausse par rapport à 2021');
  });

  it('a change from a loss too', async () => {
    expect(await tileOf(years, { values: [-50, 30] })).toBe('Prêts 30 ▲ +80 en hausse par rapport à 2021');
  });

  it('a fall to nothing is minus a hundred', async () => {
    expect(await tileOf(years, { values: [48, 0] })).toBe('Prêts 0 ▼ −100,0 % en baisse par rapport à 2021');
  });

  it.each([[[100, 100]], [[0, 0]], [[1_000_000, 1_000_001]]])('%j is stable', async (values) => {
    expect(await tileOf(years, { values })).toMatch(/ = stable par rapport à 2021$/);
  });
});

describe('a missing value', () => {
  it('is a dash with words for those who cannot see it, never a zero, and the last known figure is named', async () => {
    expect(await tileOf([...years, halfYear], { values: [90, 100, null], measure: 'stock' })).toBe(
      'Prêts – Dernier chiffre connu : 100 (2022).',
    );
  });

  it('is all there is to say when no period has one', async () => {
    expect(await tileOf(years, { values: [null, null] })).toBe('Prêts – non disponible');
  });

  it('leaves a single known figure without a comparison', async () => {
    expect(await tileOf(years, { values: [null, 7] })).toBe('Prêts 7');
  });
});
