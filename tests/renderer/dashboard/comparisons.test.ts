import { describe, expect, it } from 'vitest';
import { halfYear, halfYearBefore, tileOf, years } from './a-dashboard';

describe('a stock, an amount at a day', () => {
  it('is compared with the amount at the previous date, whether a full year or not', async () => {
    const tile = await tileOf([...years, halfYear], { values: [90, 100, 110], measure: 'stock' });
    expect(tile).toBe('Prêts 110 ▲ +10,0 % en hausse par rapport au 31 décembre 2022');
  });

  it('skips a date without a value, and names the date it is compared with', async () => {
    const tile = await tileOf([...years, halfYear], { values: [100, null, 90], measure: 'stock' });
    expect(tile).toBe('Prêts 90 ▼ −10,0 % en baisse par rapport au 31 décembre 2021');
  });
});

describe('a flow, an amount over a period', () => {
  it('of a full year is compared with the previous full year', async () => {
    const tile = await tileOf(years, { values: [200, 211.8], measure: 'flow' });
    expect(tile).toBe('Prêts 211,8 ▲ +5,9 % en hausse par rapport à 2021');
  });

  it('is the default for an indicator', async () => {
    expect(await tileOf([...years, halfYear], { values: [90, 100, 110] })).not.toContain('+');
  });

  it('of part of a year is never compared with a full year: the tile shows both and says why', async () => {
    const tile = await tileOf([...years, halfYear], { values: [190, 200, 100], measure: 'flow' });
    expect(tile).toBe(
      'Prêts 100 Période partielle, arrêtée au 30 juin 2023, sans comparaison avec une période complète (2022 : 200).',
    );
  });

  it('of part of a year is compared with the same part of an earlier year, skipping the full year between them', async () => {
    const [, whole] = years;
    const tile = await tileOf([halfYearBefore, whole!, halfYear], { values: [80, 200, 100] });
    expect(tile).toBe('Prêts 100 ▲ +25,0 % en hausse par rapport à la même période, arrêtée au 30 juin 2022');
  });

  it('is not compared with a part of a different length', async () => {
    const quarter = { label: '31/03/2022', end: '2022-03-31', partial: true };
    const tile = await tileOf([quarter, halfYear], { values: [80, 100] });
    expect(tile).toBe('Prêts 100 Période partielle, arrêtée au 30 juin 2023.');
  });

  it('of a full year is not compared with part of the previous one', async () => {
    const tile = await tileOf([halfYearBefore, { label: '2023', end: '2023-12-31' }], { values: [80, 200] });
    expect(tile).toBe('Prêts 200');
  });
});

describe('a percentage', () => {
  it.each([
    [[11, 11.8], 2, '11,80 % ▲ +0,80 point en hausse'],
    [[4.86, 0.41], 2, '0,41 % ▼ −4,45 points en baisse'],
    [[226, 172], 0, '172 % ▼ −54 points en baisse'],
  ])('changes in points, not in per cent: %j', async (values, decimals, said) => {
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

describe('where a percentage would say nothing', () => {
  it('a change from zero is stated as a number', async () => {
    expect(await tileOf(years, { values: [0, 12] })).toBe('Prêts 12 ▲ +12 en hausse par rapport à 2021');
  });

  it('so is a change from a loss', async () => {
    expect(await tileOf(years, { values: [-50, 30] })).toBe('Prêts 30 ▲ +80 en hausse par rapport à 2021');
  });

  it('a fall to zero is minus a hundred per cent', async () => {
    expect(await tileOf(years, { values: [48, 0] })).toBe('Prêts 0 ▼ −100,0 % en baisse par rapport à 2021');
  });

  it.each([[[100, 100]], [[0, 0]], [[1_000_000, 1_000_001]]])('%j is stable', async (values) => {
    expect(await tileOf(years, { values })).toMatch(/ = stable par rapport à 2021$/);
  });
});

describe('a missing value', () => {
  it('is a dash with text for screen readers, never a zero, and the last known figure is named', async () => {
    expect(await tileOf([...years, halfYear], { values: [90, 100, null], measure: 'stock' })).toBe(
      'Prêts – Dernier chiffre connu : 100 (2022).',
    );
  });

  it('is all that is shown if no period has a value', async () => {
    expect(await tileOf(years, { values: [null, null] })).toBe('Prêts – non disponible');
  });

  it('leaves a single known figure without a comparison', async () => {
    expect(await tileOf(years, { values: [null, 7] })).toBe('Prêts 7');
  });
});
