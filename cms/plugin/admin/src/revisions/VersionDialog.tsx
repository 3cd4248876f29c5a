import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';

import type { RevisedType } from '../../../shared/desk';
import { useChangesSinceQuery } from '../api/documents';
import { Notice } from '../components/Notice';
import { Refusal } from '../components/Refusal';
import { useText } from '../hooks/use-text';
import { useBringBackMutation } from './bring-back';
import { DifferenceCard } from './DifferenceCard';

interface VersionDialogProps {
  type: RevisedType;
  documentId: string;
  /** The version that is looked at. */
  revision: number;
  isTyped: boolean;
  onClose: () => void;
}

/** One version of a document beside what is there now, and the way to have it back: as a save like any other. */
export function VersionDialog({ type, documentId, revision, isTyped, onClose }: VersionDialogProps) {
  const text = useText();
  const { toggleNotification } = useNotification();
  const { data, error } = useChangesSinceQuery(
    { type, documentId, revision },
    { refetchOnMountOrArgChange: true },
  );
  const [bringBack, brought] = useBringBackMutation();
  const onBringBack = async () => {
    const answer = await bringBack({ type, documentId, revision });
    if ('error' in answer) return;
    toggleNotification({ type: 'success', message: text('versions.brought-back', { revision }) });
    onClose();
  };
  const isSame = data?.differences.length === 0;
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content style={{ width: 'min(110rem, 94vw)', maxWidth: 'none' }}>
        <Modal.Header>
          <Modal.Title>{text('versions.one', { revision })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {!data && error === undefined && <Loader small>{text('loading')}</Loader>}
            <Refusal error={error} />
            {isSame && <Typography>{text('ended.changes.none')}</Typography>}
            {data?.differences.map((difference) => (
              <DifferenceCard
                key={difference.key}
                difference={difference}
                names={{ mine: text('versions.then', { revision }), theirs: text('conflict.now') }}
                chosen={undefined}
                onChoose={undefined}
              />
            ))}
            {isTyped && <Notice tone="warning">{text('versions.typed')}</Notice>}
            <Refusal error={brought.error} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('ended.changes.close')}
          </Button>
          <Button
            loading={brought.isLoading}
            disabled={!data || isSame || isTyped}
            onClick={() => void onBringBack()}
          >
            {text('versions.bring-back')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
