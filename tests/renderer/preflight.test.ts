import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  findingText,
  languages,
  parseIssue,
  renderIssue,
  type Finding,
  type IssueInput,
  type Language,
} from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { amanews242, anArticle, anIssue } from '../support/issue';
import { deepFaults } from './deep-faults';
import { parityFaults } from './parity-faults';
import { article, event, faults, heavy, link, masthead, meeting, twice } from './faults';
import { written } from './written';

/** Rules that need the network, an installation or a time limit, by the test that expects them. */
const triedElsewhere = {
  'reach.test.ts': ['link-unreachable', 'image-unreachable', 'images-too-heavy'],
  'embedding.test.ts': ['embedded-too-heavy', 'image-not-embedded'],
  'installation.test.ts': ['installation-local'],
  '../cms/plugin/render-pool.test.ts': ['not-checked'],
  '../cms/plugin/holds.test.ts': ['may-have-left'],
  '../cms/plugin/prepare-number.test.ts': ['subject-proposed'],
  '../cms/plugin/figures-once.test.ts': ['figures-untranslated'],
};

async function findingsOf(issue: IssueInput): Promise<Finding[]> {
  return (await renderIssue(parseIssue(issue))).findings;
}

describe('the preflight finds', () => {
  it.each(faults)('%s: %s', async (rule, _, place, issue, severity = 'warning' as never) => {
    const findings = await findingsOf(issue);
    expect(findings.map((finding) => [finding.rule, finding.place, finding.severity])).toEqual([
      [rule, place, severity],
    ]);
    for (const sentence of written(findings, 'fr').flatMap(({ message, remedy }) => [message, remedy])) {
      expect(sentence).toMatch(/\S.*\.$/s);
      expect(sentence).not.toMatch(/\{\w+\}|undefined|NaN/);
    }
  });

  it('states it in the language of the issue, with its figures and dates', async () => {
    const said = async (issue: IssueInput) =>
      written(await findingsOf(issue), issue.masthead.language).map(({ message }) => message);
    expect(await said(meeting('2022-05-09'))).toEqual([
      expect.stringMatching(
        /^«\u00a0Bureau\u00a0» est daté du 9 mai 2022, hors de .*\(du 1er au 31 mai 2023\)\.$/,
      ) as string,
    ]);
    const fault = (language: Language) => masthead({ language, preheader: '' });
    expect(await said(fault('fr'))).toEqual(['Le numéro n’a pas d’accroche.']);
    expect(await said(fault('en'))).toEqual(['The issue has no preheader.']);
    expect(await said(fault('ar'))).toEqual([expect.stringMatching(/\p{Script=Arabic}/u) as string]);
  });

  it('is data that can be written in any reader’s language', async () => {
    const [finding] = await findingsOf(meeting('2022-05-09'));
    expect(finding?.values).toEqual({
      title: 'Bureau',
      date: { date: '2022-05-09' },
      period: { from: '2023-05-01', to: '2023-05-31' },
    });
    expect(finding && findingText(finding, 'en').message).toContain('is dated 9 May 2022');
  });

  it.each(languages)('has a sentence in %s for every rule, and every rule is tested', (language) => {
    const { findings } = JSON.parse(
      readFileSync(join(__dirname, `../../emails/languages/${language}.json`), 'utf8'),
    ) as { findings: object };
    const tried = [
      ...faults.map(([rule]) => rule),
      ...[...deepFaults, ...parityFaults].map(({ rule }) => rule),
    ];
    for (const [file, rules] of Object.entries(triedElsewhere)) {
      const test = readFileSync(join(__dirname, file), 'utf8');
      for (const rule of rules) expect(test, file).toMatch(new RegExp(`['\\s]${rule}['\\s]`));
      tried.push(...rules);
    }
    expect(new Set(tried)).toEqual(new Set(Object.keys(findings)));
  });
});

describe('the preflight accepts', () => {
  it.each<[what: string, issue: IssueInput]>([
    ['a small issue without faults', anIssue()],
    ['a mail of 60 KiB', heavy(50)],
    ['an event of one day', event('2023-05-09', '2023-05-09')],
    ['an event that began earlier and continues', event('2023-04-20', '2023-05-02')],
    ['an event that is announced for next year', event('2024-05-31')],
    ['a meeting on the last day', meeting('2023-05-31')],
    ['a subject of 60 characters', masthead({ subject: 'é'.repeat(60) })],
    [
      'the newsletter’s name in capitals',
      masthead({ title: 'AMANEWS', number: 242, subject: 'AMANEWS N° 242' }),
    ],
    ['a preheader of 40 characters', masthead({ preheader: 'a'.repeat(40) })],
    ['a preheader of 110 characters', masthead({ preheader: 'é'.repeat(110) })],
    [
      'an article with nothing but a standfirst',
      article(anArticle({ body: [], standfirst: 'Tout est dit.' })),
    ],
    ['a meeting with facts and no text', meeting('2023-05-09')],
    ['two articles', twice('a', 'b')],
    ['a link that says where it leads', link('Le rapport annuel 2023')],
  ])('%s', async (_, issue) => {
    expect(await findingsOf(issue)).toEqual([]);
  });
});

describe('on N° 242 the preflight', () => {
  it('finds the one meeting that the original dates a year too early, and no error', async () => {
    expect(written(await findingsOf(amanews242()), 'fr')).toEqual([
      expect.objectContaining({
        rule: 'date-outside-period',
        severity: 'warning',
        place: 'sections[1].articles[1].date',
        message: expect.stringContaining('23 juin 2022') as string,
      }),
    ]);
  });
});
