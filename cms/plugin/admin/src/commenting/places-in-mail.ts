/** The elements by which the server ties pieces of a mail to their fields. */
const mark = 'i[data-place]';

/** A piece of the mail that somebody points at. */
export interface Piece {
  /** Path in the contract’s terms; null for what stands before all places, or belongs to the institution. */
  place: string | null;
  /** The words that she has selected; empty for none. */
  quote: string;
  /** How far below the upper edge of the window it is, in CSS pixels. */
  top: number;
}

/** The piece of the mail that was clicked on. @param y of the click, in CSS pixels below the upper edge of the window */
export function pieceAt(target: Node, y: number): Piece {
  const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
  const { bottom = y, height = 0 } = element?.getBoundingClientRect() ?? {};
  // Below what is meant, so that it can still be read; a long one hides what comes behind it.
  return { place: placeAt(target), quote: '', top: height < 160 ? bottom : y };
}

/** Longer than what somebody quotes to say something about it, and as much as the server takes. */
const mostOfQuote = 300;

/** The piece of the mail whose words are selected; null where none are. */
export function pieceOfSelection(shown: Document, top: number): Piece | null {
  const selection = shown.getSelection();
  const quote = (selection?.toString() ?? '').replace(/\s+/g, ' ').trim().slice(0, mostOfQuote);
  if (!selection || selection.rangeCount === 0 || quote === '') return null;
  return { place: placeAt(selection.getRangeAt(0).startContainer), quote, top };
}

/** Brings an element of a frame into sight; `scrollIntoView` would scroll the page around the frame as well. */
export function bringIntoSight(element: Element): void {
  const window = element.ownerDocument.defaultView;
  const box = element.getBoundingClientRect();
  // What stands at the very end is seen, and what follows it is not.
  if (!window || (box.top >= 0 && box.bottom <= window.innerHeight * 0.8)) return;
  window.scrollBy({ top: box.top - window.innerHeight / 3 });
}

/** The words of a quotation within what is shown of a place; null where they do not stand there any more. */
export function rangeOf(shown: Document, place: string, quote: string): Range | null {
  const from = elementAt(shown, place);
  if (from === null || quote === '') return null;
  const walker = shown.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  const letters: { node: Text; at: number }[] = [];
  let text = '';
  // Spaces are one, whichever they are, and none at the edges of pieces: so they were quoted.
  for (let node = walker.nextNode(); node && text.length < mostSearched; node = walker.nextNode())
    for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) {
      const letter = node.nodeValue?.charAt(at) ?? '';
      if (/\s/.test(letter)) continue;
      text += letter;
      letters.push({ node: node as Text, at });
    }
  const sought = quote.replace(/\s+/g, '');
  const start = text.indexOf(sought);
  const [first, last] = [letters[start], letters[start + sought.length - 1]];
  if (start < 0 || !first || !last) return null;
  const range = shown.createRange();
  range.setStart(first.node, first.at);
  range.setEnd(last.node, Math.min(last.at + 1, last.node.length));
  return range;
}

/** Letters behind the beginning of a place in which its quotation is looked for. */
const mostSearched = 20_000;

/** The place that a piece of the mail belongs to; null for what stands before all of them, or belongs to the institution. */
function placeAt(target: Node): string | null {
  const document = target.ownerDocument;
  if (document === null) return null;
  const marks = [...document.querySelectorAll(mark)];
  const inside = marks.find((one) => target.contains(one));
  // A small piece that holds a mark is that mark's; a large one is whatever stands before the place of the click.
  const isSmall = (target.textContent ?? '').length < 400;
  const before = marks
    .filter((one) => target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING)
    .at(-1);
  const found = (isSmall ? inside : undefined) ?? before ?? inside;
  const place = found?.getAttribute('data-place') ?? null;
  return place === null || place.startsWith('masthead.brand') ? null : place;
}

/** The element that shows a place, or what it is part of: a picture of an article, an entry of a section. */
export function elementAt(document: Document, place: string): HTMLElement | null {
  return shownAt(document, place)?.element ?? null;
}

/** That element, and the place that was found: the one that was sought, or the nearest that holds it; null for neither. */
export function shownAt(document: Document, place: string): { element: HTMLElement; place: string } | null {
  const marks = [...document.querySelectorAll<HTMLElement>(mark)];
  for (let sought = place; sought !== ''; sought = sought.replace(/(?:^|\.|\[)[^.[]*$/, '')) {
    const found = marks.find((one) => isUnder(one.getAttribute('data-place') ?? '', sought));
    const element = found && shownBy(found);
    if (element) return { element, place: sought };
  }
  return null;
}

/** Whether a place is another one or lies in it. */
function isUnder(place: string, above: string): boolean {
  return place === above || place.startsWith(`${above}.`) || place.startsWith(`${above}[`);
}

function shownBy(found: HTMLElement): HTMLElement | null {
  const next = found.nextElementSibling;
  return next instanceof found.ownerDocument.defaultView!.HTMLImageElement ? next : found.parentElement;
}
