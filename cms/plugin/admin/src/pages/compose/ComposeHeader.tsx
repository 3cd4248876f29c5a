import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link } from 'react-router-dom';

import type { Composition, LiveNote } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { LanguageName } from '../../components/LanguageName';
import { Refusal } from '../../components/Refusal';
import type { Deciding } from '../../components/SetAside';
import { StageLabel } from '../../components/StageLabel';
import { useText } from '../../hooks/use-text';
import { deskPath } from '../../plugin/plugin-id';
import { usePresence } from '../../presence/use-presence';
import { CommentsList } from './CommentsList';
import { openComments, type Commenting } from './fields/use-commenting';
import type { Saving } from './drafts/use-saving';
import type { Written } from './drafts/use-drafts';
import { isOpen, type Mending } from '../../live/NoteLine';
import { fieldAt } from './fields/field-places';
import { NotesList } from './findings/NotesList';
import { SavedLine } from './SavedLine';

interface ComposeHeaderProps {
  composition: Composition;
  /** Name and number of the newsletter. */
  name: string;
  saving: Saving;
  written: Written;
  notes: readonly LiveNote[];
  deciding: Deciding | null;
  mending: Mending | null;
  isLocked: boolean;
  commenting: Commenting | null;
  onPlace: (place: string) => void;
}

/** What is written here, whether it is saved, what is to be said of it, and the way on. */
export function ComposeHeader(props: ComposeHeaderProps) {
  const { composition, name, saving, written, notes, deciding, mending, isLocked, onPlace } = props;
  const { commenting } = props;
  const text = useText();
  const { issue, siblings } = composition;
  const [list, setList] = useState<'notes' | 'comments' | null>(null);
  const toggle = (one: typeof list) => setList(list === one ? null : one);
  const said = commenting === null ? 0 : openComments(commenting).length;
  const others = usePresence(uids.issue, issue.documentId).filter(({ self }) => !self);
  return (
    <Box tag="header" background="neutral0" borderColor="neutral150" shrink={0}>
      <Flex gap={4} paddingTop={3} paddingBottom={3} paddingLeft={5} paddingRight={5} wrap="wrap">
        <Typography tag="h1" variant="delta">
          {name}
        </Typography>
        <Typography fontWeight="semiBold" textColor="primary700" style={{ textTransform: 'capitalize' }}>
          <LanguageName language={issue.language} />
        </Typography>
        {issue.stage !== 'drafting' && <StageLabel issue={{ stage: issue.stage, campaign: null }} />}
        {siblings.map((sibling) => (
          <Link key={sibling.documentId} to={deskPath.compose(sibling.documentId)}>
            <Typography textColor="primary600">{text(`language.${sibling.language}`)}</Typography>
          </Link>
        ))}
        <Box flex="1" />
        <SavedLine saving={saving} others={others.map((other) => other.name)} />
        {written.undo && (
          <Button size="S" variant="tertiary" onClick={written.undo.run}>
            {text(written.undo.text)}
          </Button>
        )}
        <Button size="S" variant="tertiary" aria-expanded={list === 'notes'} onClick={() => toggle('notes')}>
          {notes.length === 0
            ? text('compose.notes.name')
            : text('compose.notes', { count: notes.filter(isOpen).length })}
        </Button>
        {said > 0 && (
          <Button
            size="S"
            variant="tertiary"
            aria-expanded={list === 'comments'}
            onClick={() => toggle('comments')}
          >
            {text('comments.of-field', { count: said })}
          </Button>
        )}
        <LinkButton tag={Link} to={deskPath.issue(issue.documentId)} size="S">
          {text('compose.next')}
        </LinkButton>
      </Flex>
      <div role="status">
        {isLocked && <Line>{text('compose.locked')}</Line>}
        {written.broughtBack > 0 && saving.at === null && saving.state === 'typed' && (
          <Line>{text('compose.brought-back', { count: written.broughtBack })}</Line>
        )}
        {!written.isKept && <Line>{text('compose.not-kept')}</Line>}
      </div>
      {saving.state === 'refused' && (
        <Box paddingLeft={5} paddingRight={5} paddingBottom={3}>
          <Refusal error={saving.error} />
        </Box>
      )}
      {list === 'notes' && (
        <NotesList
          issueId={issue.documentId}
          leads={(place) => fieldAt(place, written.drafts.issue.form.sections) !== null}
          {...{ notes, saving, deciding, mending, onPlace }}
        />
      )}
      {list === 'comments' && commenting && said > 0 && (
        <CommentsList commenting={commenting} onPlace={onPlace} />
      )}
    </Box>
  );
}

function Line({ children }: { children: string }) {
  return (
    <Box background="warning100" padding={2} paddingLeft={5}>
      <Typography variant="pi" textColor="neutral800">
        {children}
      </Typography>
    </Box>
  );
}
