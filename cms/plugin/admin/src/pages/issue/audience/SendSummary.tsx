import { Typography } from '@strapi/design-system';

import type { AudiencePreview, IssueDetail } from '../../../../../shared/desk';
import { Facts } from '../../../components/Facts';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import { EditionsTable } from './EditionsTable';

interface SendSummaryProps {
  issue: IssueDetail;
  audience: AudiencePreview;
  startAt: Date | null;
}

/** What is about to leave, as facts to read once more; and of a scheduled send what is frozen now and what changes it until then. */
export function SendSummary({ issue, audience, startAt }: SendSummaryProps) {
  const text = useText();
  const intl = useDeskIntl();
  const facts: [name: string, value: string][] = [
    [text('send.fact.issue'), `${issue.title} ${text('issue.number', { number: String(issue.number) })}`],
    [text('send.fact.subject'), issue.edition?.subject ?? issue.subject],
    [text('send.fact.recipients'), text('audience.recipients', { count: audience.recipients })],
    [
      text('send.fact.start'),
      startAt
        ? intl.formatDate(startAt, { dateStyle: 'full', timeStyle: 'long' })
        : text('send.fact.start.now'),
    ],
  ];
  return (
    <>
      <Facts facts={facts} />
      <EditionsTable audience={audience} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text(startAt ? 'send.confirm.warning.later' : 'send.confirm.warning')}
      </Typography>
      {startAt && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {text('send.confirm.until.later')}
        </Typography>
      )}
    </>
  );
}
