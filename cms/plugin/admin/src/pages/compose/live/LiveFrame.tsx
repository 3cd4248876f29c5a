import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';

import { previewDocument } from '../../../model/preview-document';
import { addOwnStyle, patchDocument } from './patch-document';
import { pieceAt, placeAt, type Piece } from './places-in-mail';

const Frame = styled.iframe`
  display: block;
  width: 100%;
  height: 100%;
  border: 0;
  background: #ffffff;
  color-scheme: light;
`;

const OWN_STYLE = `i[data-place]{display:none}
body{cursor:pointer}
[data-shown]{outline:2px solid #4945ff!important;outline-offset:3px!important;border-radius:2px}`;

interface LiveFrameProps {
  html: string;
  title: string;
  /** The place whose piece of the mail is marked and brought into sight; null for none. */
  shownPlace: string | null;
  onPlace: (place: string) => void;
}

/**
 * The mail while it is written. The sandbox lets this page read and change the frame's document, and nothing in the frame run, open
 * or send anything; its own policy lets it fetch pictures only. A newer mail is laid into the document that is there.
 */
export function LiveFrame({ html, title, shownPlace, onPlace }: LiveFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(() => previewDocument(html));
  const [isOpen, setOpen] = useState(false);
  const choose = useRef(onPlace);
  const reached = useRef<{ sought: string | null; found: string | undefined }>({
    sought: null,
    found: undefined,
  });
  useEffect(() => {
    choose.current = onPlace;
  }, [onPlace]);

  const open = (): void => {
    const shown = frame.current?.contentDocument;
    if (!shown) return;
    addOwnStyle(shown, OWN_STYLE);
    shown.addEventListener('click', (event) => {
      event.preventDefault();
      const place = placeAt(event.target as Node);
      if (place !== null) choose.current(place);
    });
    setOpen(true);
  };

  useEffect(() => {
    const shown = frame.current?.contentDocument;
    if (!isOpen || !shown) return;
    patchDocument(shown, html);
    const found = shownPlace === null ? null : pieceAt(shown, shownPlace);
    mark(shown, found);
    // What was just added is in the mail a moment later; until then its section stands for it.
    const isNearer = reached.current.sought !== shownPlace || reached.current.found !== found?.place;
    reached.current = { sought: shownPlace, found: found?.place };
    if (found && isNearer) bringIntoSight(shown, found.element);
    performance.mark('nachra-live-painted');
  }, [isOpen, html, shownPlace]);

  return (
    <Frame
      ref={frame}
      sandbox="allow-same-origin"
      srcDoc={first}
      title={title}
      referrerPolicy="no-referrer"
      onLoad={open}
    />
  );
}

function mark(shown: Document, found: Piece | null): void {
  for (const old of shown.querySelectorAll('[data-shown]')) old.removeAttribute('data-shown');
  found?.element.setAttribute('data-shown', '');
}

function bringIntoSight(shown: Document, element: HTMLElement): void {
  const window = shown.defaultView;
  const box = element.getBoundingClientRect();
  if (!window || (box.top >= 0 && box.bottom <= window.innerHeight)) return;
  // `scrollIntoView` would scroll the page around the frame as well.
  window.scrollBy({ top: box.top - window.innerHeight / 3 });
}
