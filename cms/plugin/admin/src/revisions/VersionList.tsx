import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { RevisedType, Versions } from '../../../shared/desk';
import { useListVersionsQuery } from '../api/documents';
import { Moment } from '../components/Moment';
import { Refusal } from '../components/Refusal';
import { TextToggle } from '../components/TextToggle';
import { useRefetchOnSave } from '../hooks/use-refetch-on-save';
import { useText } from '../hooks/use-text';
import { savedText } from '../model/versions';
import { VersionDialog } from './VersionDialog';

/** The panel is narrow, and the newest are asked for most. */
const SHOWN_AT_FIRST = 5;

interface VersionListProps {
  type: RevisedType;
  documentId: string;
  /** When the document was saved last: asked for again when it changes. */
  savedAt: string;
  /** Whether something was typed that is not saved: it would be lost. */
  isTyped?: boolean;
}

/** The saves of a document, the newest first. */
export function VersionList({ type, documentId, savedAt, isTyped = false }: VersionListProps) {
  const text = useText();
  const { data, error, ...asked } = useListVersionsQuery(
    { type, documentId },
    { refetchOnMountOrArgChange: true },
  );
  const [all, setAll] = useState(false);
  const [looked, setLooked] = useState<number | null>(null);
  useRefetchOnSave(savedAt, asked);
  if (error !== undefined) return <Refusal error={error} />;
  const versions = data?.versions ?? [];
  const shown = all ? versions : versions.slice(0, SHOWN_AT_FIRST);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex
        tag="ol"
        direction="column"
        alignItems="stretch"
        gap={3}
        style={{ maxHeight: '40rem', overflowY: 'auto' }}
      >
        {shown.map((version) => (
          <VersionRow
            key={version.revision}
            version={version}
            isCurrent={version.revision === data?.current}
            onLook={() => setLooked(version.revision)}
          />
        ))}
      </Flex>
      {versions.length > SHOWN_AT_FIRST && (
        <TextToggle expanded={all} onToggle={() => setAll(!all)}>
          {all ? text('versions.fewer') : text('versions.all', { count: versions.length })}
        </TextToggle>
      )}
      {looked !== null && (
        <VersionDialog {...{ type, documentId, isTyped }} revision={looked} onClose={() => setLooked(null)} />
      )}
    </Flex>
  );
}

interface VersionRowProps {
  version: Versions['versions'][number];
  isCurrent: boolean;
  onLook: () => void;
}

function VersionRow({ version, isCurrent, onLook }: VersionRowProps) {
  const text = useText();
  const { revision, since, at, fields } = version;
  return (
    <li>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
        <div style={{ minWidth: 0 }}>
          <Typography tag="p" variant="pi" fontWeight="semiBold">
            <Moment since={since} at={at} />
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
            {text(savedText(version, text('conflict.program')))}
            {fields.length > 0 && ` ${fields.join(text('comma'))}`}
          </Typography>
        </div>
        {isCurrent ? (
          <Typography variant="pi" textColor="neutral600">
            {text('versions.current')}
          </Typography>
        ) : (
          <Button
            variant="tertiary"
            size="S"
            onClick={onLook}
            aria-label={text('versions.look.name', { revision: String(revision) })}
          >
            {text('versions.look')}
          </Button>
        )}
      </Flex>
    </li>
  );
}
