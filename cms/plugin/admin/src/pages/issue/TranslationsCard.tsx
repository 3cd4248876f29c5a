import { Box, Flex, Typography } from '@strapi/design-system';

import type { IssueDetail } from '../../../../shared/desk';
import { useListToTranslateQuery } from '../../api/translations';
import { ToTranslateList } from '../../article-languages/ToTranslateList';
import { Card } from '../../components/Card';
import { useText } from '../../hooks/use-text';
import { countToTranslate, withWork } from '../../model/work-to-translate';

/** What the languages of the number lack of each other; not there while they lack nothing. */
export function TranslationsCard({ issue: { documentId, siblings } }: { issue: IssueDetail }) {
  const text = useText();
  const { data } = useListToTranslateQuery(documentId, {
    skip: siblings.length === 0,
    refetchOnMountOrArgChange: true,
  });
  const found = withWork(data);
  if (found.length === 0) return null;
  return (
    <Card title={text('to-translate.title')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {found.map((work) => (
          <Box key={work.issue} tag="section" aria-label={text(`language.${work.language}`)}>
            <Typography tag="h3" variant="sigma" textColor="neutral600" paddingBottom={2}>
              {text('to-translate.into', {
                language: text(`language.${work.language}`),
                count: countToTranslate(work),
              })}
            </Typography>
            <ToTranslateList work={work} />
          </Box>
        ))}
      </Flex>
    </Card>
  );
}
