import type { RenditionName } from '../renditions/show-rendition';
import en from './page-words.en.json';
import fr from './page-words.fr.json';

/** The languages of the page. */
export const uiLanguages = ['fr', 'en'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

/** The texts of the page. */
type PreviewWords = typeof en & { renditions: Record<RenditionName, { name: string; hint: string }> };

const catalogues: Record<UiLanguage, PreviewWords> = { fr, en };

export function previewWords(language: UiLanguage): PreviewWords {
  return catalogues[language];
}

/** The page's language: the one chosen on it, else the browser's (RFC 9110 §12.5.4), else English. */
export function uiLanguage(chosen: string | null, acceptLanguage: string | undefined): UiLanguage {
  const asked = (acceptLanguage ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase());
  return [chosen, ...asked].flatMap((name) => uiLanguages.filter((known) => known === name))[0] ?? 'en';
}
