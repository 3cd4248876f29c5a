import { slotNames } from '../../contract/edition';
import type { Severity } from '../../contract/finding';
import type { DeepInspection, DeepRule } from './inspection';
import { sentinel } from '../../edition/slots/sentinel';
import { declarationsOf, textOf, type Element } from './markup';

const kibibyte = 1024;
const place = 'edition';

/** A rule about the HTML as a whole. It reports each fault once, by the value `what` of its sentence. */
function markupRule(
  name: string,
  severity: Severity,
  faults: (inspection: DeepInspection) => (string | number | false)[],
): DeepRule {
  return {
    name,
    severity,
    check: (inspection) =>
      [...new Set(faults(inspection))].flatMap((what) =>
        what === false ? [] : [inspection.find(place, { what })],
      ),
  };
}

/** A screen reader needs the language, the direction and a title; many clients drop `<html>`, so the body's wrapper states them too. */
export const documentIncomplete = markupRule('document-incomplete', 'error', ({ markup }) => {
  const [html] = markup.named('html');
  const [title] = markup.named('title');
  const has = (attribute: string) =>
    markup.elements.some(
      ({ name, attribs, parent }) =>
        name !== 'html' && attribs[attribute] && parent && 'name' in parent && parent.name === 'body',
    );
  return [
    !title || textOf(title) === '' ? '<title>' : false,
    !html?.attribs['lang'] && '<html lang>',
    !html?.attribs['dir'] && '<html dir>',
    !has('lang') && '<div lang>',
    !has('dir') && '<div dir>',
  ];
});

export const imageAttributeMissing = markupRule('image-attribute-missing', 'error', ({ markup }) =>
  markup
    .named('img')
    .flatMap(({ attribs }) => ['alt', 'width'].filter((name) => attribs[name] === undefined)),
);

export const linkEmpty = markupRule('link-empty', 'error', ({ markup }) =>
  markup
    .named('a')
    .flatMap((link) => (link.attribs['href'] && textOf(link) === '' ? [link.attribs['href']] : [])),
);

/** A link needs an address that a reader can follow. Slots are addresses filled in later. */
export const linkAddressInvalid = markupRule('link-address-invalid', 'error', ({ markup, edition }) =>
  markup.named('a').flatMap(({ attribs }) => {
    const href = attribs['href'];
    if (href === undefined) return attribs['id'] || attribs['name'] ? [] : ['…'];
    const isSlot = slotNames.some((slot) => href === sentinel(edition.slots.nonce, slot, 'attribute'));
    const isAddress =
      /^(https?:\/\/[^/\s{}]|mailto:|tel:|#.)/i.test(href) && !/\{\{|S[0-9a-f]{20}_\w+S/.test(href);
    return isSlot || isAddress ? [] : [href === '' ? '…' : href];
  }),
);

/** A layout table has `role`; a table of data names its rows and columns. */
export const tableStructure = markupRule('table-structure', 'error', ({ markup }) =>
  markup.elements.map(({ name, attribs, children }) => {
    if (name === 'th') return !attribs['scope'] && '<th scope>';
    if (name !== 'table' || attribs['role']) return false;
    return !hasHeading(children) && '<table role>';
  }),
);

function hasHeading(nodes: Element['children']): boolean {
  return nodes.some(
    (node) => 'name' in node && (node.name === 'th' || ('children' in node && hasHeading(node.children))),
  );
}

const active = ['script', 'form', 'iframe', 'object', 'embed', 'input', 'button', 'video', 'audio'];

export const activeContent = markupRule('active-content', 'error', ({ markup }) =>
  markup.elements.flatMap(({ name, attribs }) => [
    ...(active.includes(name) ? [`<${name}>`] : []),
    ...Object.keys(attribs).filter((attribute) => /^on[a-z]/.test(attribute)),
  ]),
);

/** CSS that mail clients strip, and without which a layout breaks. */
export const layoutUnsupported = markupRule('layout-unsupported', 'error', ({ markup }) =>
  markup.elements.flatMap((element) => {
    const style = declarationsOf(element);
    const display = style.get('display') ?? '';
    return [
      /^(absolute|fixed|sticky|relative)/.test(style.get('position') ?? '') && 'position',
      /^(inline-)?(flex|grid)/.test(display) && `display:${display}`,
    ];
  }),
);

/** Gmail drops a `<style>` of more than 16 KiB entirely. */
export const styleTooLarge = markupRule('style-too-large', 'error', ({ markup }) => {
  const size = Buffer.byteLength(markup.styles) / kibibyte;
  return [size > 16 && Math.ceil(size)];
});

/** Blocks run in the direction of the language; only isolated words of another script may run in theirs. */
export const directionWrong = markupRule('direction-wrong', 'error', ({ markup, edition }) =>
  markup.elements.map((element) => {
    const wrong = edition.direction === 'rtl' ? 'ltr' : 'rtl';
    if (!/^(html|body|div|table|tbody|tr|h[1-6]|ul|ol)$/.test(element.name)) return false;
    const own = declarationsOf(element).get('direction') ?? element.attribs['dir'];
    return own === wrong && `<${element.name} dir="${wrong}">`;
  }),
);

export const headingOrder = markupRule('heading-order', 'warning', ({ markup }) => {
  const levels = markup.elements.flatMap(({ name }) =>
    /^h[1-6]$/.test(name) ? [Number(name.charAt(1))] : [],
  );
  return [
    !levels.includes(1) && '<h1>',
    ...levels.map(
      (level, at) => at > 0 && level > (levels[at - 1] ?? level) + 1 && `<h${levels[at - 1]}> → <h${level}>`,
    ),
  ];
});

const smallest = 14;

export const fontTooSmall = markupRule('font-too-small', 'warning', ({ markup }) =>
  markup.texts.map(({ size }) => size < smallest && `${size} px`),
);

export const textJustified = markupRule('text-justified', 'warning', ({ markup }) =>
  markup.elements.map(
    (element) =>
      (declarationsOf(element).get('text-align') === 'justify' || element.attribs['align'] === 'justify') &&
      `<${element.name}>`,
  ),
);

const generic = /\b(sans-serif|serif|monospace|system-ui)\b/;

export const fontWithoutFallback = markupRule('font-without-fallback', 'warning', ({ markup }) =>
  markup.elements.map((element) => {
    const family = declarationsOf(element).get('font-family');
    return family !== undefined && !generic.test(family) && family;
  }),
);

/** Every link of the HTML is in the text part too. */
export const textPartLinkMissing = markupRule('text-part-link-missing', 'warning', ({ markup, edition }) =>
  markup.named('a').map(({ attribs }) => {
    const href = attribs['href'] ?? '';
    const slot = slotNames.find((name) => href === sentinel(edition.slots.nonce, name, 'attribute'));
    const wanted = slot ? sentinel(edition.slots.nonce, slot, 'text') : href;
    return (
      (slot !== undefined || /^https?:/.test(wanted)) && !edition.text.includes(wanted) && (slot ?? href)
    );
  }),
);
