import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { Markup } from '../../cms/plugin/admin/src/body/paste/markup';

type Parsed = DefaultTreeAdapterTypes.Node;

/** The body of a document, parsed as browsers parse it. @see https://html.spec.whatwg.org/multipage/parsing.html */
export function parsedBody(html: string): Markup {
  const root = asMarkup(parse(html));
  const [document] = Array.from(root.childNodes).filter(({ nodeName }) => nodeName === 'HTML');
  const body = Array.from(document?.childNodes ?? []).find(({ nodeName }) => nodeName === 'BODY');
  if (!body) throw new Error('The document has no body.');
  return body;
}

/** With the names and numbers that the DOM has. */
function asMarkup(node: Parsed): Markup {
  const attributes = 'attrs' in node ? node.attrs : [];
  const children = 'childNodes' in node ? node.childNodes : [];
  const types: Record<string, number> = { '#text': 3, '#comment': 8, '#document': 9, '#documentType': 10 };
  return {
    nodeType: types[node.nodeName] ?? 1,
    nodeName: node.nodeName.toUpperCase(),
    nodeValue: 'value' in node ? node.value : null,
    childNodes: children.map(asMarkup),
    getAttribute: (name) => attributes.find((one) => one.name === name)?.value ?? null,
  };
}
