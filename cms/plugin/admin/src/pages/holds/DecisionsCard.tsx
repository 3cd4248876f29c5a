import { Flex, Typography } from '@strapi/design-system';

import type { MadeDecision } from '../../../../shared/desk';
import { wordsOfChoice } from '../../../../shared/hold-lists';
import { Card } from '../../components/Card';
import { Moment } from '../../components/Moment';
import { useText } from '../../hooks/use-text';
import { sendNumber } from '../../model/send-number';

/** What was decided since all sending is held: who comes later need not ask. */
export function DecisionsCard({ decisions }: { decisions: readonly MadeDecision[] }) {
  const text = useText();
  const numberOf = ({ number, languages }: MadeDecision) =>
    number === null ? '' : sendNumber(text, { number, languages });
  if (decisions.length === 0) return null;
  return (
    <Card title={text('holds.decided.title', { count: decisions.length })}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {decisions.map((decision) => (
          <li key={`${decision.at} ${decision.number ?? ''} ${decision.languages.join(' ')}`}>
            <Typography tag="p" fontWeight="semiBold">
              {text('holds.decided', {
                what: text('issue.number', { number: numberOf(decision) }),
                choice: text(`holds.choice.${wordsOfChoice(decision.choice, decision.status)}`),
              })}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {decision.by.name} · <Moment at={decision.at} />
            </Typography>
          </li>
        ))}
      </Flex>
    </Card>
  );
}
