import { atomsOf, coloursOf, type Atom } from './mail-atoms';
import { sequenceDifferences } from './sequence-differences';

/** A mail in which what was added, removed and changed since another one is marked. */
export interface MarkedMail {
  html: string;
  /** Words. */
  added: number;
  removed: number;
  /** Pictures that came, went, are others, or are described otherwise: charts too. */
  pictures: number;
  /** Links that lead elsewhere. */
  links: number;
  /** Words that are set otherwise: bold, italic, underlined. */
  looks: number;
  /** Colours that are gone, and those that have come. */
  colours: { gone: string[]; come: string[] };
}

/** Legible on every ground that a mail has. */
const style = `<style>ins{background:#c9f2d3;color:#0d3b1c;text-decoration:none}del{background:#fbd5d5;color:#6b1414;text-decoration:line-through}mark{background:#ffe9a8;color:#4a3500}img[data-new]{outline:5px solid #1d8a43;outline-offset:-5px}img[data-other]{outline:5px dashed #b07a00;outline-offset:-5px}del img{display:inline-block!important;width:140px!important;height:auto!important;opacity:.65;outline:4px solid #b3261e;outline-offset:-4px}</style>`;

/**
 * Marks in a mail, as readers would see it, what another version did not have, puts what that had in its place, and tells where a link
 * leads now. Tags are those of the mail as it is now; what was removed stands at the end of what precedes it. Colours are only
 * listed: that of an institution is in every line. Pure.
 */
export function markedMail(before: string, now: string): MarkedMail {
  const old = atomsOf(before).flatMap(({ atom }) => atom ?? []);
  const pieces = atomsOf(now);
  const { removed, added } = sequenceDifferences(
    old.map(({ key }) => key),
    pieces.flatMap(({ atom }) => atom?.key ?? []),
  );
  const count = { added: 0, removed: 0, pictures: 0, links: 0, looks: 0 };
  let html = '';
  let [place, oldPlace] = [0, 0];
  /** The address that the link which is open led to; null where it is the same. */
  let ledTo = null as { was: string; is: string } | null;

  const takeRemoved = (): string => {
    const gone: Atom[] = [];
    for (let atom = old[oldPlace]; atom && removed.has(oldPlace); atom = old[oldPlace]) {
      gone.push(atom);
      if (isCounted(atom)) count[atom.isPicture ? 'pictures' : 'removed'] += 1;
      oldPlace += 1;
    }
    return gone.length === 0
      ? ''
      : `<del>${gone.map(({ piece, isApart }, at) => (at > 0 && isApart ? ` ${piece}` : piece)).join('')}</del>`;
  };
  /** Tells where a link led, behind its last word. */
  const endLink = (): string => {
    const told = ledTo === null ? '' : ` ${replaced(ledTo.was, ledTo.is)} `;
    ledTo = null;
    return told;
  };
  const goesOn = (atom: Atom): boolean =>
    !added.has(place) && ledTo?.is === atom.link && ledTo.was === old[oldPlace]?.link;
  const taken = (atom: Atom): string => {
    if (added.has(place)) {
      if (isCounted(atom)) count[atom.isPicture ? 'pictures' : 'added'] += 1;
      return atom.isPicture ? withFlag(atom.piece, 'data-new') : `<ins>${atom.piece}</ins>`;
    }
    const was = old[oldPlace];
    oldPlace += 1;
    if (was === undefined) return atom.piece;
    if (was.link !== atom.link && ledTo === null) {
      // Words of one link, one after the other, are told of once.
      count.links += 1;
      ledTo = { was: was.link, is: atom.link };
    }
    if (was.look === atom.look) return was.link === atom.link ? atom.piece : marked(atom);
    if (isCounted(atom)) count[atom.isPicture ? 'pictures' : 'looks'] += 1;
    return atom.isPicture ? `${marked(atom)} ${replaced(was.look, atom.look)}` : marked(atom);
  };

  for (const { piece, atom } of pieces) {
    if (atom === null) {
      html += piece;
      if (ledTo?.is !== '' && /^<\/a\b/i.test(piece)) html += endLink();
      continue;
    }
    if (place === 0) html += takeRemoved();
    if (!goesOn(atom)) html += endLink();
    html += taken(atom);
    place += 1;
    const gone = takeRemoved();
    if (gone !== '') html += ` ${gone}`;
  }
  html += endLink();
  const [were, are] = [coloursOf(before), coloursOf(now)];
  return {
    html: html.replace(/<\/head\s*>/i, (end) => style + end),
    ...count,
    colours: {
      gone: were.filter((colour) => !are.includes(colour)),
      come: are.filter((colour) => !were.includes(colour)),
    },
  };
}

/** What ends a sentence is marked, and no word. */
function isCounted({ piece, isPicture }: Atom): boolean {
  return isPicture || /[\p{L}\p{N}]/u.test(piece);
}

function marked({ piece, isPicture }: Atom): string {
  return isPicture ? withFlag(piece, 'data-other') : `<mark>${piece}</mark>`;
}

/** @param was markup, escaped */
function replaced(was: string, is: string): string {
  return [was === '' ? '' : `<del>${was}</del>`, is === '' ? '' : `<ins>${is}</ins>`]
    .filter(Boolean)
    .join(' ');
}

function withFlag(img: string, flag: string): string {
  return img.replace(/^<img/i, (start) => `${start} ${flag}`);
}
