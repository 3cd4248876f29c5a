import { Button, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { EndedApproval, IssueDetail } from '../../../shared/desk';
import { Notice } from '../components/Notice';
import { useMayOpen } from '../hooks/use-may-open';
import { useDeskIntl } from '../hooks/use-desk-intl';
import { useText } from '../hooks/use-text';
import { pathTo } from '../model/findings';
import { endedTitle, nextAfterEnd } from '../model/ended';
import { ChangesDialog } from './ChangesDialog';

const Way = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-weight: 600;
`;

/** What ended an approval, or cancelled the send that was planned; and what to do now. */
export function EndedNote({ issue }: { issue: Pick<IssueDetail, 'ended' | 'stage' | 'language' | 'may'> }) {
  const text = useText();
  const intl = useDeskIntl();
  const { ended } = issue;
  if (ended === null) return null;
  const fields = ended.what?.fields ?? [];
  const moment = (at: string) => intl.formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Notice tone="warning" title={text(endedTitle(issue, ended))}>
      <Flex tag="span" direction="column" alignItems="flex-start" gap={2}>
        <span>{why(ended, text, moment)}</span>
        {fields.length > 0 && (
          <span>{text('ended.fields', { count: fields.length, fields: fields.join(text('comma')) })}</span>
        )}
        {ended.cancelled !== null && <span>{text('ended.cancelled', { at: moment(ended.cancelled) })}</span>}
        <span>{text(nextAfterEnd(issue, ended))}</span>
        {ended.what && <WayToSee what={ended.what} />}
      </Flex>
    </Notice>
  );
}

/** What has changed, field by field, for whoever may edit it; else the form, where there is one she may open. */
function WayToSee({ what: { type, before, editable } }: { what: NonNullable<EndedApproval['what']> }) {
  const text = useText();
  const mayOpen = useMayOpen();
  const [isOpen, setOpen] = useState(false);
  if (editable === null || type === 'picture' || !mayOpen('read', type)) return null;
  const path = pathTo(editable);
  if (before === null || !mayOpen('update', type)) return <Way to={path}>{text('ended.open')}</Way>;
  return (
    <>
      <Button size="S" variant="secondary" onClick={() => setOpen(true)}>
        {text('ended.see')}
      </Button>
      {isOpen && <ChangesDialog {...before} type={type} path={path} onClose={() => setOpen(false)} />}
    </>
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
