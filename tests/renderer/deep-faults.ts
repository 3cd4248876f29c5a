import type { IssueInput } from '@nachra/renderer';
import { anArticle, anIssue, aSection, paragraphs } from '../support/issue';
import { aTable, issueOfTables } from '../support/tables';
import { article, section } from './faults';
import { spoilt } from './spoilt-faults';

/** An issue with a fault that only the full preflight finds. */
export interface DeepFault {
  rule: string;
  what: string;
  place: string;
  issue: IssueInput;
  previous?: IssueInput;
  siblings?: IssueInput[];
  /** Breaks the HTML in a way that only a template could. */
  spoil?: (html: string) => string;
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
export const twoPeriods = [
  { label: '2022', end: '2022-12-31' },
  { label: '30/06/2023', end: '2023-06-30', partial: true },
];
export const staff = (values: (number | null)[], rest: Partial<Indicator> = {}): Indicator => ({
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
export const tables = (...rows: string[][]) => issueOfTables('fr', [aTable(rows)]);
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

const links = (...entries: [label: string, url: string][]) =>
  section({ type: 'links', links: entries.map(([label, url]) => ({ label, url })) });
const long = 'Elle ouvre lundi ses portes aux écoles du quartier, qui viendront y planter des arbres. ';
const pictured = (changes: object) =>
  article({
    ...anArticle({ body: paragraphs(long.repeat(3)) }),
    images: [{ src: 'https://media.example/a.jpg', alt: 'Des palmiers', ...changes }],
  });

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
    rule: 'spelling',
    what: 'a cell of a table',
    place: 'sections[0].articles[0].body[1].children[1].children[0]',
    issue: tables(['Mesure'], ['Le nombre globalde prêts.']),
  },
  {
    rule: 'figure-contradicts-previous',
    what: 'last year with another figure',
    place: 'sections[0].dashboard.groups[0].indicators[0].values[0]',
    issue: figures([staff([2397, 2391])]),
    previous: figures([staff([2396, 2400])], 6, [
      { label: '2022', end: '2022-12-31' },
      { label: '31/03/2023', end: '2023-03-31', partial: true },
    ]),
  },
  {
    rule: 'unit-changed',
    what: 'thousands instead of counts',
    place: 'sections[0].dashboard.groups[0].indicators[0].unit',
    issue: figures([staff([1, 2], { unit: 'KDH' })]),
    previous: figures([staff([1000, 2000])], 6),
  },
  {
    rule: 'label-other-day',
    what: 'a day that was carried over',
    place: 'sections[0].dashboard.groups[0].indicators[0].label',
    issue: figures([staff([1, 2], { label: '% PAR 30J vu au 31/05/2023' })]),
  },
  {
    rule: 'total-wrong',
    what: 'a sum that is one too high',
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
    what: 'an article of the previous issue',
    place: 'sections[0].articles[0]',
    issue: again,
    previous: numbered(6, again),
  },
  ...spoilt,
  {
    rule: 'link-local',
    what: 'a page of this machine',
    place: 'sections[0].links[0].url',
    issue: links(['Le rapport', 'http://localhost:1337/rapport']),
  },
  {
    rule: 'link-local',
    what: 'a page of a private network',
    place: 'sections[0].links[0].url',
    issue: links(['Le rapport', 'http://192.168.1.20/rapport']),
  },
  {
    rule: 'link-text-ambiguous',
    what: 'one text for two pages',
    place: 'sections[0].links[1].url',
    issue: links(['Le rapport', 'https://a.example/1'], ['Le rapport', 'https://a.example/2']),
  },
  {
    rule: 'alt-is-file-name',
    what: 'a file name from a camera',
    place: 'sections[0].articles[0].images[0].alt',
    issue: pictured({ alt: 'IMG_2034.jpg' }),
  },
  {
    rule: 'image-format',
    what: 'WebP',
    place: 'sections[0].articles[0].images[0].src',
    issue: pictured({ src: 'https://media.example/a.webp' }),
  },
  {
    rule: 'image-uncut',
    what: 'a framed picture that nobody has cut',
    place: 'sections[0].articles[0].images[0]',
    issue: pictured({ crop: { x: 0, y: 0, width: 0.5, height: 0.5 } }),
  },
  {
    rule: 'image-too-small',
    what: 'a picture that does not fill its column',
    place: 'sections[0].articles[0].images[0].width',
    issue: pictured({ width: 535, height: 400 }),
  },
  {
    rule: 'image-oversized',
    what: 'a picture in a camera’s full size',
    place: 'sections[0].articles[0].images[0].width',
    issue: pictured({ width: 4000, height: 3000 }),
  },
  {
    rule: 'image-heavy',
    what: 'a poster without text',
    place: 'edition',
    issue: section({ type: 'image', image: { src: 'https://media.example/a.jpg', alt: 'Une affiche' } }),
  },
];
