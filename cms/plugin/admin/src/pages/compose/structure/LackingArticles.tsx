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
}

/** Articles that other languages of the number have and this one lacks, below its structure; not there while it lacks none. */
export function LackingArticles({ issueId, language, sections, articles }: LackingArticlesProps) {
  const text = useText();
  const { data } = useListToTranslateQuery(issueId, { refetchOnMountOrArgChange: true });
  const [work] = withWork(data, language);
  if (work === undefined) return null;
  const present = sections.flatMap((section) => (isOfArticles(section) ? section.articles : []));
  // Where it stands in the other language, or where articles stand at all.
  const sectionFor = (place: number) => [sections[place], ...sections].find(isOfArticles);
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
        onAdd={(translation, place) => {
          const section = sectionFor(place);
          if (section) articles.add(section.key, [{ ...translation, state: null }]);
        }}
      />
    </Box>
  );
}
