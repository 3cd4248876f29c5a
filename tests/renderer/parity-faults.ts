import type { IssueInput } from '@nachra/renderer';
import { anArticle, anIssue, aSection, paragraphs } from '../support/issue';
import { figures, inEnglish, staff, tables, twoPeriods, type DeepFault } from './deep-faults';
import { article, meeting, section } from './faults';

const inEnglishWith = (changes: Partial<IssueInput['masthead']>): IssueInput => {
  const english = inEnglish(anIssue());
  return { ...english, masthead: { ...english.masthead, ...changes } };
};
const original = (id: string) => ({ ...anArticle({ title: 'Une foire' }), id });
const translated = (id: string) => ({
  ...anArticle({ title: 'Une foire' }),
  id: `${id}-en`,
  translationOf: id,
});
const withButton = (url: string) => article({ ...anArticle(), callToAction: { label: 'Lire', url } });
const agenda = (...days: string[]) =>
  section({ type: 'agenda', entries: days.map((start) => ({ title: 'La foire', start })) });

/** Languages of one issue that do not agree. */
export const parityFaults: DeepFault[] = [
  {
    rule: 'parity-number',
    what: 'a translation under another number',
    place: 'masthead.number',
    issue: anIssue(),
    siblings: [inEnglishWith({ number: 6 })],
  },
  {
    rule: 'parity-period',
    what: 'another month',
    place: 'masthead.period',
    issue: anIssue(),
    siblings: [inEnglishWith({ period: { label: 'June 2023', from: '2023-06-01', to: '2023-06-30' } })],
  },
  {
    rule: 'parity-period',
    what: 'a period that ends later in another language',
    place: 'masthead.period',
    issue: anIssue(),
    siblings: [inEnglishWith({ period: { label: 'May 2023', from: '2023-05-01', to: '2023-06-30' } })],
  },
  {
    rule: 'parity-date',
    what: 'another day of publication',
    place: 'masthead.publicationDate',
    issue: anIssue(),
    siblings: [inEnglish(anIssue()), inEnglishWith({ publicationDate: '2023-06-01' })],
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
    rule: 'parity-kind',
    what: 'another kind',
    place: 'sections[0].articles[0]',
    issue: anIssue(),
    siblings: [inEnglish(article({ ...anArticle(), kind: 'feature' }))],
  },
  {
    rule: 'parity-body',
    what: 'a text that one language has',
    place: 'sections[0].articles[0]',
    issue: anIssue(),
    siblings: [inEnglish(article({ ...anArticle(), body: [] }))],
  },
  {
    rule: 'parity-article-missing',
    what: 'an article that is linked to none of the other language',
    place: 'sections[0].articles[0]',
    issue: section(aSection([original('forsa'), original('fes')])),
    siblings: [inEnglish(section(aSection([translated('fes')])))],
  },
  {
    rule: 'parity-article-extra',
    what: 'an article of the other language that is linked to none',
    place: 'sections[0]',
    issue: section(aSection([original('fes')])),
    siblings: [inEnglish(section(aSection([translated('forsa'), translated('fes')])))],
  },
  {
    rule: 'parity-article-count',
    what: 'more articles, of which nobody has said what they translate',
    place: 'sections[0]',
    issue: section(aSection([anArticle(), anArticle({ title: 'Une autre' })])),
    siblings: [inEnglish(anIssue())],
  },
  {
    rule: 'parity-article-order',
    what: 'linked articles in another order',
    place: 'sections[0].articles[0]',
    issue: section(aSection([original('forsa'), original('fes')])),
    siblings: [inEnglish(section(aSection([translated('fes'), translated('forsa')])))],
  },
  {
    rule: 'parity-entry-count',
    what: 'an entry that the other agenda lacks',
    place: 'sections[0]',
    issue: agenda('2023-05-09', '2023-05-10'),
    siblings: [inEnglish(agenda('2023-05-09'))],
  },
  {
    rule: 'parity-entries',
    what: 'an entry on another day',
    place: 'sections[0].entries[0]',
    issue: agenda('2023-05-09'),
    siblings: [inEnglish(agenda('2023-05-08'))],
  },
  {
    rule: 'parity-periods',
    what: 'another last day of a column',
    place: 'sections[0].dashboard.periods',
    issue: figures([staff([1, 2])]),
    siblings: [inEnglish(figures([staff([1, 2])], 7, [twoPeriods[0]!, { label: 'May', end: '2023-05-31' }]))],
  },
  {
    rule: 'parity-rows',
    what: 'a row that the other dashboard lacks',
    place: 'sections[0].dashboard.groups[0].indicators[1]',
    issue: figures([staff([1, 2]), staff([3, 4], { label: 'Agences' })]),
    siblings: [inEnglish(figures([staff([1, 2])]))],
  },
  {
    rule: 'parity-figures',
    what: 'another figure',
    place: 'sections[0].dashboard.groups[0].indicators[0]',
    issue: figures([staff([1, 2])]),
    siblings: [inEnglish(figures([staff([1, 3])]))],
  },
  {
    rule: 'parity-tables',
    what: 'another figure in a table of text',
    place: 'sections[0].articles[0].body[1].children[1].children[1]',
    issue: tables(['Ville', 'Agences'], ['Rabat', '1 012']),
    siblings: [inEnglish(tables(['Town', 'Branches'], ['Rabat', '1,021']))],
  },
  {
    rule: 'parity-tables',
    what: 'a table with a row less',
    place: 'sections[0].articles[0].body[1]',
    issue: tables(['Ville', 'Agences'], ['Rabat', '12']),
    siblings: [inEnglish(tables(['Town', 'Branches']))],
  },
  {
    rule: 'parity-tables',
    what: 'a table that was not translated',
    place: 'sections[0].articles[0].body',
    issue: article(anArticle({ body: paragraphs('—') })),
    siblings: [inEnglish(tables(['Town']))],
  },
  {
    rule: 'parity-text-figures',
    what: 'a figure that was mistyped in a translation',
    place: 'sections[0].articles[0]',
    issue: article(anArticle({ body: paragraphs('La foire a reçu 1 400 visiteurs.') })),
    siblings: [inEnglish(article(anArticle({ body: paragraphs('The fair had 14,000 visitors.') })))],
  },
  {
    rule: 'parity-text-figures',
    what: 'a figure that the translation of a section lacks',
    place: 'sections[0].body',
    issue: section({ type: 'text', body: paragraphs('Nous avons 210 agences.') }),
    siblings: [inEnglish(section({ type: 'text', body: paragraphs('We have many branches.') }))],
  },
  {
    rule: 'parity-text-dates',
    what: 'another day in a translation',
    place: 'sections[0].articles[0]',
    issue: article(anArticle({ body: paragraphs('La foire ouvre le 12 mai 2023.') })),
    siblings: [inEnglish(article(anArticle({ body: paragraphs('The fair opens on 21 May 2023.') })))],
  },
  {
    rule: 'parity-text-addresses',
    what: 'a button that leads elsewhere in a translation',
    place: 'sections[0].articles[0]',
    issue: withButton('https://alamana.ma/fr/foire'),
    siblings: [inEnglish(withButton('https://alamana.ma/en/contact'))],
  },
];
