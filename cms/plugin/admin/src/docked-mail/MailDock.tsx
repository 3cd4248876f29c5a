import {
  Box,
  Button,
  Flex,
  IconButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { createGlobalStyle, styled } from 'styled-components';

import { DeskRoot } from '../components/DeskRoot';
import { Splitter } from '../components/Splitter';
import { useRemembered } from '../hooks/use-remembered';
import { useText } from '../hooks/use-text';
import { useWindowWidth } from '../hooks/use-window-width';
import { LivePane } from '../live/LivePane';
import { isOpen } from '../live/NoteLine';
import { NotesOfList } from '../live/NotesOfList';
import { useDockedMail, type FormDocument } from './use-docked-mail';

const [LEAST, LINE] = [320, 6];
/** How wide it is at first, beside a form in a small window and in another. */
const [BESIDE_SMALL, BESIDE_LARGE] = [430, 560];
/** What the form needs beside the mail, and below which Strapi's list of content makes room as well. */
const [FORM, ROOMY] = [620, 1_160];
/** A narrower window has no room for both. */
export const leastWindow = LEAST + FORM;

const Dock = styled.aside<{ $width: number }>`
  position: fixed;
  inset-block: 0;
  right: 0;
  z-index: 2;
  display: grid;
  grid-template-columns: ${LINE}px minmax(0, 1fr);
  width: ${({ $width }) => $width}px;
  /* Strapi's frame reads from the left in every language, and the mail stands at its right. */
  direction: ltr;
`;
const Column = styled.div<{ $isDragging: boolean }>`
  display: flex;
  flex-direction: column;
  min-width: 0;
  min-height: 0;
  background: ${({ theme }) => theme.colors.neutral0};
  pointer-events: ${({ $isDragging }) => ($isDragging ? 'none' : 'auto')};
`;
const Mail = styled.div`
  flex: 1;
  min-height: 0;
`;

/**
 * Strapi's page takes the room that the mail leaves. Where that is little, its list of content is folded away, and its panels get a third
 * of the rest, in which their buttons fit.
 */
const Beside = createGlobalStyle<{ $width: number; $isNarrow: boolean }>`
  #strapi {
    width: calc(100vw - ${({ $width }) => $width}px);
  }

  ${({ $isNarrow }) =>
    $isNarrow &&
    `div:has(> [data-strapi-main-content]) {
      grid-template-columns: minmax(0, 1fr);
    }

    :not([data-strapi-main-content]):has(+ [data-strapi-main-content]) {
      display: none;
    }

    :has(> * > * > [aria-labelledby='additional-information']) {
      & > :first-child { grid-column: span 8; }
      & > :last-child { grid-column: span 4; }
    }`}
`;

interface MailDockProps {
  document: FormDocument;
  onClose: () => void;
}

/** The mail of what is written in Strapi's form, docked beside it over the whole height; how wide it is, this browser remembers. */
export function MailDock({ document: { type, documentId }, onClose }: MailDockProps) {
  const text = useText();
  const [remembered, remember] = useRemembered('dock.width');
  const [isDragging, setDragging] = useState(false);
  const room = useWindowWidth();
  const most = Math.max(LEAST, room - FORM);
  const width = Math.min(
    most,
    Math.max(LEAST, Number(remembered) || (room < 1_400 ? BESIDE_SMALL : BESIDE_LARGE)),
  );
  const docked = useDockedMail({ type, documentId });
  return createPortal(
    <Dock $width={width} aria-label={text('dock.name')}>
      <Beside $width={width} $isNarrow={room - width < ROOMY} />
      <Splitter
        name={text('compose.splitter')}
        width={width}
        least={LEAST}
        most={most}
        onWidth={(next) => remember(String(next))}
        onDragging={setDragging}
      />
      <DeskRoot>
        <Column $isDragging={isDragging}>
          <Head docked={docked} type={type} onClose={onClose} />
          <Mail>
            <LivePane
              live={docked.live}
              language={docked.language}
              shownPlace={docked.shownPlace}
              onPlace={docked.goTo}
              commented={null}
            />
          </Mail>
          <Notes docked={docked} />
        </Column>
      </DeskRoot>
    </Dock>,
    window.document.body,
  );
}

type Docked = ReturnType<typeof useDockedMail>;

/** In which mail it stands, to be chosen where there are several. */
function Head({
  docked: { stand, choose },
  type,
  onClose,
}: {
  docked: Docked;
  type: FormDocument['type'];
  onClose: () => void;
}) {
  const text = useText();
  const nameOf = ({ number, language }: { number: number; language: string }): string =>
    text('dock.issue', { number: String(number), language: language.toUpperCase() });
  const issues = stand?.issues ?? [];
  return (
    <Flex justifyContent="space-between" gap={2} padding={2} paddingLeft={4} minHeight="5.2rem">
      {issues.length > 1 ? (
        <SingleSelect
          size="S"
          aria-label={text('dock.choose')}
          value={stand?.issue?.documentId}
          onChange={(documentId) => choose(String(documentId))}
        >
          {issues.map((issue) => (
            <SingleSelectOption key={issue.documentId} value={issue.documentId}>
              {nameOf(issue)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      ) : (
        <Typography tag="p" variant="pi" textColor="neutral700">
          {stand !== null && (stand.issue ? nameOf(stand.issue) : text(`dock.alone.${type}`))}
        </Typography>
      )}
      <IconButton label={text('dock.close')} size="S" variant="ghost" onClick={onClose}>
        <Cross />
      </IconButton>
    </Flex>
  );
}

/** What is to be said of the document, each with the way into its field. */
function Notes({ docked: { live, mending, isElsewhere, goTo } }: { docked: Docked }) {
  const text = useText();
  const [shown, rememberShown] = useRemembered('dock.notes');
  const notes = live.mail?.notes ?? [];
  const isShown = shown === 'open';
  return (
    <Box background="neutral0" borderColor="neutral150">
      <div role="status">
        {isElsewhere && (
          <Typography tag="p" variant="pi" textColor="neutral700" style={{ padding: '0.8rem 2rem' }}>
            {text('dock.elsewhere')}
          </Typography>
        )}
      </div>
      {notes.length > 0 && (
        <Box padding={2}>
          <Button
            size="S"
            variant="ghost"
            aria-expanded={isShown}
            onClick={() => rememberShown(isShown ? 'closed' : 'open')}
          >
            {text('compose.notes', { count: notes.filter(isOpen).length })}
          </Button>
        </Box>
      )}
      {notes.length > 0 && isShown && (
        <Box
          background="neutral100"
          borderColor="neutral150"
          paddingLeft={5}
          paddingRight={5}
          maxHeight="34vh"
          overflow="auto"
        >
          <NotesOfList
            name={text('compose.notes.name')}
            {...{ notes, mending }}
            deciding={null}
            leads={(place) => place !== ''}
            onPlace={goTo}
          />
        </Box>
      )}
    </Box>
  );
}
