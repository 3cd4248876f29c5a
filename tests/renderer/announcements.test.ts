import {
  findingText,
  languages,
  parseIssue,
  renderIssue,
  type Finding,
  type IssueInput,
} from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { amanews242, anIssue } from '../support/issue';
import { periods } from './announced-periods';
import { numbers, type Field, type Wording } from './announcements';

const announcing = ['other-number', 'other-period'];

async function announced(issue: IssueInput): Promise<Finding[]> {
  const { findings } = await renderIssue(parseIssue(issue));
  return findings.filter(({ rule }) => announcing.includes(rule));
}

function worded(field: Field, text: string, changes: Partial<IssueInput['masthead']>): IssueInput {
  const { masthead } = anIssue();
  const base = {
    title: 'AMANEWS',
    number: 242,
    period: { label: 'x', from: '2023-05-01', to: '2023-07-31' },
    publicationDate: '2023-07-31',
    subject: 'Les nouvelles de la maison',
    brand: { ...masthead.brand, name: 'Al Amana Microfinance' },
    ...changes,
  };
  const plain = { ...base, period: { ...base.period, label: 'x' } };
  return anIssue({
    masthead:
      field === 'label'
        ? { ...plain, period: { ...plain.period, label: text } }
        : { ...plain, [field]: text },
  });
}

const place = { subject: 'masthead.subject', title: 'masthead.title', preheader: 'masthead.preheader' };

describe.each<[rule: string, wordings: Wording[]]>([
  ['other-number', numbers],
  ['other-period', periods],
])('%s', (rule, wordings) => {
  it.each(
    wordings.map(([text, verdict, field = 'subject', changes = {}]) => ({ text, verdict, field, changes })),
  )('$field “$text”: $verdict', async ({ text, verdict, field, changes }) => {
    const findings = (await announced(worded(field, text, changes))).filter((one) => one.rule === rule);
    const at = field === 'label' ? 'masthead.period.label' : place[field];
    expect(findings.map((one) => [one.severity, one.place])).toEqual(
      verdict === 'none' ? [] : [[verdict, at]],
    );
  });
});

describe('an issue that announces itself rightly has no finding', () => {
  it.each(languages)('N° 242 as it was printed or translated: %s', async (language) => {
    expect(await announced(amanews242(language))).toEqual([]);
  });

  const signs = [
    'N° {n}',
    'N°\u00a0{n}',
    'numéro {n}',
    'No. {n}',
    'Issue {n}',
    '#{n}',
    'العدد {n}',
    'العدد رقم {n}',
  ];
  const digits = (text: string, zero: number) =>
    text.replaceAll(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
  const zeros = { ASCII: 0x30, 'Arabic-Indic': 0x660, Persian: 0x6f0 };

  it.each(Object.entries(zeros))('and one with any other number an error, in %s digits', async (_, zero) => {
    for (const sign of signs)
      for (const [number, named] of [
        [9, 9],
        [9, 10],
        [242, 242],
        [242, 1],
      ] as const) {
        const text = digits(`AMANEWS ${sign.replace('{n}', String(named))}`, zero);
        const issue = worded('subject', text, { number, preheader: text });
        const found = await announced(issue);
        const error = ['other-number', 'error'];
        const expected = named === number ? [] : [error, error];
        expect([text, number, found.map((one) => [one.rule, one.severity])]).toEqual([
          text,
          number,
          expected,
        ]);
      }
  });

  const names: [language: string, months: string][] = [
    ['French', 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'],
    ['English', 'January February March April May June July August September October November December'],
    ['Arabic (Maghreb)', 'يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر'],
    ['Arabic (Egypt)', 'يناير فبراير مارس إبريل مايو يونيه يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'],
    [
      'Arabic (Mashreq)',
      'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
    ],
  ];
  it.each(names)('whatever its month is called in %s', async (_, months) => {
    const named = months.split(' ').map((month) => month.replace('_', ' '));
    for (const [at, month] of named.entries()) {
      const mm = String(at + 1).padStart(2, '0');
      const period = { label: 'x', from: `2026-${mm}-01`, to: `2026-${mm}-28` };
      const said = async (name: string) => {
        const subject = `AMANEWS – ${name} 2026`;
        const found = await announced(
          worded('label', `${name} 2026`, { period, publicationDate: period.to, subject }),
        );
        return [name, found.map((one) => one.severity)];
      };
      expect(await said(month)).toEqual([month, []]);
      const [other = ''] = named.slice((at + 1) % 12);
      expect(await said(other)).toEqual([other, ['error', 'error']]);
    }
  });
});

describe('what an announcement contradicts is said', () => {
  it('in the author’s own words, in the language of who reads it', async () => {
    const [number] = await announced(worded('subject', 'AMANEWS N\u02da\u202f٢٤١', {}));
    expect(number?.values).toEqual({ text: 'N\u02da\u202f٢٤١', other: '241', number: 242 });
    const [period] = await announced(worded('subject', 'AMANEWS – Août 2023', {}));
    expect(period && findingText(period, 'fr').message).toContain('Août 2023');
    for (const language of languages)
      for (const finding of [number, period])
        expect(finding && findingText(finding, language).message).not.toMatch(/\{\w+\}|undefined/);
  });

  // A search in cubic time takes minutes for these, and ends by the test's own limit.
  it('also when a text is hostile', async () => {
    const texts = ['n° ', '1,', '111,', '1 - ', 'AMANEWS ', 'mai - ', '242 ', 'le ', '(', 'العدد '].map(
      (part) => part.repeat(1000),
    );
    for (const text of [...texts, `N° 1${',111'.repeat(1000)}x`, '\u200d'])
      await announced(worded('subject', text, {}));
  });

  it('also under a title that nobody sees', async () => {
    expect(await announced(worded('title', '\u200d', { subject: '25 000 clients' }))).toEqual([]);
  });
});
