import { Flex } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { EndedApproval, IssueDetail } from '../../../shared/desk';
import { Notice } from './Notice';
import { useMayOpen } from '../hooks/use-may-open';
import { useText } from '../hooks/use-text';
import { pathTo } from '../model/findings';
import { endedTitle, nextAfterEnd } from '../model/ended';

const Way = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-weight: 600;
`;

/** What ended an approval, or cancelled the send that was planned; and what to do now. */
export function EndedNote({ issue }: { issue: Pick<IssueDetail, 'ended' | 'stage' | 'language' | 'may'> }) {
  const text = useText();
  const intl = useIntl();
  const mayOpen = useMayOpen();
  const { ended } = issue;
  if (ended === null) return null;
  const moment = (at: string) => intl.formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Notice tone="warning" title={text(endedTitle(issue, ended))}>
      <Flex tag="span" direction="column" alignItems="flex-start" gap={2}>
        <span>{why(ended, text, moment)}</span>
        {ended.cancelled !== null && <span>{text('ended.cancelled', { at: moment(ended.cancelled) })}</span>}
        <span>{text(nextAfterEnd(issue, ended))}</span>
        {ended.what?.editable && mayOpen('read', ended.what.editable.type) && (
          <Way to={pathTo(ended.what.editable)}>{text('ended.see')}</Way>
        )}
      </Flex>
    </Notice>
  );
}

function why(
  { because, by, at, what }: EndedApproval,
  text: ReturnType<typeof useText>,
  moment: (at: string) => string,
): string {
  const values = { by: by.id === 'system' ? text('journal.system') : by.name, at: moment(at) };
  if (because === 'released') return text('ended.released', values);
  if (what === null) return text('ended.changed', values);
  const { type, title, isDeleted } = what;
  const name = text(title ? `ended.what.${type}.titled` : `ended.what.${type}`, { title: title ?? '' });
  return text(isDeleted ? 'ended.deleted.what' : 'ended.changed.what', { ...values, what: name });
}
