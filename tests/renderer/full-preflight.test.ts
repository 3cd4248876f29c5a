import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkEdition, parseIssue, renderIssue, type Finding, type IssueInput } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { anArticle, anIssue, aSection, paragraphs } from '../support/issue';
import { deepFaults, figures, inEnglish, numbered, parts, prose, staff } from './deep-faults';
import { parityFaults } from './parity-faults';
import { faults, masthead } from './faults';
import { written } from './written';

async function check(
  issue: IssueInput,
  previous?: IssueInput,
  siblings: IssueInput[] = [],
  spoil = (html: string) => html,
): Promise<Finding[]> {
  const parsed = parseIssue(issue);
  const edition = await renderIssue(parsed);
  return checkEdition(
    parsed,
    { ...edition, html: spoil(edition.html) },
    {
      ...(previous ? { previous: parseIssue(previous) } : {}),
      siblings: siblings.map(parseIssue),
    },
  );
}
const renderingRules = new Set(faults.map(([rule]) => rule));
const rules = (findings: Finding[]) => findings.map(({ rule }) => rule);

const english = anIssue({
  masthead: {
    language: 'en',
    preheader: 'A new nursery opens its doors to the schools around.',
    brand: { name: 'Palm', postalAddress: 'Marrakech', whyReceived: 'you subscribed.' },
  },
  sections: [
    aSection(
      [
        anArticle({
          title: 'The nursery opens',
          body: paragraphs('We organised the programme. They organized a program in the center.'),
        }),
      ],
      'News',
    ),
  ],
});

describe('the full preflight finds', () => {
  it.each([...deepFaults, ...parityFaults])(
    '$rule: $what',
    async ({ rule, place, issue, previous, siblings, spoil }) => {
      const findings = await check(issue, previous, siblings, spoil);
      expect(findings.map((finding) => [finding.rule, finding.place])).toEqual([[rule, place]]);
      for (const sentence of written(findings, 'fr').flatMap(({ message, remedy }) => [message, remedy])) {
        expect(sentence).toMatch(/\S.*\.$/s);
        expect(sentence).not.toMatch(/\{\w+\}|undefined|NaN/);
      }
    },
  );

  it('and suggests corrections', async () => {
    const [finding] = written(await check(prose('Il a progessé.')), 'fr');
    expect(finding?.message).toContain('« progessé »'.replaceAll(' ', ' '));
    expect(finding?.message).toContain('progressé');
  });
});

describe('the full preflight accepts', () => {
  it.each<[what: string, issue: IssueInput, previous?: IssueInput, siblings?: IssueInput[]]>([
    ['a small issue without faults', anIssue()],
    [
      'names, acronyms, figures and addresses',
      prose('Selon Zwrrk, les IMFs de 23e rang : voir www.zwrrk.ma ou a@zwrrk.ma.'),
    ],
    [
      'elided and joined words',
      prose('Aujourd’hui, l’encours des micro-entrepreneurs qu’il finance, va-t-il croître ?'),
    ],
    [
      'the words of the brand',
      masthead({
        brand: { ...anIssue().masthead.brand, words: ['scope'] },
        preheader: 'Le scope est un mot de la maison, il est bien écrit ici.',
      }),
    ],
    ['British and American English', english],
    [
      'Arabic, for which there is no dictionary',
      { ...prose('هذا نص globalde عربي'), masthead: { ...anIssue().masthead, language: 'ar' } },
    ],
    ['a total that adds up', parts(30)],
    [
      'labels with the day of the newest period, and an older one without a figure',
      figures([
        staff([1, 2], { label: 'PAR vu au 30 juin 2023' }),
        staff([1, null], { label: 'PAR vu au 31/05/2023' }),
      ]),
    ],
    ['thousands that are rounded one by one', parts(31, { unit: 'KDH' })],
    [
      'a previous issue without a common period',
      figures([{ label: 'Effectif', values: [1, 2] }]),
      figures([{ label: 'Effectif', values: [3] }], 6, [{ label: '2020', end: '2020-12-31' }]),
    ],
    [
      'a figure that stayed',
      figures([{ label: 'Effectif', values: [1, 2] }]),
      figures([{ label: 'EFFECTIF', values: [1, 2] }], 6),
    ],
    [
      'two languages that agree',
      figures([{ label: 'Effectif', values: [1, 2] }]),
      undefined,
      [inEnglish(figures([{ label: 'Staff', values: [1, 2] }]))],
    ],
  ])('%s', async (_, issue, previous, siblings) => {
    expect(await check(issue, previous, siblings)).toEqual([]);
  });

  it('nothing that rendering found', async () => {
    expect(rules(await check(masthead({ preheader: '' })))).toEqual(['preheader-missing']);
  });

  it('no comparison with what is not comparable', async () => {
    await expect(check(anIssue(), anIssue())).rejects.toMatchObject({ code: 'COMPARISON_INVALID' });
    await expect(check(anIssue(), undefined, [anIssue()])).rejects.toMatchObject({
      code: 'COMPARISON_INVALID',
    });
    await expect(check(anIssue(), undefined, [numbered(6, anIssue())])).rejects.toMatchObject({
      code: 'COMPARISON_INVALID',
    });
  });
});

