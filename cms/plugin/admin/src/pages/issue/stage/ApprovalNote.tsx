import { Flex, Typography } from '@strapi/design-system';
import { SealCheck } from '@strapi/icons';

import type { IssueDetail } from '../../../../../shared/desk';
import { Notice } from '../../../components/Notice';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import { shortHash } from '../../../model/size';

/** Who approved which edition; says so when the drafts have moved on since. */
export function ApprovalNote({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const intl = useDeskIntl();
  const { approval, edition } = issue;
  if (!approval) return null;
  if (edition && edition.hash !== approval.hash) {
    return <Notice tone="warning">{text('approval.stale', { hash: shortHash(approval.hash) })}</Notice>;
  }
  return (
    <Flex gap={2} alignItems="flex-start">
      <SealCheck width="1.8rem" height="1.8rem" fill="success600" aria-hidden style={{ flexShrink: 0 }} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('approval.by', {
          by: approval.by,
          at: intl.formatDate(approval.at, { dateStyle: 'medium', timeStyle: 'short' }),
          hash: shortHash(approval.hash),
        })}
        {approval.acknowledged.length > 0 &&
          ` ${text('approval.acknowledged', { count: approval.acknowledged.length })}`}
        {approval.setAside > 0 && ` ${text('approval.aside', { count: approval.setAside })}`}
      </Typography>
    </Flex>
  );
}
