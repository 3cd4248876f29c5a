import { Flex, Typography } from '@strapi/design-system';

import type { LostSend } from '../../../../shared/desk';
import { lostChoices } from '../../../../shared/hold-lists';
import { useDecideLostSendMutation } from '../../api/holds';
import { Card } from '../../components/Card';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';
import { HoldChoice, HoldChoices } from './HoldChoice';

/** An issue that was on its way, and of whose campaign nothing is known any more. */
export function LostSendCard({ lost, mayDecide }: { lost: LostSend; mayDecide: boolean }) {
  const text = useText();
  const [decide, decided] = useDecideLostSendMutation();
  const number = String(lost.number);
  return (
    <Card title={text('holds.lost.title', { number, language: text(`language.${lost.language}`) })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">{text('holds.lost.why')}</Typography>
        {mayDecide && (
          <HoldChoices>
            {lostChoices.map((choice) => (
              <HoldChoice
                key={choice}
                label={text(`holds.choice.${choice}`)}
                name={text(`holds.choice.${choice}.name`, { number })}
                question={text(`holds.lost.${choice}.question`, { number })}
                means={text(`holds.lost.${choice}.means`)}
                isRisky={choice === 'cancel'}
                disabled={decided.isLoading}
                onConfirm={() => void decide({ documentId: lost.documentId, choice })}
              />
            ))}
          </HoldChoices>
        )}
      </Flex>
      <Refusal error={decided.error} />
    </Card>
  );
}
