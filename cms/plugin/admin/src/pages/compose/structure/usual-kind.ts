import type { Composition } from '../../../../../shared/desk';
import type { Drafts, KeyedSection } from '../drafts/drafts';
import { isOfArticles } from './selection';
import type { ArticleKind } from './NewArticle';

/** The kind of a section's last article, else of those that stood under its heading in the number before; null where nobody knows. Pure. */
export function usualKind(
  section: KeyedSection,
  before: Composition['usualKinds'],
  drafts: Drafts,
): ArticleKind | null {
  const last = isOfArticles(section) ? section.articles.at(-1) : undefined;
  const own = last === undefined ? null : drafts.articles[last]?.form.kind;
  const heading = 'heading' in section ? section.heading?.trim() : undefined;
  return own ?? before.find((one) => one.heading.trim() === heading)?.kind ?? null;
}
