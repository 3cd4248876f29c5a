import type { Body } from '@nachra/renderer';
import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { extensions } from '../../../cms/plugin/admin/src/body/document/extensions';
import { readBody, writeBody } from '../../../cms/plugin/admin/src/body/document/stored-form';
import { sliceFor } from '../../../cms/plugin/admin/src/body/paste/slice-for';

const schema = getSchema(extensions);
type Block = Body[number];
const text = (value: string) => [{ type: 'text' as const, text: value }];
const paragraph = (value: string): Block => ({ type: 'paragraph', children: text(value) });
type List = Extract<Block, { type: 'list' }>;
const list = (format: List['format'], ...children: (string | List)[]): List => ({
  type: 'list',
  format,
  children: children.map((child) =>
    typeof child === 'string' ? { type: 'list-item' as const, children: text(child) } : child,
  ),
});
const heading: Block = { type: 'heading', level: 2, children: text('Titre') };

/** A body with another one pasted into it, where `|` stands. */
function pastedInto(body: Body, pasted: Body): Body | null {
  const document = schema.nodeFromJSON(readBody(body));
  let at = -1;
  document.descendants((node, position) => {
    const found = node.isText ? (node.text ?? '').indexOf('|') : -1;
    if (found >= 0) at = position + found;
  });
  const state = EditorState.create({ doc: document });
  const { tr } = state;
  tr.delete(at, at + 1);
  const marked = state.apply(tr.setSelection(TextSelection.create(tr.doc, at)));
  const after = marked.tr.replaceSelection(sliceFor(marked, pasted)).doc;
  after.check();
  return writeBody(after.toJSON() as ReturnType<typeof readBody>);
}

describe('what is pasted into an item of a list', () => {
  const three = [paragraph('un'), paragraph('deux'), paragraph('trois')];

  it('becomes items where it is several paragraphs', () => {
    expect(pastedInto([list('unordered', 'avant', 'ici |', 'après')], three)).toEqual([
      list('unordered', 'avant', 'ici un', 'deux', 'trois', 'après'),
    ]);
    expect(pastedInto([list('ordered', '|')], three)).toEqual([list('ordered', 'un', 'deux', 'trois')]);
  });

  it('takes what stood behind the caret along, and stays on its level', () => {
    expect(pastedInto([list('unordered', 'a', list('ordered', 'b|c', 'd'), 'e')], three)).toEqual([
      list('unordered', 'a', list('ordered', 'bun', 'deux', 'troisc', 'd'), 'e'),
    ]);
  });

  it('keeps the levels of a list that comes with paragraphs', () => {
    const pasted = [paragraph('un'), list('ordered', 'deux', list('unordered', 'dedans'), 'trois')];
    expect(pastedInto([list('unordered', 'a|')], pasted)).toEqual([
      list('unordered', 'aun', 'deux', list('unordered', 'dedans'), 'trois'),
    ]);
  });

  it('joins the item where it is one paragraph, and leaves the list where it is no item', () => {
    expect(pastedInto([list('unordered', 'a|b')], [paragraph('un')])).toEqual([list('unordered', 'aunb')]);
    const left = pastedInto([list('unordered', 'a|')], [heading, paragraph('un')]);
    expect(left?.map(({ type }) => type)).toEqual(['list', 'heading', 'paragraph']);
  });
});

describe('what is pasted elsewhere', () => {
  it('keeps its paragraphs in a paragraph, and its lines in a cell', () => {
    expect(pastedInto([paragraph('a|b')], [paragraph('un'), paragraph('deux')])).toEqual([
      paragraph('aun'),
      paragraph('deuxb'),
    ]);
    const table = (value: string): Block => ({
      type: 'table',
      headerRow: false,
      children: [{ type: 'table-row', children: [{ type: 'table-cell', children: text(value) }] }],
    });
    expect(pastedInto([table('a|b')], [paragraph('un'), heading])).toEqual([table('aun\nTitreb')]);
  });
});
