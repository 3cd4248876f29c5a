import type { Block, Body } from '@nachra/renderer';
import { Fragment, Slice, type Node, type ResolvedPos } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { isInTable } from '@tiptap/pm/tables';

import { readBody } from '../document/stored-form';

type ListBlock = Extract<Block, { type: 'list' }>;

/**
 * What takes the place of the selection when a body is pasted: in a cell its texts, one below the other; in an item of a list more
 * items; elsewhere its blocks, of which only text at the ends joins what it is pasted into. Pure.
 */
export function sliceFor(state: EditorState, body: Body): Slice {
  const { schema, selection } = state;
  if (isInTable(state)) return new Slice(textsOf(nodesOf(state, body)), 0, 0);
  const list = listAround(selection.$from);
  const items = list && body.length > 1 ? asItems(body, list) : null;
  if (items) {
    const nodes = schema.nodeFromJSON(readBody([items])).content;
    return new Slice(nodes, depthOf(nodes.firstChild, 'firstChild'), depthOf(nodes.lastChild, 'lastChild'));
  }
  const nodes = nodesOf(state, body);
  const open = (node: Node | null) => (node?.type.name === 'paragraph' ? 1 : 0);
  return new Slice(nodes, open(nodes.firstChild), open(nodes.lastChild));
}

function nodesOf({ schema }: EditorState, body: Body): Fragment {
  return schema.nodeFromJSON(readBody(body)).content;
}

/** The texts of blocks in one place that takes text only: of a single one as it is. */
function textsOf(nodes: Fragment): Fragment {
  if (nodes.childCount === 1 && nodes.firstChild?.isTextblock) return nodes.firstChild.content;
  const schema = nodes.firstChild?.type.schema;
  const lineEnd = schema?.nodes['hardBreak'];
  if (!schema || !lineEnd) return Fragment.empty;
  const lines = nodes.textBetween(0, nodes.size, '\n', '\n').split('\n');
  return Fragment.from(
    lines.flatMap((line, at) => [
      ...(at > 0 ? [lineEnd.create()] : []),
      ...(line === '' ? [] : [schema.text(line)]),
    ]),
  );
}

/** The format of the list whose item a place is in; null outside of one. */
function listAround(place: ResolvedPos): ListBlock['format'] | null {
  for (let depth = place.depth; depth > 0; depth -= 1)
    if (place.node(depth).type.name === 'listItem')
      return place.node(depth - 1).type.name === 'orderedList' ? 'ordered' : 'unordered';
  return null;
}

/** Blocks as the items of one list; null where something among them cannot be an item. */
function asItems(body: Body, format: ListBlock['format']): ListBlock | null {
  const children: ListBlock['children'] = [];
  for (const block of body) {
    if (block.type === 'paragraph') children.push({ type: 'list-item', children: block.children });
    else if (block.type === 'list') children.push(...block.children);
    else return null;
  }
  return { type: 'list', format, children };
}

/** How many nodes are open from a node down to its first or last text. */
function depthOf(node: Node | null, end: 'firstChild' | 'lastChild'): number {
  return node === null || node.isInline ? 0 : 1 + (node.isTextblock ? 0 : depthOf(node[end], end));
}
