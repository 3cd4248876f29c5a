import { asWord } from './as-word';
import { inColours, type Colours } from './in-colours';
import type { Shown } from './shown';
import { sourcePage, textPage } from './text-pages';
import { withoutImages, withoutStyle } from './without';

/** The ways to look at an edition, in the order they are offered. Names are permanent: addresses carry them. */
export const viewNames = [
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
export type ViewName = (typeof viewNames)[number];

/** CSS pixels of the window that a view is looked at in. The narrow ones are exact: 375 and 320 are common phones. */
export const viewWidths: Readonly<Record<ViewName, number>> = {
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
export interface ViewOptions {
  /** Left out, the browser's own preference decides, as in a mail client. */
  colours?: Colours;
  imagesOff?: boolean;
}

export function isViewName(name: unknown): name is ViewName {
  return viewNames.some((known) => known === name);
}

/**
 * The page that a frame shows for a view of a mail. Pure, and the one place where previews, whoever shows them, learn
 * what a view is. Without a transformation to make, the mail stays byte for byte.
 *
 * The page is a mail's HTML: show it in a frame with `sandbox` and under {@link mailPolicy} only.
 *
 * @example frame.srcdoc = showView({ ...personalise(edition, reader), language: 'fr', direction: 'ltr' }, 'word')
 */
export function showView(shown: Shown, view: ViewName, options: ViewOptions = {}): string {
  switch (view) {
    case 'text':
      return textPage(shown);
    case 'source':
      return sourcePage(shown.html);
    case 'dark':
      return showView(shown, 'desktop', { ...options, colours: 'dark' });
    case 'images-off':
      return showView(shown, 'desktop', { ...options, imagesOff: true });
    default:
      return withOptions(layoutOf(shown.html, view), options);
  }
}

function layoutOf(html: string, view: 'desktop' | 'phone' | 'phone-small' | 'no-style' | 'word'): string {
  if (view === 'no-style') return withoutStyle(html);
  return view === 'word' ? asWord(html) : html;
}

function withOptions(html: string, { colours, imagesOff = false }: ViewOptions): string {
  const coloured = colours === undefined ? html : inColours(html, colours);
  return imagesOff ? withoutImages(coloured) : coloured;
}
