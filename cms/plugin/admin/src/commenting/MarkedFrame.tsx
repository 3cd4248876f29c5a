import { useEffect, useRef, useState } from 'react';

import { MailWindow } from '../components/MailWindow';
import { previewDocument } from '../model/preview-document';
import { addOwnStyle, patchDocument } from './patch-document';
import { drawPins, markedPin, pinAt, pinStyle, showPin, type Pin } from './pins';
import { bringIntoSight, pieceAt, pieceOfSelection, shownAt, type Piece } from './places-in-mail';

const OWN_STYLE = `i[data-place]{display:none}
body{cursor:pointer}
[data-shown]{outline:2px solid #4945ff!important;outline-offset:3px!important;border-radius:2px}
${pinStyle}`;

interface MarkedFrameProps {
  /** A mail with the marks of its places. */
  html: string;
  title: string;
  /** The place whose piece of the mail is marked and brought into sight; null for none. */
  shownPlace: string | null;
  pins: readonly Pin[];
  /** The comment whose pin is to be brought into sight; another object asks again. */
  sought: { id: number } | null;
  /** Somebody has clicked on a piece, or selected words in it. */
  onPiece: (piece: Piece) => void;
  onPin: (id: number) => void;
}

/**
 * A mail that one can point at. The sandbox lets this page read and change the frame's document, and nothing in the frame run, open
 * or send anything; its own policy lets it fetch pictures only. A newer mail is laid into the document that is there.
 */
export function MarkedFrame({ html, title, shownPlace, pins, sought, onPiece, onPin }: MarkedFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(() => previewDocument(html));
  const [isOpen, setOpen] = useState(false);
  const reached = useRef<{ sought: string | null; found: string | undefined }>({
    sought: null,
    found: undefined,
  });
  const now = useRef({ pins, onPiece, onPin });
  useEffect(() => {
    now.current = { pins, onPiece, onPin };
  }, [pins, onPiece, onPin]);

  const open = (): void => {
    const shown = frame.current?.contentDocument;
    if (!shown) return;
    addOwnStyle(shown, OWN_STYLE);
    listen(shown, {
      onPiece: (piece) => now.current.onPiece(piece),
      onPin: (id) => now.current.onPin(id),
    });
    const redraw = () => drawPins(shown, now.current.pins);
    // Pictures come late, and a narrower window breaks lines otherwise.
    shown.addEventListener('load', redraw, true);
    new ResizeObserver(redraw).observe(shown.documentElement);
    setOpen(true);
  };

  useEffect(() => {
    const shown = frame.current?.contentDocument;
    if (!isOpen || !shown) return;
    patchDocument(shown, html);
    const found = shownPlace === null ? null : shownAt(shown, shownPlace);
    mark(shown, found?.element ?? null);
    // What was just added is in the mail a moment later; until then its section stands for it.
    const isNearer = reached.current.sought !== shownPlace || reached.current.found !== found?.place;
    reached.current = { sought: shownPlace, found: found?.place };
    if (found && isNearer) bringIntoSight(found.element);
    performance.mark('nachra-live-painted');
  }, [isOpen, html, shownPlace]);

  useEffect(() => {
    const shown = frame.current?.contentDocument;
    if (isOpen && shown) drawPins(shown, pins);
  }, [isOpen, html, pins]);

  // Once its pin is drawn: comments come after the mail.
  const isSoughtThere = pins.some(({ id }) => id === sought?.id);
  useEffect(() => {
    const shown = frame.current?.contentDocument;
    if (!isOpen || !shown || sought === null || !isSoughtThere) return;
    const pin = markedPin(shown, sought.id);
    if (pin) showPin(pin);
  }, [isOpen, sought, isSoughtThere]);

  return (
    <MailWindow
      ref={frame}
      sandbox="allow-same-origin"
      srcDoc={first}
      title={title}
      referrerPolicy="no-referrer"
      onLoad={open}
    />
  );
}

function listen(shown: Document, { onPiece, onPin }: Pick<MarkedFrameProps, 'onPiece' | 'onPin'>): void {
  let hasSelected = false;
  shown.addEventListener('mousedown', () => (hasSelected = false));
  shown.addEventListener('mouseup', (event) => {
    if (pinAt(event.target as Node) !== null) return;
    const piece = pieceOfSelection(shown, event.clientY);
    hasSelected = piece !== null;
    if (piece) onPiece(piece);
  });
  shown.addEventListener('click', (event) => {
    event.preventDefault();
    const pin = pinAt(event.target as Node);
    if (pin !== null) onPin(pin);
    else if (!hasSelected) onPiece(pieceAt(event.target as Node, event.clientY));
  });
}

function mark(shown: Document, element: HTMLElement | null): void {
  for (const old of shown.querySelectorAll('[data-shown]')) old.removeAttribute('data-shown');
  element?.setAttribute('data-shown', '');
}
