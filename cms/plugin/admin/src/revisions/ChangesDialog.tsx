import { Button, Flex, LinkButton, Loader, Modal, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { Link } from 'react-router-dom';

import type { RevisedType } from '../../../shared/desk';
import { useChangesSinceQuery } from '../api/documents';
import { Refusal } from '../components/Refusal';
import { useText } from '../hooks/use-text';
import { ChangeList } from './ChangeList';
import { DifferenceCard } from './DifferenceCard';

interface ChangesDialogProps {
  type: RevisedType;
  documentId: string;
  /** The revision to compare what is there now with. */
  revision: number;
  /** The page of the document's form. */
  path: string;
  onClose: () => void;
}

/** What of a document has changed since it was approved: by whom, and each field as it was and as it is now. */
export function ChangesDialog({ path, onClose, ...asked }: ChangesDialogProps) {
  const text = useText();
  const { data, error } = useChangesSinceQuery(asked, { refetchOnMountOrArgChange: true });
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content style={{ width: 'min(110rem, 94vw)', maxWidth: 'none' }}>
        <Modal.Header>
          <Modal.Title>{text('ended.changes.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {!data && error === undefined && <Loader small>{text('loading')}</Loader>}
            <Refusal error={error} />
            {data && <ChangeList changes={data.changes} />}
            {data?.differences.length === 0 && <Typography>{text('ended.changes.none')}</Typography>}
            {data?.differences.map((difference) => (
              <DifferenceCard
                key={difference.key}
                difference={difference}
                names={{ mine: text('ended.changes.before'), theirs: text('conflict.now') }}
                chosen={undefined}
                onChoose={undefined}
              />
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('ended.changes.close')}
          </Button>
          <LinkButton tag={Link} to={path} variant="secondary" startIcon={<Pencil />}>
            {text('ended.open')}
          </LinkButton>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
