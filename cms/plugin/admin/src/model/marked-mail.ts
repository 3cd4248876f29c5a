import { sequenceDifferences } from './sequence-differences';

/** A mail in which what was added and removed since another one is marked. */
interface MarkedMail {
  html: string;
  added: number;
  removed: number;
}

/** Comments and the head say nothing to a reader; a tag is kept as it is; what is left are words and the space between them. */
const tokens = /<!--[\s\S]*?-->|<(head|style|script|title)\b[\s\S]*?<\/\1\s*>|<[^>]*>|[^<\s]+|\s+/gi;
const isWord = (token: string): boolean => /^[^<\s]/.test(token);

/** Legible on every ground that a mail has. */
const style =
  '<style>ins{background:#c9f2d3;color:#0d3b1c;text-decoration:none}del{background:#fbd5d5;color:#6b1414;text-decoration:line-through}</style>';

/**
 * Marks in a mail, as readers would see it, the words that another version did not have, and puts those that it had in their place.
 * Tags are those of the mail as it is now; what was removed stands as text at the end of what precedes it. Pure.
 */
export function markedMail(before: string, now: string): MarkedMail {
  const old = (before.match(tokens) ?? []).filter(isWord);
  const pieces = now.match(tokens) ?? [];
  const { removed, added } = sequenceDifferences(old, pieces.filter(isWord));
  let html = '';
  let [place, oldPlace] = [0, 0];
  const takeRemoved = (): string => {
    const gone: string[] = [];
    for (; removed.has(oldPlace); oldPlace += 1) gone.push(old[oldPlace] ?? '');
    return gone.length === 0 ? '' : `<del>${gone.join(' ')}</del>`;
  };
  for (const piece of pieces) {
    if (!isWord(piece)) {
      html += piece;
      continue;
    }
    if (place === 0) html += takeRemoved();
    if (added.has(place)) html += `<ins>${piece}</ins>`;
    else {
      html += piece;
      oldPlace += 1;
    }
    place += 1;
    const gone = takeRemoved();
    if (gone !== '') html += ` ${gone}`;
  }
  const counts = { added: added.size, removed: removed.size };
  return { html: html.replace(/<\/head\s*>/i, (end) => style + end), ...counts };
}
