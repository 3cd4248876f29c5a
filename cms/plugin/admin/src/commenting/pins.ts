import { bringIntoSight, elementAt, rangeOf } from './places-in-mail';

/** A comment, where it is marked in a mail. */
export interface Pin {
  /** Of the comment. */
  id: number;
  number: number;
  place: string;
  quote: string;
  /** What a screen reader calls it. */
  label: string;
  /** Whether it is the one that somebody looks at. */
  isChosen: boolean;
}

const SIZE = 24;
const layer = 'data-pins';

/** How pins and quoted words look in a frame. */
export const pinStyle = `[${layer}] button{position:absolute;box-sizing:border-box;min-width:${SIZE}px;height:${SIZE}px;padding:0 5px;border:2px solid #fff;border-radius:12px 12px 12px 2px;background:#4945ff;color:#fff;font:600 12px/20px system-ui,sans-serif;text-align:center;cursor:pointer;box-shadow:0 1px 4px rgb(0 0 0/40%);z-index:2147483647}
[dir=rtl] [${layer}] button{border-radius:12px 12px 2px 12px}
[${layer}] button[data-chosen]{background:#8c4a00;transform:scale(1.15)}
[${layer}] mark{position:absolute;background:#4945ff;opacity:.18;pointer-events:none;border-radius:2px}`;

/**
 * Draws the pins of comments over a mail, each beside what it is about, with its quoted words marked. They stand beside the mail’s own
 * body, so that a newer mail does not take them away, and are no stops of the Tab key: the frame is one, and the comments themselves
 * lead to their pins.
 */
export function drawPins(shown: Document, pins: readonly Pin[]): void {
  shown.querySelector(`[${layer}]`)?.remove();
  const window = shown.defaultView;
  if (pins.length === 0 || window === null) return;
  const drawn = shown.createElement('div');
  drawn.setAttribute(layer, '');
  const isRtl = window.getComputedStyle(shown.body).direction === 'rtl';
  const taken: { left: number; top: number }[] = [];
  for (const pin of pins) {
    const element = elementAt(shown, pin.place);
    if (element === null) continue;
    const words = rangeOf(shown, pin.place, pin.quote);
    const box = (words ?? element).getBoundingClientRect();
    const column = element.getBoundingClientRect();
    const edge = isRtl ? column.right + 6 : column.left - SIZE - 6;
    const left = Math.min(Math.max(2, edge), shown.documentElement.clientWidth - SIZE - 2) + window.scrollX;
    let top = Math.max(2, box.top) + window.scrollY;
    // Several that are about the same stand below each other.
    while (taken.some((one) => Math.abs(one.left - left) < SIZE && Math.abs(one.top - top) < SIZE))
      top += SIZE;
    taken.push({ left, top });
    for (const { left: x, top: y, width, height } of words?.getClientRects() ?? [])
      drawn.append(boxAt(shown, { x: x + window.scrollX, y: y + window.scrollY, width, height }));
    drawn.append(buttonOf(shown, pin, { left, top }));
  }
  shown.documentElement.append(drawn);
}

/** The comment whose pin was hit; null where none was. */
export function pinAt(target: Node): number | null {
  const element = target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement;
  const id = element?.closest(`[${layer}] button`)?.getAttribute('data-id');
  return id === null || id === undefined ? null : Number(id);
}

/** The pin of a comment; null where it has none in this mail. */
export function markedPin(shown: Document, id: number): Element | null {
  return shown.querySelector(`[${layer}] button[data-id="${id}"]`);
}

/** Brings a pin into sight, within its frame and, for somebody with a small window, the frame itself. */
export function showPin(pin: Element): void {
  pin.ownerDocument.defaultView?.frameElement?.scrollIntoView({ block: 'nearest' });
  bringIntoSight(pin);
}

function buttonOf(shown: Document, { id, number, label, isChosen }: Pin, at: { left: number; top: number }) {
  const button = shown.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.textContent = String(number);
  button.setAttribute('data-id', String(id));
  button.setAttribute('aria-label', label);
  button.title = label;
  if (isChosen) button.setAttribute('data-chosen', '');
  button.style.left = `${at.left}px`;
  button.style.top = `${at.top}px`;
  return button;
}

function boxAt(shown: Document, { x, y, width, height }: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>) {
  const box = shown.createElement('mark');
  Object.assign(box.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  return box;
}
