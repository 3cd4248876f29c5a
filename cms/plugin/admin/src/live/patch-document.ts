/**
 * Brings the document of a frame in line with a newer mail, and touches only what differs: the view keeps its place, and pictures do
 * not load anew.
 *
 * @param html of the newer mail; it is parsed into a document in which nothing runs or loads
 */
export function patchDocument(shown: Document, html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html');
  // The frame is one stop for the Tab key: its links lead nowhere here.
  for (const link of next.querySelectorAll('a[href]')) link.setAttribute('tabindex', '-1');
  patchStyles(shown, next);
  if (next.documentElement.lang !== shown.documentElement.lang)
    shown.documentElement.lang = next.documentElement.lang;
  patch(shown.body, next.body);
}

const ownStyle = 'data-own';

/** Adds the desk's own style to a frame, which a newer mail does not take away. */
export function addOwnStyle(shown: Document, css: string): void {
  const style = shown.createElement('style');
  style.setAttribute(ownStyle, '');
  style.textContent = css;
  shown.head.append(style);
}

function patchStyles(shown: Document, next: Document): void {
  const [old, fresh] = [
    [...shown.head.querySelectorAll(`style:not([${ownStyle}])`)],
    [...next.head.querySelectorAll('style')],
  ];
  const isSame =
    old.length === fresh.length && old.every((style, at) => style.textContent === fresh[at]?.textContent);
  if (isSame) return;
  for (const style of old) style.remove();
  shown.head.prepend(...fresh.map((style) => shown.importNode(style, true)));
}

function patch(old: Element, next: Element): void {
  patchAttributes(old, next);
  const [before, after] = [[...old.childNodes], [...next.childNodes]];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (end < shorter - start && isSame(before[before.length - 1 - end], after[after.length - 1 - end]))
    end += 1;
  const [gone, come] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const behind = before[before.length - end] ?? null;
  come.forEach((node, at) => {
    const place = gone[at];
    if (place === undefined) old.insertBefore(old.ownerDocument.importNode(node, true), behind);
    else if (isAlike(place, node)) patchNode(place, node);
    else place.replaceWith(old.ownerDocument.importNode(node, true));
  });
  for (const node of gone.slice(come.length)) node.remove();
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other);
}

function isAlike(one: Node, other: Node): boolean {
  return one.nodeType === other.nodeType && one.nodeName === other.nodeName;
}

function patchNode(old: Node, next: Node): void {
  if (old.nodeType === Node.ELEMENT_NODE) patch(old as Element, next as Element);
  else if (old.nodeValue !== next.nodeValue) old.nodeValue = next.nodeValue;
}

function patchAttributes(old: Element, next: Element): void {
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
}
