import { useSearchParams } from 'react-router-dom';

import type { Language, ToTranslate } from '../../../../shared/desk';
import { useListToTranslateQuery } from '../../api/translations';

/** The number that somebody translates, article by article. */
interface NumberInHand {
  /** The issue that the address names. */
  named: string;
  /** Its issue in the language of the translation; the named one where it has none. */
  own: string;
  /** What each language has still to translate; left out until it is known. */
  work: readonly ToTranslate[] | undefined;
}

/** The number that the address of the page names; null for whoever came from elsewhere. */
export function useNumber(language: Language): NumberInHand | null {
  const [search] = useSearchParams();
  const named = search.get('issue') ?? '';
  const { data } = useListToTranslateQuery(named, { skip: named === '', refetchOnMountOrArgChange: true });
  if (named === '') return null;
  return { named, own: data?.find((one) => one.language === language)?.issue ?? named, work: data };
}
