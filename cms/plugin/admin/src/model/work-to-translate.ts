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
