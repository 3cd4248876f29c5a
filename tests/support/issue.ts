import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IssueInput } from '@nachra/renderer';
import { everyBlock } from './every-block';

type Masthead = IssueInput['masthead'];
type Section = IssueInput['sections'][number];
type Article = Extract<Section, { type: 'articles' }>['articles'][number];
type Body = NonNullable<Article['body']>;

const emails = join(__dirname, '../../emails');

/** N° 242 of AMANEWS, as the package `emails` ships it: printed in French, translated into Arabic and English. */
export function amanews242(language: 'fr' | 'ar' | 'en' = 'fr'): IssueInput {
  const file = language === 'fr' ? 'amanews-242.json' : `amanews-242.${language}.json`;
  return JSON.parse(readFileSync(join(emails, 'samples', file), 'utf8')) as IssueInput;
}

/** A small issue of one article; name only what the test is about. */
export function anIssue({
  masthead = {},
  sections = [aSection()],
}: { masthead?: Partial<Masthead>; sections?: Section[] } = {}): IssueInput {
  return {
    masthead: {
      brand: {
        name: 'Institut de la Palmeraie',
        url: 'https://palmeraie.example',
        motto: ['Planter, puis attendre'],
        postalAddress: '12, rue des Dattiers\n40000 Marrakech',
        whyReceived: 'vous êtes inscrit à la lettre.',
      },
      title: 'La Palme',
      number: 7,
      period: { label: 'Mai 2023', from: '2023-05-01', to: '2023-05-31' },
      publicationDate: '2023-05-31',
      language: 'fr',
      subject: 'La Palme N° 7',
      preheader: 'Une nouvelle pépinière ouvre ses portes aux écoles du quartier.',
      ...masthead,
    },
    sections,
  };
}

/** A section of articles. */
export function aSection(articles: Article[] = [anArticle()], heading = 'Actualités'): Section {
  return { type: 'articles', heading, articles };
}

/** Company news with one paragraph. */
export function anArticle(changes: { title?: string; body?: Body; standfirst?: string } = {}): Article {
  return {
    kind: 'company-news',
    title: 'La pépinière ouvre',
    body: paragraphs('Elle ouvre lundi.'),
    ...changes,
  };
}

/** A body of plain paragraphs. */
export function paragraphs(...texts: string[]): Body {
  return texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));
}

/**
 * An issue that has everything: each section type, each kind of article, each block, each optional field. Every text of
 * an author's is `say(name)`, so that a test can put what it likes everywhere at once.
 */
export function everything(say: (name: string) => string, masthead: Partial<Masthead> = {}): IssueInput {
  const image = (name: string) => ({
    src: 'https://media.example/palm.jpg',
    alt: say(`${name} alt`),
    width: 1200,
    height: 800,
    caption: say(`${name} caption`),
  });
  const common = (name: string) => ({
    id: name,
    translationOf: `${name} original`,
    title: say(`${name} title`),
    standfirst: say(`${name} standfirst`),
    body: everyBlock(say, name),
    images: [image(name)],
    source: { name: say(`${name} source`), url: 'https://source.example/?a=1&b="2"' },
    callToAction: { label: say(`${name} action`), url: 'https://action.example/' },
  });
  return {
    masthead: {
      brand: {
        name: say('brand name'),
        url: 'https://brand.example',
        logo: image('logo'),
        colours: { primary: '#0b5a4a', accent: '#c8912b' },
        motto: [say('motto one'), say('motto two')],
        words: [say('word')],
        postalAddress: say('postal address'),
        whyReceived: say('why received'),
      },
      title: say('masthead title'),
      number: 7,
      period: { label: say('period label'), from: '2023-05-01', to: '2023-05-31' },
      publicationDate: '2023-05-31',
      language: 'en',
      subject: say('subject'),
      preheader: say('preheader'),
      // Framed, and cut for its place already.
      cover: {
        ...image('cover'),
        ...{ crop: { x: 0, y: 0.25, width: 1, height: 0.5 }, focus: { x: 0.5, y: 0.5 }, cut: true },
      },
      greeting: true,
      ornaments: 'all',
      ...masthead,
    },
    sections: [
      {
        type: 'articles',
        heading: say('lead heading'),
        layout: 'lead',
        articles: [{ kind: 'editorial', ...common('editorial'), author: say('author') }],
      },
      {
        type: 'articles',
        heading: say('list heading'),
        layout: 'list',
        articles: [
          {
            kind: 'governance-meeting',
            ...common('meeting'),
            governingBody: say('governing body'),
            date: '2023-05-04',
            place: say('meeting place'),
            chair: say('chair'),
            present: [say('present one'), say('present two')],
            decisions: [say('decision one'), say('decision two')],
          },
          {
            kind: 'event',
            ...common('event'),
            start: '2023-05-30',
            end: '2023-06-02',
            place: say('event place'),
            editionNumber: 15,
          },
        ],
      },
      {
        type: 'articles',
        heading: say('cards heading'),
        layout: 'cards',
        articles: [
          { kind: 'company-news', ...common('company') },
          { kind: 'sector-news', ...common('sector') },
          { kind: 'feature', ...common('feature') },
        ],
      },
      { type: 'dashboard', heading: say('dashboard heading'), dashboard: aDashboard(say) },
      {
        type: 'agenda',
        heading: say('agenda heading'),
        entries: [
          {
            title: say('entry title'),
            start: '2023-06-10',
            end: '2023-06-12',
            place: say('entry place'),
            url: 'https://entry.example/',
          },
          { title: say('entry two title'), start: '2023-07-01' },
        ],
      },
      { type: 'text', heading: say('text heading'), body: everyBlock(say, 'text') },
      { type: 'quote', text: say('quote text'), attribution: say('attribution') },
      { type: 'image', image: image('image'), url: 'https://image.example/' },
      {
        type: 'links',
        heading: say('links heading'),
        links: [{ label: say('link label'), url: 'https://link.example/', note: say('link note') }],
      },
    ],
  };
}

function aDashboard(say: (name: string) => string): Extract<Section, { type: 'dashboard' }>['dashboard'] {
  return {
    id: 'dashboard',
    title: say('dashboard title'),
    asOf: '2023-06-30',
    periods: [
      { label: say('period one'), end: '2021-12-31', inMail: true },
      { label: say('period two'), end: '2022-12-31', inMail: true },
      { label: say('period three'), end: '2023-06-30', partial: true, inMail: true },
    ],
    groups: [
      {
        code: say('group code'),
        title: say('group title'),
        indicators: [
          { label: say('indicator one'), unit: 'KDH', values: [2446917, null, -12], chart: 'bars' },
          {
            label: say('indicator two'),
            unit: 'percent',
            decimals: 2,
            values: [4.1, 148, 0.5],
            measure: 'stock',
            highlight: true,
            sumOf: [[say('indicator one')]],
          },
        ],
      },
    ],
  };
}
