import { Flex, Typography } from '@strapi/design-system';

import type { MadeDecision } from '../../../../shared/desk';
import { Card } from '../../components/Card';
import { Moment } from '../../components/Moment';
import { useText } from '../../hooks/use-text';

/** What was decided since all sending is held: who comes later need not ask. */
export function DecisionsCard({ decisions }: { decisions: readonly MadeDecision[] }) {
  const text = useText();
  if (decisions.length === 0) return null;
  return (
    <Card title={text('holds.decided.title', { count: decisions.length })}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {decisions.map((decision) => (
          <li key={`${decision.at} ${decision.number ?? ''} ${decision.language ?? ''}`}>
            <Typography tag="p" fontWeight="semiBold">
              {text('holds.decided', {
                what: subject(decision, text),
                choice: text(`holds.choice.${decision.choice}`),
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

function subject({ number, language }: MadeDecision, text: ReturnType<typeof useText>): string {
  const name = text('issue.number', { number: String(number ?? '') });
  return language === null ? name : `${name} (${text(`language.${language}`)})`;
}
