import { Flex, Typography } from '@strapi/design-system';

import type { Holds } from '../../../../shared/desk';
import { reapprovingHolds } from '../../../../shared/hold-lists';
import { useReleaseHoldMutation } from '../../api/holds';
import { Card } from '../../components/Card';
import { ConfirmButton } from '../../components/ConfirmButton';
import { Refusal } from '../../components/Refusal';
import { useText } from '../../hooks/use-text';

interface ReleaseCardProps {
  holds: Holds & { hold: NonNullable<Holds['hold']> };
  /** Since when, as people read it; null where that is not known. */
  since: string | null;
}

/** What lets sending go on: once everything is decided, and once more asked, since it cannot be called back. */
export function ReleaseCard({ holds: { hold, undecided }, since }: ReleaseCardProps) {
  const text = useText();
  const [release, released] = useReleaseHoldMutation();
  const hasQuestion =
    hold === 'link-secret-changed' || hold === 'person-key-changed' || hold === 'journal-changed';
  return (
    <Card title={text('holds.release.title')}>
      <Flex direction="column" alignItems="flex-start" gap={4}>
        <Typography tag="p">
          {undecided > 0 ? text('holds.release.wait', { count: undecided }) : text('holds.release.ready')}
        </Typography>
        {reapprovingHolds.some((one) => one === hold) && since !== null && (
          <Typography tag="p">
            {text(hold === 'journal-changed' ? `holds.release.again.${hold}` : 'holds.release.again', {
              at: since,
            })}
          </Typography>
        )}
        <ConfirmButton
          label={text('holds.release')}
          size="M"
          disabled={undecided > 0 || released.isLoading}
          title={text('holds.release.title')}
          question={text(hasQuestion ? `holds.release.question.${hold}` : 'holds.release.question')}
          confirm={text('holds.release.confirm')}
          isDangerous={hasQuestion}
          onConfirm={() => void release()}
        />
      </Flex>
      <Refusal error={released.error} />
    </Card>
  );
}
