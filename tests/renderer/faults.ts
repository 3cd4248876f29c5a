import type { IssueInput } from '@nachra/renderer';
import { issueOf, type Indicator } from './dashboard/a-dashboard';
import { anArticle, anIssue, aSection, paragraphs } from '../support/issue';
import { aTable, issueOfTables } from '../support/tables';

type Masthead = IssueInput['masthead'];
type Section = IssueInput['sections'][number];
type Article = Parameters<typeof aSection>[0] extends (infer One)[] | undefined ? One : never;

export const masthead = (changes: Partial<Masthead>) => anIssue({ masthead: changes });
export const section = (one: Section) => anIssue({ sections: [one] });
export const article = (one: Article) => section(aSection([one]));
export const event = (start: string, end?: string) =>
  article({ kind: 'event', title: 'Foire', body: paragraphs('Venez.'), start, end });
export const meeting = (date: string) =>
  article({ kind: 'governance-meeting', title: 'Bureau', governingBody: 'Bureau', date });
export const link = (label: string) =>
  section({ type: 'links', links: [{ label, url: 'https://a.example/' }] });
export const image = (alt: string) => ({ src: 'https://media.example/a.jpg', alt });
/** A long article, of about this many KiB of HTML. */
/** In two paragraphs: one text of an article has a hundred thousand characters at most. */
export const heavy = (kib: number) => {
  const half = 'mot fin '.repeat(kib * 64);
  return article(anArticle({ body: paragraphs(half, half) }));
};
export const brand = (changes: object) => masthead({ brand: { ...anIssue().masthead.brand, ...changes } });
export const inline = (text: string) =>
  article(
    anArticle({
      body: [
        ...paragraphs('Avant.'),
        {
          type: 'list',
          format: 'unordered',
          children: [
            {
              type: 'list-item',
              children: [{ type: 'link', url: 'https://a.example/', children: [{ type: 'text', text }] }],
            },
          ],
        },
      ],
    }),
  );
/** A dashboard of some years with one row. */
export const dashboard = (years: number, row: Omit<Indicator, 'label'>) =>
  issueOf(
    Array.from({ length: years }, (_, at) => ({ label: `${2004 + at}`, end: `${2004 + at}-12-31` })),
    [{ label: 'Taux', ...row }],
  );
export const twice = (one: string, other: string) =>
  section(
    aSection([
      { ...anArticle(), id: one },
      { ...anArticle(), id: other },
    ]),
  );

