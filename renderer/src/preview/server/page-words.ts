import type { RenditionName } from '../renditions/show-rendition';
import en from './page-words.en.json';
import fr from './page-words.fr.json';

/** Languages the page is offered in. */
export const uiLanguages = ['fr', 'en'] as const;
export type UiLanguage = (typeof uiLanguages)[number];

/** What the page says; `views` by the names of views. */
export type PreviewWords = typeof en & { views: Record<RenditionName, { name: string; hint: string }> };

const catalogues: Record<UiLanguage, PreviewWords> = { fr, en };

export function previewWords(language: UiLanguage): PreviewWords {
  return catalogues[language];
}

/** The page's language: what was chosen on it, else what the browser asks for (RFC 9110 §12.5.4), else English. */
export function uiLanguage(chosen: string | null, acceptLanguage: string | undefined): UiLanguage {
  const asked = (acceptLanguage ?? '').split(',').map((range) => range.trim().slice(0, 2).toLowerCase());
  return [chosen, ...asked].flatMap((name) => uiLanguages.filter((known) => known === name))[0] ?? 'en';
}
