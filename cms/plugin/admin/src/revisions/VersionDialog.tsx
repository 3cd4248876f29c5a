import { Box, Button, Checkbox, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';

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

/** One version of a document beside what is there now, and the way to have it back, or some fields of it: as a save like any other. */
export function VersionDialog({ type, documentId, revision, isTyped, onClose }: VersionDialogProps) {
  const text = useText();
  const { toggleNotification } = useNotification();
  const { data, error } = useChangesSinceQuery(
    { type, documentId, revision },
    { refetchOnMountOrArgChange: true },
  );
  const [bringBack, brought] = useBringBackMutation();
  const [left, setLeft] = useState<readonly string[]>([]);
  const onBringBack = async () => {
    const answer = await bringBack({ type, documentId, revision, left });
    if ('error' in answer) return;
    toggleNotification({
      type: 'success',
      message: text(left.length === 0 ? 'versions.brought-back' : 'versions.brought-back.some', { revision }),
    });
    onClose();
  };
  const all = data?.differences ?? [];
  const isSame = data !== undefined && all.length === 0;
  const taken = all.filter(({ key }) => !left.includes(key)).length;
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
            {all.length > 1 && <Typography textColor="neutral700">{text('versions.choose')}</Typography>}
            {all.map((difference) => (
              <Box key={difference.key}>
                <DifferenceCard
                  difference={difference}
                  names={{ mine: text('versions.then', { revision }), theirs: text('conflict.now') }}
                  chosen={undefined}
                  onChoose={undefined}
                />
                {all.length > 1 && (
                  <Box paddingTop={1}>
                    <Checkbox
                      checked={!left.includes(difference.key)}
                      onCheckedChange={(on) =>
                        setLeft([
                          ...left.filter((key) => key !== difference.key),
                          ...(on === true ? [] : [difference.key]),
                        ])
                      }
                    >
                      {text('versions.take', { label: difference.label })}
                    </Checkbox>
                  </Box>
                )}
              </Box>
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
            disabled={!data || isSame || isTyped || taken === 0}
            onClick={() => void onBringBack()}
          >
            {taken === all.length
              ? text('versions.bring-back')
              : text('versions.bring-back.some', { count: taken })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