/** Issues with one fault each: the rule that finds it, a description, the place of the finding. */
export const faults: [rule: string, what: string, place: string, issue: IssueInput, severity?: 'error'][] = [
  ['html-too-large', 'a mail of 90 KiB', 'edition', heavy(80)],
  ['html-too-large', 'a mail that Gmail cuts', 'edition', heavy(110), 'error'],
  [
    'digits-hidden',
    'two rates that differ, both printed without decimals',
    'sections[0].dashboard.groups[0].indicators[0].decimals',
    dashboard(2, { values: [4.4, 4.6], unit: 'percent', decimals: 0 }),
  ],
  [
    'periods-folded',
    'twenty years',
    'sections[0].dashboard.periods',
    dashboard(20, { values: Array<number>(20).fill(2446917) }),
  ],
  [
    'period-empty',
    'a year whose figures are still to come',
    'sections[0].dashboard.periods[1]',
    dashboard(2, { values: [4, null] }),
    'error',
  ],
  [
    'other-number',
    'last month’s subject',
    'masthead.subject',
    masthead({ subject: 'La Palme N° 6' }),
    'error',
  ],
  [
    'other-number',
    'a reference to an issue',
    'masthead.preheader',
    masthead({ preheader: 'Suite du n° 6 : la pépinière ouvre ses portes aux écoles.' }),
  ],
  [
    'other-period',
    'last month in the subject',
    'masthead.subject',
    masthead({ subject: 'La Palme – avril 2023' }),
    'error',
  ],
  [
    'other-period',
    'a label of another year',
    'masthead.period.label',
    masthead({ period: { ...anIssue().masthead.period, label: 'Mai 2022' } }),
    'error',
  ],
  [
    'event-ends-before-start',
    'a fair',
    'sections[0].articles[0].end',
    event('2023-05-09', '2023-05-02'),
    'error',
  ],
  [
    'event-ends-before-start',
    'an entry of the agenda',
    'sections[0].entries[0].end',
    section({ type: 'agenda', entries: [{ title: 'x', start: '2023-05-09', end: '2023-05-02' }] }),
    'error',
  ],
  [
    'date-outside-period',
    'a meeting in the previous year',
    'sections[0].articles[0].date',
    meeting('2022-05-09'),
  ],
  ['date-outside-period', 'a future meeting', 'sections[0].articles[0].date', meeting('2023-06-01')],
  [
    'date-outside-period',
    'an event that ended before the period',
    'sections[0].articles[0].start',
    event('2023-04-30'),
  ],
  ['date-outside-period', 'an event in two years', 'sections[0].articles[0].start', event('2025-05-31')],
  ['subject-length', '61 characters', 'masthead.subject', masthead({ subject: 'é'.repeat(61) })],
  [
    'subject-all-caps',
    'a subject in capitals',
    'masthead.subject',
    masthead({ subject: 'LA PALME : GRANDE NOUVELLE' }),
  ],
  ['preheader-missing', 'none', 'masthead.preheader', masthead({ preheader: ' ' })],
  ['preheader-length', '39 characters', 'masthead.preheader', masthead({ preheader: 'a'.repeat(39) })],
  ['preheader-length', '111 characters', 'masthead.preheader', masthead({ preheader: 'a'.repeat(111) })],
  [
    'body-empty',
    'blank paragraphs',
    'sections[0].articles[0].body',
    article(anArticle({ body: paragraphs(' ', '') })),
  ],
  ['article-duplicate', 'one article twice', 'sections[0].articles[1]', twice('a', 'a')],
  ['image-alt-missing', 'the logo', 'masthead.brand.logo.alt', brand({ logo: image('') })],
  ['image-alt-missing', 'the cover', 'masthead.cover.alt', masthead({ cover: image(' ') })],
  ['image-alt-missing', 'a section', 'sections[0].image.alt', section({ type: 'image', image: image('') })],
  [
    'image-alt-missing',
    'an article',
    'sections[0].articles[0].images[0].alt',
    article({ ...anArticle(), images: [image('')] }),
  ],
  [
    'image-alt-missing',
    'a body',
    'sections[0].body[0].image.alt',
    section({
      type: 'text',
      body: [{ type: 'image', image: { url: 'https://media.example/a.jpg' }, children: [] }],
    }),
  ],
  ['link-text-vague', 'a link', 'sections[0].links[0].label', link('Cliquez ici !')],
  ['link-text-vague', 'an arrow', 'sections[0].links[0].label', link('→')],
  [
    'link-text-vague',
    'a list in a body',
    'sections[0].articles[0].body[1].children[0].children[0]',
    inline('ici'),
  ],
  [
    'link-text-vague',
    'a cell of a table',
    'sections[0].articles[0].body[1].children[1].children[0].children[0]',
    issueOfTables('fr', [aTable([['Où'], [{ link: 'ici', url: 'https://a.example/' }]])]),
  ],
  [
    'link-text-vague',
    'a call to action',
    'sections[0].articles[0].callToAction.label',
    article({ ...anArticle(), callToAction: { label: 'En savoir plus', url: 'https://a.example/' } }),
  ],
  [
    'word-doubled',
    'a word twice in a bold piece of a body',
    'sections[0].articles[0].body[0].children[1].text',
    article(
      anArticle({
        body: [
          {
            type: 'paragraph',
            children: [
              { type: 'text', text: 'Elle ouvre ' },
              { type: 'text', text: 'lundi lundi matin', bold: true },
            ],
          },
        ],
      }),
    ),
  ],
  [
    'space-stray',
    'a space before a comma',
    'masthead.preheader',
    masthead({ preheader: 'Une nouvelle pépinière , qui ouvre ses portes aux écoles.' }),
  ],
  [
    'brand-contrast',
    'yellow',
    'masthead.brand.colours.primary',
    brand({ colours: { primary: '#ffd400', accent: '#c8912b' } }),
  ],
];
