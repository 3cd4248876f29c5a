import { Box, Typography } from '@strapi/design-system';

import type { Language } from '../../../../../shared/desk';
import { useListToTranslateQuery } from '../../../api/translations';
import { ToTranslateList } from '../../../article-languages/ToTranslateList';
import { useText } from '../../../hooks/use-text';
import { countToTranslate, withWork } from '../../../model/work-to-translate';

/** Articles that other languages of the number have and this one lacks, below its structure; not there while it lacks none. */
export function LackingArticles({ issueId, language }: { issueId: string; language: Language }) {
  const text = useText();
  const { data } = useListToTranslateQuery(issueId, { refetchOnMountOrArgChange: true });
  const [work] = withWork(data, language);
  if (work === undefined) return null;
  return (
    <Box padding={4} paddingTop={2} tag="section" aria-label={text('to-translate.title')}>
      <Typography tag="h2" variant="sigma" textColor="neutral600" paddingBottom={3}>
        {text('to-translate.into', { language: text(`language.${language}`), count: countToTranslate(work) })}
      </Typography>
      <ToTranslateList work={work} />
    </Box>
  );
}
