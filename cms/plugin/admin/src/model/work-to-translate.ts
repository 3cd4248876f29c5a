import type { Language, ToTranslate } from '../../../shared/desk';

/** How many articles one language has to translate, or to translate again. Pure. */
export function countToTranslate({ lacking, behind }: ToTranslate): number {
  return lacking.length + behind.length;
}

/** Of the languages of a number, those that have something to translate; of one language where it is named. Pure. */
export function withWork(found: readonly ToTranslate[] | undefined, language?: Language): ToTranslate[] {
  return (found ?? []).filter(
    (one) => countToTranslate(one) > 0 && (language === undefined || one.language === language),
  );
}

/**
 * What a language has to translate after an article: a translation that `isThere`, or an original whose translation is to be begun.
 * Null where there is nothing else. Pure.
 */
export function nextToTranslate(
  found: readonly ToTranslate[],
  language: Language,
  articleId: string,
): { documentId: string; isThere: boolean } | null {
  const [work] = withWork(found, language);
  if (work === undefined) return null;
  const all = [
    ...work.lacking.map(({ article, translation }) => ({
      documentId: translation?.documentId ?? article.documentId,
      isThere: translation !== null,
    })),
    ...work.behind.map(({ documentId }) => ({ documentId, isThere: true })),
  ];
  const at = all.findIndex(({ documentId }) => documentId === articleId);
  const others = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))];
  return others[0] ?? null;
}
