import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';

import type { AudiencePreview, IssueDetail } from '../../../../../shared/desk';
import { useText } from '../../../hooks/use-text';
import { EditionsTable } from './EditionsTable';

const Facts = styled.dl`
  display: grid;
  grid-template-columns: max-content minmax(0, 1fr);
  gap: 0.8rem 1.6rem;
  text-align: start;
`;

interface SendSummaryProps {
  issue: IssueDetail;
  audience: AudiencePreview;
  startAt: Date | null;
}

/** What is about to leave, as facts to read once more. */
export function SendSummary({ issue, audience, startAt }: SendSummaryProps) {
  const text = useText();
  const intl = useIntl();
  const facts = [
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
      <Facts>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name ?? ''} value={value ?? ''} />
        ))}
      </Facts>
      <EditionsTable audience={audience} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {text('send.confirm.warning')}
      </Typography>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" fontWeight="semiBold" dir="auto" style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Typography>
    </>
  );
}
