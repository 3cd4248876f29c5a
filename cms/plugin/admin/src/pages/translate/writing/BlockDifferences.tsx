import { Typography } from '@strapi/design-system';

import type { TextDifference } from '../../../../../shared/desk';
import { useDifferenceText } from './use-difference-text';
import { useDeskLanguage } from '../../../hooks/use-desk-intl';

/** What a block and its translation do not say alike, in the language of the person. */
export function BlockDifferences({ differences }: { differences: readonly TextDifference[] }) {
  const language = useDeskLanguage();
  const differenceText = useDifferenceText();
  return (
    <div role="status" lang={language} dir="auto">
      {differences.map((difference) => (
        <Typography
          key={`${difference.is} ${difference.original ?? ''} ${difference.translation ?? ''}`}
          tag="p"
          variant="pi"
          textColor="neutral800"
        >
          {differenceText(difference)}
        </Typography>
      ))}
    </div>
  );
}
