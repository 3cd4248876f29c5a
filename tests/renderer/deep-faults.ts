import type { IssueInput } from '@nachra/renderer';
import { anArticle, anIssue, aSection, paragraphs } from '../support/issue';
import { article, meeting, section } from './faults';

/** An issue with a fault that only the full preflight finds. */
export interface DeepFault {
  rule: string;
  what: string;
  place: string;
  issue: IssueInput;
  previous?: IssueInput;
  siblings?: IssueInput[];
}

type Section = IssueInput['sections'][number];
type Dashboard = Extract<Section, { type: 'dashboard' }>['dashboard'];
type Indicator = Dashboard['groups'][number]['indicators'][number];

/** An issue with a dashboard of one group over 2022 and the first half of 2023. */
export function figures(
  indicators: Indicator[],
  number = 7,
  periods: Dashboard['periods'] = twoPeriods,
): IssueInput {
  const dashboard = {
    title: 'Tableau de bord',
    asOf: '2023-06-30',
    periods,
    groups: [{ code: 'A', title: 'Ressources', indicators }],
  };
  return anIssue({ masthead: { number }, sections: [{ type: 'dashboard', dashboard }] });
}
const twoPeriods = [
  { label: '2022', end: '2022-12-31' },
  { label: '30/06/2023', end: '2023-06-30', partial: true },
];
const staff = (values: (number | null)[], rest: Partial<Indicator> = {}): Indicator => ({
  label: 'Effectif',
  values,
  ...rest,
});
export const parts = (total: number, rest: Partial<Indicator> = {}) =>
  figures([
    staff([10, 10], { label: 'Siège', ...rest }),
    staff([20, 20], { label: 'Agences', ...rest }),
    staff([30, total], { sumOf: [['Siège', 'Agences']], ...rest }),
  ]);
export const inEnglish = (issue: IssueInput): IssueInput => ({
  ...issue,
  masthead: { ...issue.masthead, language: 'en' },
});
export const numbered = (number: number, issue: IssueInput): IssueInput => ({
  ...issue,
  masthead: { ...issue.masthead, number },
});
export const prose = (...texts: string[]) => article(anArticle({ body: paragraphs(...texts) }));
const again = section(aSection([{ ...anArticle(), id: 'pepiniere' }]));

export const deepFaults: DeepFault[] = [
  {
    rule: 'spelling',
    what: 'two letters swapped where a sentence begins',
    place: 'sections[0].dashboard.groups[0].indicators[0].label',
    issue: figures([staff([1, 2], { label: 'Effecitf Réseau' })]),
  },
  {
    rule: 'spelling',
    what: 'two words in one',
    place: 'sections[0].articles[0].body[0]',
    issue: prose('Le nombre globalde prêts.'),
  },
  {
    rule: 'figure-contradicts-previous',
    what: 'last year told otherwise',
    place: 'sections[0].dashboard.groups[0].indicators[0].values[0]',
    issue: figures([staff([2397, 2391])]),
    previous: figures([staff([2396, 2400])], 6, [
      { label: '2022', end: '2022-12-31' },
      { label: '31/03/2023', end: '2023-03-31', partial: true },
    ]),
  },
  {
    rule: 'unit-changed',
    what: 'thousands that were counts',
    place: 'sections[0].dashboard.groups[0].indicators[0].unit',
    issue: figures([staff([1, 2], { unit: 'KDH' })]),
    previous: figures([staff([1000, 2000])], 6),
  },
  {
    rule: 'total-wrong',
    what: 'one too many',
    place: 'sections[0].dashboard.groups[0].indicators[2].values',
    issue: parts(31),
  },
  {
    rule: 'total-part-unknown',
    what: 'a row that was renamed',
    place: 'sections[0].dashboard.groups[0].indicators[0].sumOf',
    issue: figures([staff([1, 2], { sumOf: [['Siège']] })]),
  },
  {
    rule: 'article-in-previous',
    what: 'news of last time',
    place: 'sections[0].articles[0]',
    issue: again,
    previous: numbered(6, again),
  },
  {
    rule: 'parity-sections',
    what: 'a section that the other language lacks',
    place: 'sections[1]',
    issue: anIssue({ sections: [aSection(), { type: 'quote', text: 'Planter.' }] }),
    siblings: [inEnglish(anIssue())],
  },
  {
    rule: 'parity-articles',
    what: 'another day',
    place: 'sections[0].articles[0]',
    issue: meeting('2023-05-09'),
    siblings: [inEnglish(meeting('2023-05-08'))],
  },
  {
    rule: 'parity-figures',
    what: 'another figure',
    place: 'sections[0].dashboard.groups[0].indicators[0]',
    issue: figures([staff([1, 2])]),
    siblings: [inEnglish(figures([staff([1, 3])]))],
  },
];
