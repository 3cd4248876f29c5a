import { Flex, Typography } from '@strapi/design-system';

import type { IssueDetail } from '../../../../../shared/desk';
import { Notice } from '../../../components/Notice';
import { useText } from '../../../hooks/use-text';
import { untoldText, whyUntold } from '../../../model/review';

/** Who may not know where the issue stands, because the mail about it did not leave: those who see this can tell them. */
export function UntoldNote({ issue: { untold } }: { issue: IssueDetail }) {
  const text = useText();
  const [first] = untold;
  if (first === undefined) return null;
  return (
    <Notice tone="warning" title={text(`untold.title.${first.about}`)}>
      <Flex tag="span" direction="column" alignItems="stretch" gap={1}>
        {untold.map((one) => (
          <Typography key={one.name} tag="span" variant="pi" textColor="neutral700">
            {text(untoldText(one, text(whyUntold(one))))}
          </Typography>
        ))}
      </Flex>
    </Notice>
  );
}
