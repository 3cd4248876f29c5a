import type { Edition, MessageParts } from '../../contract/edition';
import { asWord } from './as-word';
import { inColours, type Colours } from './in-colours';
import { sourcePage, textPage } from './text-pages';
import { withoutImages, withoutStyle } from './without';

/** The input of a rendition: one reader's message, with its language and direction. */
export type Shown = Pick<MessageParts, 'html' | 'text'> & Pick<Edition, 'language' | 'direction'>;

/** The renditions, in the order of their buttons. The names are permanent, because addresses contain them. */
export const renditionNames = [
  'desktop',
  'phone',
  'phone-small',
  'dark',
  'images-off',
  'no-style',
  'word',
  'text',
  'source',
] as const;
/** One of {@link renditionNames}. */
export type RenditionName = (typeof renditionNames)[number];

/** The width of each rendition's frame in CSS pixels. 375 and 320 are the widths of common phones. */
export const renditionWidths: Readonly<Record<RenditionName, number>> = {
  desktop: 680,
  phone: 375,
  'phone-small': 320,
  dark: 680,
  'images-off': 680,
  'no-style': 680,
  word: 680,
  text: 680,
  source: 680,
};

/** Options of every rendition that shows the mail. */
export interface RenditionOptions {
  /** If left out, the browser's preference decides, as in a mail client. */
  colours?: Colours;
  imagesOff?: boolean;
}

/** Whether a value of unknown type, such as a part of an address, is the name of a rendition. */
export function isRenditionName(name: unknown): name is RenditionName {
  return renditionNames.some((known) => known === name);
}

/**
 * The page that a frame shows for a rendition of a mail, for every preview. Pure. If nothing has to change, the page is the
 * mail byte for byte.
 *
 * Show it only in a frame with `sandbox` and with {@link mailPolicy}, because it contains a mail's HTML.
 *
 * @example frame.srcdoc = showRendition({ ...personalise(edition, reader), language: 'fr', direction: 'ltr' }, 'word')
 */
export function showRendition(
  shown: Shown,
  rendition: RenditionName,
  options: RenditionOptions = {},
): string {
  switch (rendition) {
    case 'text':
      return textPage(shown);
    case 'source':
      return sourcePage(shown.html);
    case 'dark':
      return showRendition(shown, 'desktop', { ...options, colours: 'dark' });
    case 'images-off':
      return showRendition(shown, 'desktop', { ...options, imagesOff: true });
    default:
      return withOptions(layoutOf(shown.html, rendition), options);
  }
}

function layoutOf(
  html: string,
  rendition: 'desktop' | 'phone' | 'phone-small' | 'no-style' | 'word',
): string {
  if (rendition === 'no-style') return withoutStyle(html);
  return rendition === 'word' ? asWord(html) : html;
}

function withOptions(html: string, { colours, imagesOff = false }: RenditionOptions): string {
  const coloured = colours === undefined ? html : inColours(html, colours);
  return imagesOff ? withoutImages(coloured) : coloured;
}

/**
 * The content security policy of a page with a mail's HTML: it allows inline styles and pictures, but no scripts, forms or
 * frames, and gives the page an origin of its own (`sandbox`), even outside a frame.
 *
 * @param images CSP sources of pictures: `https: data:`, or `'none'`
 * @see https://www.w3.org/TR/CSP3/
 */
export function mailPolicy(images: string): string {
  return `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox`;
}
