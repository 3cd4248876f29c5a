import { parseIssue, renderIssue, type Edition, type ImagesOption, type IssueInput } from '@nachra/renderer';
import { load } from 'cheerio';
import { anIssue } from '../../support/issue';
import { plain } from '../../support/mail-text';

type Section = Extract<IssueInput['sections'][number], { type: 'dashboard' }>;
export type Dashboard = Section['dashboard'];
export type Indicator = Dashboard['groups'][number]['indicators'][number];
export type Language = IssueInput['masthead']['language'];

/** Full years, and half a year. */
export const years = [
  { label: '2021', end: '2021-12-31' },
  { label: '2022', end: '2022-12-31' },
];
export const halfYear = { label: '30/06/2023', end: '2023-06-30', partial: true };
export const halfYearBefore = { label: '30/06/2022', end: '2022-06-30', partial: true };

export const linked: ImagesOption = { mode: 'linked', assetBase: 'https://news.example.test/assets' };

/** An issue with nothing but a dashboard of one group. */
export function issueOf(
  periods: Dashboard['periods'],
  indicators: Indicator[],
  language: Language = 'fr',
): IssueInput {
  return anIssue({
    masthead: { language },
    sections: [
      {
        type: 'dashboard',
        heading: 'Chiffres',
        dashboard: {
          title: 'Tableau de bord',
          asOf: '2023-06-30',
          periods,
          groups: [{ title: 'Activité', indicators }],
        },
      },
    ],
  });
}

export function render(issue: IssueInput, images?: ImagesOption): Promise<Edition> {
  return renderIssue(parseIssue(issue), { images });
}

/** The only tile of an issue with one highlighted indicator, as one line of text. */
export async function tileOf(
  periods: Dashboard['periods'],
  indicator: Partial<Indicator> & Pick<Indicator, 'values'>,
  language?: Language,
): Promise<string> {
  const issue = issueOf(periods, [{ label: 'Prêts', highlight: true, ...indicator }], language);
  const page = load((await render(issue)).html);
  page('br').replaceWith(' ');
  page('p').append(' ');
  return plain(page('.tile').text());
}
