import { useEffect, useRef, useState } from 'react';
import { styled } from 'styled-components';

import { previewDocument } from '../../../model/preview-document';
import { addOwnStyle, patchDocument } from './patch-document';
import { elementAt, placeAt } from './places-in-mail';

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
    mark(shown, shownPlace);
    performance.mark('nachra-live-painted');
  }, [isOpen, html, shownPlace]);

  useEffect(() => {
    const shown = frame.current?.contentDocument;
    if (isOpen && shown && shownPlace !== null) bringIntoSight(shown, shownPlace);
  }, [isOpen, shownPlace]);

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

function mark(shown: Document, place: string | null): void {
  for (const old of shown.querySelectorAll('[data-shown]')) old.removeAttribute('data-shown');
  if (place !== null) elementAt(shown, place)?.setAttribute('data-shown', '');
}

function bringIntoSight(shown: Document, place: string): void {
  const window = shown.defaultView;
  const box = elementAt(shown, place)?.getBoundingClientRect();
  if (!window || !box || (box.top >= 0 && box.bottom <= window.innerHeight)) return;
  // `scrollIntoView` would scroll the page around the frame as well.
  window.scrollBy({ top: box.top - window.innerHeight / 3 });
}
