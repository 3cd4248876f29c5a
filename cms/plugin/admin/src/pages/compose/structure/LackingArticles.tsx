import { Box, Typography } from '@strapi/design-system';

import type { Language } from '../../../../../shared/desk';
import { useListToTranslateQuery } from '../../../api/translations';
import { ToTranslateList } from '../../../article-languages/ToTranslateList';
import { useText } from '../../../hooks/use-text';
import { countToTranslate, withWork } from '../../../model/work-to-translate';
import type { KeyedSection } from '../drafts/drafts';
import { isOfArticles } from './selection';
import type { Articles } from './use-articles';

interface LackingArticlesProps {
  issueId: string;
  language: Language;
  sections: readonly KeyedSection[];
  articles: Articles;
  /** What a section's articles are, or were in the number before. */
  kindOf: (section: KeyedSection) => string | null;
}

/** Articles that other languages of the number have and this one lacks, below its structure; not there while it lacks none. */
export function LackingArticles({ issueId, language, sections, articles, kindOf }: LackingArticlesProps) {
  const text = useText();
  const { data } = useListToTranslateQuery(issueId, { refetchOnMountOrArgChange: true });
  const [work] = withWork(data, language);
  if (work === undefined) return null;
  const present = sections.flatMap((section) => (isOfArticles(section) ? section.articles : []));
  // Where articles of its kind stand, else where it stands in the other language, else where articles stand at all.
  const sectionFor = ({ kind, section: place }: (typeof work.lacking)[number]) =>
    sections.filter(isOfArticles).find((section) => kindOf(section) === kind) ??
    [sections[place], ...sections].find(isOfArticles);
  const lacking = work.lacking.filter(({ translation }) => !present.includes(translation?.documentId ?? ''));
  const left = { ...work, lacking };
  if (countToTranslate(left) === 0) return null;
  return (
    <Box padding={4} paddingTop={2} tag="section" aria-label={text('to-translate.title')}>
      <Typography tag="h2" variant="sigma" textColor="neutral600" paddingBottom={3}>
        {text('to-translate.into', { language: text(`language.${language}`), count: countToTranslate(left) })}
      </Typography>
      <ToTranslateList
        work={left}
        onAdd={(translation, lack) => {
          const section = sectionFor(lack);
          if (section) articles.add(section.key, [{ ...translation, state: null }]);
        }}
      />
    </Box>
  );
}
