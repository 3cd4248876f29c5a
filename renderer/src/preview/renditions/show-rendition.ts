import type { Edition, MessageParts } from '../../contract/edition';
import { asWord } from './as-word';
import { inColours, type Colours } from './in-colours';
import { sourcePage, textPage } from './text-pages';
import { withoutImages, withoutStyle } from './without';

/** What is looked at: one reader's message, and how its language runs. */
export type Shown = Pick<MessageParts, 'html' | 'text'> & Pick<Edition, 'language' | 'direction'>;

/** The ways to look at an edition, in the order they are offered. Names are permanent: addresses carry them. */
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

/** CSS pixels of the window in which a rendition is looked at. The narrow ones are exact: 375 and 320 are common phones. */
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

/** What may be asked of every rendition that shows the mail. */
export interface RenditionOptions {
  /** Left out, the browser's own preference decides, as in a mail client. */
  colours?: Colours;
  imagesOff?: boolean;
}

/** Whether a value from outside, such as a part of an address, names a rendition. */
export function isRenditionName(name: unknown): name is RenditionName {
  return renditionNames.some((known) => known === name);
}

/**
 * The page that a frame shows for a rendition of a mail. Pure, and the only place that says what a rendition is, for every
 * preview. Where there is nothing to transform, the mail stays byte for byte.
 *
 * The page is a mail's HTML: show it in a frame with `sandbox` and under {@link mailPolicy} only.
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
 * The content security policy of a page that holds a mail's HTML, wherever it is shown: inline styles and pictures,
 * nothing that runs, sends or embeds, and an origin of its own (`sandbox`), even when it is opened by itself.
 *
 * @param images sources of CSP for pictures: `https: data:`, or `'none'`
 * @see https://www.w3.org/TR/CSP3/
 */
export function mailPolicy(images: string): string {
  return `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox`;
}