describe('languages of one number that contradict each other', () => {
  it.each(['parity-number', 'parity-period', 'parity-date'])('%s forbids approval in both', async (rule) => {
    const { issue, siblings = [] } = parityFaults.find((fault) => fault.rule === rule)!;
    const sibling = siblings.at(-1)!;
    const errors = async (one: IssueInput, other: IssueInput) =>
      (await check(one, undefined, [other]))
        .filter(({ severity }) => severity === 'error')
        .map((one) => one.rule);
    // The number that the sibling's subject names is not its own either, if that is what differs.
    expect(await errors(issue, sibling)).toEqual([rule]);
    expect(await errors(sibling, issue)).toContain(rule);
  });
});

describe('what a language lacks', () => {
  it.each([
    ['fr', 'L’édition en anglais n’a pas l’article « Une foire ».', 'ici rien, là « Vues »'],
    ['en', 'The English edition lacks the article “Une foire”.', 'nothing here, “Vues” there'],
    ['ar', 'النسخة الإنجليزية ينقصها المقال «Une foire».', 'هنا لا شيء، وهناك «Vues»'],
  ] as const)('is named in the words of whoever reads: %s', async (language, article, sections) => {
    const said = async (rule: string, issue: IssueInput, sibling: IssueInput) =>
      written(
        (await check(issue, undefined, [sibling])).filter((finding) => finding.rule === rule),
        language,
      ).map(({ message }) => message);
    const { issue, siblings } = parityFaults.find(({ rule }) => rule === 'parity-article-missing')!;
    expect(await said('parity-article-missing', issue, siblings![0]!)).toEqual([article]);
    const more = {
      type: 'links' as const,
      heading: 'Vues',
      links: [{ label: 'Fès', url: 'https://a.example/' }],
    };
    const there = inEnglish({ ...anIssue(), sections: [...anIssue().sections, more] });
    expect((await said('parity-sections', anIssue(), there))[0]).toContain(sections);
  });
});

describe('words of the brand', () => {
  it('do not change an edition: adding one keeps an approval valid', async () => {
    const hash = async (words: string[]) =>
      (await renderIssue(parseIssue(masthead({ brand: { ...anIssue().masthead.brand, words } })))).hash;
    expect(await hash(['scope'])).toBe(await hash([]));
  });
});

/** `npx vitest run tests/renderer/full-preflight -u` rewrites these files: each finding in them is a mistake in the original issue. */
describe('N° 242', () => {
  const files = ['amanews-242', 'amanews-242.en', 'amanews-242.ar'];
  const read = (name: string) =>
    JSON.parse(readFileSync(join(__dirname, `../../emails/samples/${name}.json`), 'utf8')) as IssueInput;

  it.each(files)('%s: exactly its known mistakes', async (name) => {
    const siblings = files.filter((other) => other !== name).map(read);
    const findings = (await check(read(name), undefined, siblings)).filter(
      // The findings of rendering are in golden/*.findings.json.
      ({ rule }) => !renderingRules.has(rule),
    );
    const { language } = read(name).masthead;
    await expect(`${JSON.stringify(written(findings, language), null, 2)}\n`).toMatchFileSnapshot(
      `golden/${name}.preflight.json`,
    );
  });
});
