import type { Block } from '@nachra/renderer';
import { Extension, type Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import { fillGap, startOfBlock } from './fill-gap';

/** A place among the blocks of a text for one that another text has and this one lacks. */
interface Gap {
  /** How many blocks of this text stand before it. */
  before: number;
  /** In pixels. */
  height: number;
  /** What the button in it says. */
  label: string;
  /** What the button puts there. */
  block: Block;
}

/** How the blocks of a text stand so that those of another one stand beside them. */
export interface BesideLayout {
  /** The least heights of the blocks, in pixels, in their order. */
  heights: readonly number[];
  gaps: readonly Gap[];
}

const key = new PluginKey<BesideLayout>('beside');
const nothing: BesideLayout = { heights: [], gaps: [] };

/** Gives the blocks of a text the heights of those beside them, and shows where it lacks one. The text itself is as it was. */
export const BesideBlocks = Extension.create({
  name: 'besideBlocks',
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin<BesideLayout>({
        key,
        state: {
          init: () => nothing,
          apply: (transaction, layout) => (transaction.getMeta(key) as BesideLayout | undefined) ?? layout,
        },
        props: {
          decorations: (state) => decorationsOf(editor, state.doc, key.getState(state) ?? nothing),
        },
      }),
    ];
  },
});

export function layBeside(editor: Editor, layout: BesideLayout): void {
  if (editor.isDestroyed) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, layout).setMeta('addToHistory', false));
}

/** The elements of blocks and gaps, from the first to the last; what else stands among them belongs to the editor. */
export function elementsOf(editor: Editor): HTMLElement[] {
  return [...editor.view.dom.children].filter(
    (element): element is HTMLElement =>
      element instanceof HTMLElement && !element.matches('.ProseMirror-widget:not(.body-gap)'),
  );
}

function decorationsOf(editor: Editor, document: Node, { heights, gaps }: BesideLayout): DecorationSet {
  const decorations = gaps.map((gap) =>
    Decoration.widget(startOfBlock(document, gap.before), () => elementOf(editor, gap), {
      key: JSON.stringify(gap),
      side: -1,
      stopEvent: () => true,
      ignoreSelection: true,
    }),
  );
  document.forEach((block, start, index) => {
    const height = heights[index];
    if (height === undefined) return;
    const style = `min-height: ${height}px`;
    decorations.push(Decoration.node(start, start + block.nodeSize, { style }));
  });
  return DecorationSet.create(document, decorations);
}

function elementOf(editor: Editor, { before, height, label, block }: Gap): HTMLElement {
  const gap = Object.assign(document.createElement('div'), {
    className: 'body-gap',
    contentEditable: 'false',
  });
  gap.style.minHeight = `${height}px`;
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  button.addEventListener('click', () => fillGap(editor, before, block));
  gap.append(button);
  return gap;
}
