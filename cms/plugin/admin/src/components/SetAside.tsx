import { Flex, TextButton, Typography } from '@strapi/design-system';
import { useState } from 'react';

import type { Finding } from '../../../shared/desk';
import { useSetFindingAsideMutation, useTakeFindingUpMutation } from '../api/issues';
import { useDeskIntl } from '../hooks/use-desk-intl';
import { Refusal } from './Refusal';
import { TextToggle } from './TextToggle';
import { WordsForm } from './WordsForm';
import { useText } from '../hooks/use-text';

/** Where findings are decided about, and what goes with that. */
export interface Deciding {
  documentId: string;
  /** Has stored what is typed, so that the server finds what the page shows. @returns whether it is stored */
  before: () => Promise<boolean>;
  /** Something was decided. */
  onDone: () => void;
}

/** Characters of a reason, as the server takes them. */
const [LEAST, MOST] = [5, 300];

interface SetAsideProps {
  finding: Pick<Finding, 'key' | 'maySetAside' | 'setAside' | 'message'>;
  /** Null where nothing can be decided now, or not by this person. */
  deciding: Deciding | null;
}

/** Who has set a warning aside and why, and the way back; or the way to set it aside. */
export function SetAside({ finding, deciding }: SetAsideProps) {
  const { maySetAside, setAside } = finding;
  if (setAside !== null) return <Decided finding={finding} deciding={deciding} />;
  return maySetAside && deciding !== null ? <Asked finding={finding} deciding={deciding} /> : null;
}

function Asked({ finding: { key, message }, deciding }: SetAsideProps & { deciding: Deciding }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [isStoring, setStoring] = useState(false);
  const [setFindingAside, { isLoading, error }] = useSetFindingAsideMutation();
  const { documentId, before, onDone } = deciding;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex>
        <TextToggle
          expanded={isOpen}
          name={text('aside.open.named', { message })}
          onToggle={() => setOpen(!isOpen)}
        >
          {text('aside.open')}
        </TextToggle>
      </Flex>
      {isOpen && (
        <WordsForm
          name="aside"
          label={text('aside.reason')}
          hint={text('aside.hint')}
          least={LEAST}
          most={MOST}
          button={text('aside.button')}
          isSending={isLoading || isStoring}
          error={error}
          onSend={async (reason) => {
            setStoring(true);
            const isStored = await before();
            setStoring(false);
            if (!isStored) return false;
            const isTaken = 'data' in (await setFindingAside({ documentId, key, reason }));
            onDone();
            return isTaken;
          }}
        />
      )}
    </Flex>
  );
}

function Decided({ finding: { message, setAside }, deciding }: SetAsideProps) {
  const text = useText();
  const { formatDate } = useDeskIntl();
  const [takeUp, { isLoading, error }] = useTakeFindingUpMutation();
  if (setAside === null) return null;
  const { id, by, at, reason, carriedFrom } = setAside;
  const said = { by, reason, at: formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }) };
  return (
    <div>
      <Typography tag="p" variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
        {carriedFrom === null
          ? text('aside.by', said)
          : text('aside.by.carried', { ...said, number: carriedFrom })}
      </Typography>
      {deciding && (
        <TextButton
          disabled={isLoading}
          aria-label={text('aside.take-up.named', { message })}
          onClick={() => void takeUp({ documentId: deciding.documentId, id }).then(deciding.onDone)}
        >
          {text('aside.take-up')}
        </TextButton>
      )}
      <Refusal error={error} />
    </div>
  );
}
