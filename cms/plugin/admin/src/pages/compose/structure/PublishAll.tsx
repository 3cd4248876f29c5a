import { Box, Button, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useState } from 'react';

import { useText } from '../../../hooks/use-text';
import type { KeyedSection } from '../drafts/drafts';
import type { Saving } from '../drafts/use-saving';
import { isOfArticles } from './selection';
import type { Articles } from './use-articles';

interface PublishAllProps {
  sections: readonly KeyedSection[];
  articles: Articles;
  saving: Saving;
}

/** Lets every article of the number be sent as it is written, below its structure; not there while all can be. */
export function PublishAll({ sections, articles, saving }: PublishAllProps) {
  const text = useText();
  const [isRunning, setRunning] = useState(false);
  const present = sections.flatMap((section) => (isOfArticles(section) ? section.articles : []));
  const waiting = [...new Set(present)].filter((documentId) =>
    ['draft', 'modified'].includes(articles.rows[documentId]?.state ?? ''),
  );
  if (waiting.length === 0) return null;
  const publish = async (): Promise<void> => {
    setRunning(true);
    for (const documentId of waiting) if (!(await saving.publish(documentId))) break;
    setRunning(false);
  };
  return (
    <Box padding={3} paddingTop={0}>
      <Button
        fullWidth
        variant="secondary"
        startIcon={<Check />}
        loading={isRunning}
        onClick={() => void publish()}
      >
        {text('compose.publish.all', { count: waiting.length })}
      </Button>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
        {text('compose.publish.what')}
      </Typography>
    </Box>
  );
}
