import { describe, expect, it } from 'vitest';
import { readAgenda } from '../../../cms/plugin/admin/src/model/read-agenda';

const near = '2023-08-01';
const read = (line: string) => {
  const [entry] = readAgenda(line, near);
  if (entry === undefined) return null;
  const { startDate, endDate, title, place } = entry;
  return [startDate, endDate, title, place];
};

describe('a list of dates, as people write it', () => {
  it.each<[line: string, start: string | null, end: string | null, title: string, place: string | null]>([
    ['12 septembre 2023 : Forum des femmes, Rabat', '2023-09-12', null, 'Forum des femmes', 'Rabat'],
    [
      '- Le mardi 12 septembre 2023 – Forum des femmes – Rabat',
      '2023-09-12',
      null,
      'Forum des femmes',
      'Rabat',
    ],
    ['Du 12 au 14 septembre 2023 : Salon, Agadir', '2023-09-12', '2023-09-14', 'Salon', 'Agadir'],
    ['30 août au 2 septembre 2023 : Caravane (Fès)', '2023-08-30', '2023-09-02', 'Caravane', 'Fès'],
    ['1er octobre : Journée du client', '2023-10-01', null, 'Journée du client', null],
    [
      '15 décembre 2023 à 9 h 30 : Conseil d’administration',
      '2023-12-15',
      null,
      '9 h 30 : Conseil d’administration',
      null,
    ],
    ['15 janvier : Vœux, Casablanca', '2024-01-15', null, 'Vœux', 'Casablanca'],
    ['12/09/2023\tForum des femmes\tRabat', '2023-09-12', null, 'Forum des femmes', 'Rabat'],
    ['Forum des femmes – Rabat – 12/09/2023', '2023-09-12', null, 'Forum des femmes', 'Rabat'],
    ['12/09 : Forum', '2023-09-12', null, 'Forum', null],
    ['2023-09-12 Forum des femmes', '2023-09-12', null, 'Forum des femmes', null],
    ['12/09/2023 - 14/09/2023 : Salon', '2023-09-12', '2023-09-14', 'Salon', null],
    ['September 12, 2023: Women’s forum, Rabat', '2023-09-12', null, 'Women’s forum', 'Rabat'],
    ['September 12-14, 2023: Fair (Agadir)', '2023-09-12', '2023-09-14', 'Fair', 'Agadir'],
    ['Tuesday 12th September: Fair', '2023-09-12', null, 'Fair', null],
    ['12 شتنبر 2023: منتدى النساء، الرباط', '2023-09-12', null, 'منتدى النساء', 'الرباط'],
    ['من ١٢ إلى ١٤ شتنبر ٢٠٢٣: المعرض، أكادير', '2023-09-12', '2023-09-14', 'المعرض', 'أكادير'],
    ['يوم الثلاثاء 12 سبتمبر: المعرض', '2023-09-12', null, 'المعرض', null],
    ['Forum des femmes, Rabat', null, null, 'Forum des femmes', 'Rabat'],
    ['Les 12 travaux du marché', null, null, 'Les 12 travaux du marché', null],
    ['31 février 2023 : Rien', null, null, '31 février 2023 : Rien', null],
  ])('%s', (line, ...entry) => {
    expect(read(line)).toEqual(entry);
  });

  it('is one entry for each line with something in it, with an address where one is written', () => {
    const list = '\n1) 12 septembre 2023 : Forum https://a.example/forum\n\n2) 3 octobre 2023 : Salon, Fès\n';
    expect(readAgenda(list, near)).toEqual([
      { title: 'Forum', startDate: '2023-09-12', endDate: null, place: null, url: 'https://a.example/forum' },
      { title: 'Salon', startDate: '2023-10-03', endDate: null, place: 'Fès', url: null },
    ]);
  });

  it('is read quickly, whatever is pasted', () => {
    const began = performance.now();
    for (const line of [
      '12 '.repeat(3_000),
      '12/'.repeat(3_000),
      ', a'.repeat(3_000),
      'du le '.repeat(2_000),
    ])
      readAgenda(line, near);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
