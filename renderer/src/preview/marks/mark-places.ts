import type { Finding } from '../../contract/finding';
import type { Issue } from '../../contract/issue';
import { bodiesOf, linesOf, textOfLine } from '../../contract/places';
import { findText, readRuns, type Runs } from './find-text';

/** A place to be marked, and the words by which to find it exactly. */
interface Sought {
  /** JSON path into the issue, as findings have it: `sections[2].articles[0].title`. */
  place: string;
  /** The values of a finding: those that occur in the place's text are searched first. */
  values?: Finding['values'];
}

/** A page with marks, and which places were found. */
interface Marked {
  /** The page with an empty element at each place that was found: `<i id="finding-0" class="nachra-finding">`. */
  html: string;
  /** For each place, whether it is in the page. A subject is not, and neither is the edition as a whole. */
  found: boolean[];
}

/** The id of the element at a place, by its number in the list. */
const markId = (index: number): string => `finding-${index}`;

/**
 * Adds marks to an issue's HTML at the given places. Marks are empty elements without a size, so the mail looks the same;
 * {@link markStyle} makes them visible. A place is found by the anchors of sections and articles that every edition has, and
 * within those by its text.
 *
 * @param html of an edition of `issue`, with its slots open or filled in
 * @param sought findings, or other places of the issue
 * @example const { html, found } = markPlaces(edition.html, issue, edition.findings);
 */
export function markPlaces(html: string, issue: Issue, sought: readonly Sought[]): Marked {
  const runs = readRuns(html);
  const offsets = sought.map((one) => offsetOf(html, runs, issue, one));
  const marks = offsets
    .flatMap((offset, index) => (offset === null ? [] : [{ offset, index }]))
    .sort((one, other) => other.offset - one.offset || other.index - one.index);
  const marked = marks.reduce(
    (page, { offset, index }) =>
      `${page.slice(0, offset)}<i id="${markId(index)}" class="nachra-finding"></i>${page.slice(offset)}`,
    html,
  );
  return { html: marked, found: offsets.map((offset) => offset !== null) };
}

/** The offset of a mark in the page; null if the place is not in it. */
function offsetOf(html: string, runs: Runs, issue: Issue, { place, values = {} }: Sought): number | null {
  const [, section, article] = /^sections\[(\d+)\](?:\.articles\[(\d+)\])?/.exec(place) ?? [];
  // Subject and preheader are shown by the inbox, not by the mail.
  const isShownAbove = /^masthead\.(?!subject\b|preheader\b)/.test(place);
  if (section === undefined && !isShownAbove) return null;
  const whole =
    section === undefined ? { from: 0, to: html.length, heading: null } : stretchOf(html, section, article);
  if (!whole) return null;
  const stretch = { ...whole, from: startOfLine(runs, issue, place, whole) };

  const told = Object.values(values).filter((value) => typeof value === 'string');
  for (const text of textsAt(issue, place)) {
    for (const words of [...told.filter((word) => text.includes(word)), text]) {
      const offset = findText(runs, words, stretch);
      if (offset !== null) return offset;
    }
  }
  return stretch.heading;
}

/** A piece of the page's source. */
export interface Stretch {
  from: number;
  to: number;
  /** The offset of the heading's contents; a whole page has no heading. */
  heading: number | null;
}

/**
 * The offsets of a section or an article: from its anchor to the next one of its level; null where neither has one.
 *
 * @param section its index, as text
 */
export function stretchOf(html: string, section: string, article: string | undefined): Stretch | null {
  const name = `s${Number(section) + 1}`;
  const anchor = article === undefined ? name : `${name}a${Number(article) + 1}`;
  const at = html.search(new RegExp(` id="${anchor}"`));
  // A section without a heading has no anchor of its own; its first article has one.
  if (at < 0) return article === undefined ? stretchOf(html, section, '0') : null;
  const heading = html.indexOf('>', at) + 1;
  const next = new RegExp(article === undefined ? ` id="s(?!${Number(section) + 1}\\D)\\d+` : ' id="s\\d+');
  const length = html.slice(heading).search(next);
  return { from: at, to: length < 0 ? html.length : heading + length, heading };
}

/**
 * Where a line of a body may begin: after the lines before it, since a short one, such as a figure in a table, occurs more than
 * once. The header of a table is not looked for: where its rows are stacked, its words stand in each of them.
 */
function startOfLine(runs: Runs, issue: Issue, place: string, { from, to }: Stretch): number {
  const body = bodiesOf(issue).find((one) => place.startsWith(`${one.place}[`));
  const lines = (body?.value ?? []).flatMap((block, at) => {
    const own = `${body?.place ?? ''}[${at}]`;
    const header = block.type === 'table' && block.headerRow ? `${own}.children[0].` : null;
    return linesOf(block, own).map((line) => ({
      ...line,
      isHeader: header !== null && line.place.startsWith(header),
    }));
  });
  let start = from;
  for (const line of lines) {
    if (place === line.place || place.startsWith(`${line.place}.`) || line.place.startsWith(`${place}.`))
      break;
    const offset = line.isHeader ? null : findText(runs, textOfLine(line.value), { from: start, to });
    if (offset !== null) start = offset + 1;
  }
  return start;
}

/** The texts by which a place can be found: its own, then those of its parents, the closest first. */
function textsAt(issue: Issue, place: string): string[] {
  const keys = place.match(/[^.[\]]+/g) ?? [];
  const values: unknown[] = [issue];
  for (const key of keys) values.push((values.at(-1) as Record<string, unknown> | null | undefined)?.[key]);
  return values
    .slice(1)
    .reverse()
    .flatMap((value, up) => ownTexts(value, up === 0));
}

const naming = ['title', 'label', 'heading', 'alt', 'alternativeText', 'name', 'text'] as const;

function ownTexts(value: unknown, closest: boolean): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return closest ? value.slice(0, 1).flatMap((one) => ownTexts(one, true)) : [];
  const record = value as Record<string, unknown>;
  const named = naming.flatMap((key) => (typeof record[key] === 'string' ? [record[key]] : []));
  if (named.length > 0) return named;
  // A paragraph's text is that of its parts, joined.
  const children = Array.isArray(record['children']) ? record['children'] : [];
  const joined = children.flatMap((child) => ownTexts(child, true)).join('');
  return joined === '' ? [] : [joined];
}

/**
 * The style of marked places: a dotted outline around each, and a solid one around the place in the frame's address
 * (`#finding-3`). A page can thus highlight a place in a frame without scripts, by changing the frame's address.
 */
const markStyle = `<style>
i.nachra-finding{scroll-margin-top:96px}
:has(>i.nachra-finding),i.nachra-finding+img{outline:2px dotted #d97706!important;outline-offset:3px!important}
:has(>i.nachra-finding:target),i.nachra-finding:target+img{outline:3px solid #dc2626!important;outline-offset:4px!important;background-image:linear-gradient(#fde04755,#fde04755)!important}
</style>`;

/** Adds the style of the marks to a page, after a rendition has changed the page's own styles. */
export function withMarkStyle(html: string): string {
  const at = html.lastIndexOf('</body>');
  return at < 0 ? html + markStyle : html.slice(0, at) + markStyle + html.slice(at);
}
