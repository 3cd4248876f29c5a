import { Flex, Typography } from '@strapi/design-system';

import type { LostSend } from '../../../../shared/desk';
import { lostChoices } from '../../../../shared/lists';
import { useDecideLostSendMutation } from '../../api/holds';
import { Card } from '../../components/Card';
import { ConfirmButton } from '../../components/ConfirmButton';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';

/** An issue that was on its way, and of whose campaign nothing is known any more. */
export function LostSendCard({ lost, mayDecide }: { lost: LostSend; mayDecide: boolean }) {
  const text = useText();
  const [decide, decided] = useDecideLostSendMutation();
  const number = String(lost.number);
  return (
    <Card title={text('holds.lost.title', { number, language: text(`language.${lost.language}`) })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{text('holds.lost.why')}</Typography>
        {mayDecide &&
          lostChoices.map((choice) => (
            <Flex key={choice} gap={4} alignItems="center" wrap="wrap">
              <ConfirmButton
                label={text(`holds.choice.${choice}`)}
                name={text(`holds.choice.${choice}.name`, { number })}
                disabled={decided.isLoading}
                title={text(`holds.choice.${choice}`)}
                question={text(`holds.lost.${choice}.question`, { number })}
                confirm={text(`holds.choice.${choice}`)}
                onConfirm={() => void decide({ documentId: lost.documentId, choice })}
              />
              <Typography variant="pi" textColor="neutral600" style={{ flex: '1 1 30rem' }}>
                {text(`holds.lost.${choice}.means`)}
              </Typography>
            </Flex>
          ))}
      </Flex>
      <Refusal error={decided.error} />
    </Card>
  );
}
