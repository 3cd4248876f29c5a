import { load } from 'cheerio';

/** What a reader of the HTML reads, as one line: no markup, no comment, no invisible preheader padding, any space as one. */
export function visibleText(html: string): string {
  const page = load(html);
  page('script, style, title').remove();
  return plain(page('body').text());
}

/** Any run of spaces, breaking or not, as one space; direction marks and soft hyphens left out. */
export function plain(text: string): string {
  return text
    .replaceAll(/\u00ad|\u034f|\u061c|[\u200b-\u200f]|[\u2060-\u2069]/g, '')
    .replaceAll(/[\s\u00a0\u202f\u2007]+/g, ' ')
    .trim();
}

/** Spaces do not tell two texts apart: the typographer puts and takes them. */
export function withoutSpaces(text: string): string {
  return plain(text).replaceAll(' ', '');
}

/** A text part without the marks that stand before each line of a quotation. */
export function unquoted(text: string): string {
  return text.replaceAll(/^> ?/gm, '');
}
