import { picturesOf } from '../../contract/places';
import type { Article } from '../../contract/article';
import type { Body } from '../../contract/body';
import type { Issue } from '../../contract/issue';
import type { Section } from '../../contract/section';
import { findText, readRuns, type Runs } from './find-text';
import { stretchOf, type Stretch } from './mark-places';

/** A field of an issue, and the words by which it is found in the page. */
type Field = readonly [place: string, text: string | undefined];

/** Where in the HTML of a mail a piece begins, and which field it is made of: `sections[2].articles[0].title`. */
export interface PlaceInMail {
  place: string;
  /** In UTF-16 code units of the HTML; no tag and no character is parted there. */
  offset: number;
}

/**
 * Ties the pieces of a mail to the fields they are made of: an empty element `<i data-place="sections[2].articles[0].title">` stands
 * before each piece that is found, and takes no room. For an editor's screen only; an edition has none.
 *
 * @param html of an edition of `issue`, with its slots open or filled in
 * @example const live = withPlaces(edition.html, issue);
 */
export function withPlaces(html: string, issue: Issue): string {
  return insert(html, placesInMail(html, issue));
}

/**
 * Where the pieces of a mail begin that fields are made of, in their order.
 *
 * @param html of an edition of `issue`, with its slots open or filled in
 */
export function placesInMail(html: string, issue: Issue): PlaceInMail[] {
  const runs = readRuns(html);
  const marks: PlaceInMail[] = [];
  const whole = { from: 0, to: html.length, heading: null };
  const add = (fields: readonly Field[], { from, to, heading }: Stretch): void => {
    const [first] = fields;
    if (first && heading !== null) marks.push({ place: first[0], offset: heading });
    // What follows stands behind: a word of a standfirst may be in the title too.
    let behind = from;
    for (const [place, text] of heading === null ? fields : fields.slice(1)) {
      const offset = text === undefined ? null : textFrom(runs, text, { from: behind, to });
      if (offset === null) continue;
      marks.push({ place, offset });
      behind = offset;
    }
  };
  add(mastheadFields(issue), whole);
  issue.sections.forEach((section, at) => {
    const stretch = stretchOf(html, String(at), undefined);
    if (stretch === null) addLoose(section, at);
    else if (hasHeading(section)) add(sectionFields(section, at), stretch);
    else add(sectionFields(section, at), { ...stretch, heading: null });
    if (section.type !== 'articles') return;
    section.articles.forEach((article, index) => {
      const own = stretchOf(html, String(at), String(index));
      if (own) add(articleFields(article, `sections[${at}].articles[${index}]`), own);
    });
  });
  for (const { place, value } of picturesOf(issue)) {
    const offset = pictureFrom(html, value.src);
    if (offset !== null) marks.push({ place, offset });
  }
  return marks.sort((one, other) => one.offset - other.offset);

  /** A section without an anchor is looked for behind what came before it. */
  function addLoose(section: Section, at: number): void {
    const from = Math.max(0, ...marks.map(({ offset }) => offset));
    add(sectionFields(section, at), { ...whole, from });
  }
}

function hasHeading(section: Section): boolean {
  return 'heading' in section && (section.heading ?? '').trim() !== '';
}

/** Long texts are known by their beginning: what is set differently further on, such as a date, does not hide them. */
function textFrom(runs: Runs, text: string, stretch: { from: number; to: number }): number | null {
  return (
    findText(runs, text, stretch) ?? (text.length > 24 ? findText(runs, text.slice(0, 24), stretch) : null)
  );
}

function mastheadFields({ masthead: { title, number, period, brand } }: Issue): Field[] {
  return [
    ['masthead.title', title],
    ['masthead.number', String(number)],
    ['masthead.period.label', period.label],
    ['masthead.brand.postalAddress', brand.postalAddress],
  ];
}

function sectionFields(section: Section, at: number): Field[] {
  const place = `sections[${at}]`;
  const heading: Field = [`${place}.heading`, 'heading' in section ? section.heading : undefined];
  switch (section.type) {
    case 'articles':
      return [heading];
    case 'dashboard':
      return [heading, [`${place}.dashboard.title`, section.dashboard.title]];
    case 'agenda':
      return [
        heading,
        ...section.entries.map(({ title }, index): Field => [`${place}.entries[${index}].title`, title]),
      ];
    case 'text':
      return [heading, ...bodyFields(section.body, `${place}.body`)];
    case 'quote':
      return [
        [`${place}.text`, section.text],
        [`${place}.attribution`, section.attribution],
      ];
    case 'image':
      return [];
    case 'links':
      return [
        heading,
        ...section.links.map(({ label }, index): Field => [`${place}.links[${index}].label`, label]),
      ];
  }
}

function articleFields(article: Article, place: string): Field[] {
  const facts: Field[] =
    article.kind === 'governance-meeting'
      ? [
          [`${place}.governingBody`, article.governingBody],
          [`${place}.place`, article.place],
          [`${place}.chair`, article.chair],
          ...article.present.map((text, index): Field => [`${place}.present[${index}]`, text]),
          ...article.decisions.map((text, index): Field => [`${place}.decisions[${index}]`, text]),
        ]
      : article.kind === 'event'
        ? [[`${place}.place`, article.place]]
        : [];
  return [
    [`${place}.title`, article.title],
    ...facts.slice(0, 3),
    [`${place}.standfirst`, article.standfirst],
    ...bodyFields(article.body, `${place}.body`),
    ...facts.slice(3),
    ...(article.kind === 'editorial' ? [[`${place}.author`, article.author] as const] : []),
    [`${place}.source.name`, article.source?.name],
    [`${place}.callToAction.label`, article.callToAction?.label],
  ];
}

function bodyFields(body: Body, place: string): Field[] {
  return body.map((block, index) => [`${place}[${index}]`, textOf(block)]);
}

/** The words of a block, joined; of a list those of its first entry, which stand apart in the page. */
function textOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { type, text, children } = node as { type?: string; text?: unknown; children?: unknown[] };
  if (typeof text === 'string') return text;
  if (!Array.isArray(children)) return undefined;
  const parts = type === 'list' ? children.slice(0, 1) : children;
  return parts.map((child) => textOf(child) ?? '').join('');
}

/** Where the element of a picture begins. */
function pictureFrom(html: string, src: string): number | null {
  const at = html.indexOf(`src="${src.replaceAll('&', '&amp;')}"`);
  const start = at < 0 ? -1 : html.lastIndexOf('<img', at);
  return start < 0 ? null : start;
}

function insert(html: string, marks: readonly PlaceInMail[]): string {
  let [page, read] = ['', 0];
  for (const { place, offset } of marks) {
    page += `${html.slice(read, offset)}<i data-place="${place}"></i>`;
    read = offset;
  }
  return page + html.slice(read);
}
