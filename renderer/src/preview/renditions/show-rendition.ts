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
export type RenditionName = (typeof renditionNames)[number];

/** CSS pixels of the window that a view is looked at in. The narrow ones are exact: 375 and 320 are common phones. */
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

/** What may be asked of every view that shows the mail. */
export interface RenditionOptions {
  /** Left out, the browser's own preference decides, as in a mail client. */
  colours?: Colours;
  imagesOff?: boolean;
}

export function isRenditionName(name: unknown): name is RenditionName {
  return renditionNames.some((known) => known === name);
}

/**
 * The page that a frame shows for a view of a mail. Pure, and the one place where previews, whoever shows them, learn
 * what a view is. Without a transformation to make, the mail stays byte for byte.
 *
 * The page is a mail's HTML: show it in a frame with `sandbox` and under {@link mailPolicy} only.
 *
 * @example frame.srcdoc = showRendition({ ...personalise(edition, reader), language: 'fr', direction: 'ltr' }, 'word')
 */
export function showRendition(shown: Shown, view: RenditionName, options: RenditionOptions = {}): string {
  switch (view) {
    case 'text':
      return textPage(shown);
    case 'source':
      return sourcePage(shown.html);
    case 'dark':
      return showRendition(shown, 'desktop', { ...options, colours: 'dark' });
    case 'images-off':
      return showRendition(shown, 'desktop', { ...options, imagesOff: true });
    default:
      return withOptions(layoutOf(shown.html, view), options);
  }
}

function layoutOf(html: string, view: 'desktop' | 'phone' | 'phone-small' | 'no-style' | 'word'): string {
  if (view === 'no-style') return withoutStyle(html);
  return view === 'word' ? asWord(html) : html;
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
