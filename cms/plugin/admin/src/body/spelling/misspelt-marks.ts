import { Extension, type Editor } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';

import { mostWordsAsked } from '../../../../shared/spelling-lists';
import { lookAt, type Look } from './look-at-words';
import { verdictsOf } from './speller';
import type { Word } from './words-in';

/** What is shown of a document's spelling. */
interface Shown {
  marks: DecorationSet;
  isForeign: boolean;
}

interface Options {
  /** Asks what is to become of a misspelt word. */
  open: (word: Word) => void;
}

const key = new PluginKey<Shown>('spelling');
const nothing: Shown = { marks: DecorationSet.empty, isForeign: false };

/** After so long without a key the words are looked at, in milliseconds. */
const quiet = 400;

/**
 * Marks misspelt words as one writes, in the language that the editor's element names. The marks are decorations: nothing of them
 * enters the document. The word that is being typed is left alone until the caret leaves it.
 */
export const MisspeltMarks = Extension.create<Options>({
  name: 'misspeltMarks',
  addOptions: () => ({ open: () => undefined }),
  addProseMirrorPlugins() {
    const { open } = this.options;
    return [
      new Plugin<Shown>({
        key,
        state: {
          init: () => nothing,
          apply: (transaction, shown) =>
            (transaction.getMeta(key) as Shown | undefined) ??
            (transaction.docChanged
              ? { ...shown, marks: shown.marks.map(transaction.mapping, transaction.doc) }
              : shown),
        },
        props: {
          decorations: (state) => key.getState(state)?.marks,
          handleDOMEvents: {
            contextmenu(view, event) {
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
              const word = at === undefined ? undefined : wordAt(view.state, at);
              if (word === undefined) return false;
              event.preventDefault();
              open(word);
              return true;
            },
          },
        },
        view: watch,
      }),
    ];
  },
  addKeyboardShortcuts() {
    return {
      'Alt-Enter': () => {
        const word = nextMisspelt(this.editor);
        if (word) this.options.open(word);
        return word !== undefined;
      },
    };
  },
});

/** Looks at the words when nothing was typed for a moment, and when the server has said something of them. */
function watch(view: EditorView) {
  let language = '';
  let stop: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTyping = false;
  let { editable } = view;

  const later = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  };
  function look(): void {
    if (view.composing) return later(quiet);
    const verdicts = view.editable ? verdictsOf(language) : null;
    const found = verdicts && lookAt(view.state.doc, verdicts);
    if (verdicts && found && found.unknown.length > 0) verdicts.want(found.unknown.slice(0, mostWordsAsked));
    show(view, found, isTyping);
  }
  function follow(): void {
    if (view.dom.lang === language) return;
    language = view.dom.lang;
    stop?.();
    stop = verdictsOf(language)?.subscribe(() => later(0));
    later(0);
  }
  const settle = (): void => {
    isTyping = false;
    later(0);
  };
  view.dom.addEventListener('blur', settle);
  follow();
  return {
    update(_: EditorView, before: EditorState) {
      follow();
      const { doc, selection } = view.state;
      if (doc !== before.doc) isTyping = true;
      else if (!selection.eq(before.selection) || view.editable !== editable) isTyping = false;
      else return;
      ({ editable } = view);
      later(isTyping ? quiet : 0);
    },
    destroy() {
      view.dom.removeEventListener('blur', settle);
      clearTimeout(timer);
      stop?.();
    },
  };
}

function show(view: EditorView, found: Look | null, isTyping: boolean): void {
  const { doc, selection, tr } = view.state;
  const { head, empty } = selection;
  const words = (found?.misspelt ?? []).filter(
    ({ from, to }) => !(isTyping && empty && from < head && head <= to),
  );
  const marks = words.map((word) =>
    Decoration.inline(word.from, word.to, { class: 'body-misspelt', 'aria-invalid': 'spelling' }, word),
  );
  const isForeign = found?.isForeign ?? false;
  const before = key.getState(view.state) ?? nothing;
  if (before.isForeign === isForeign && isSame(before.marks, words)) return;
  view.dispatch(
    tr.setMeta(key, { marks: DecorationSet.create(doc, marks), isForeign }).setMeta('addToHistory', false),
  );
}

function isSame(marks: DecorationSet, words: readonly Word[]): boolean {
  const shown = marks.find();
  const known = new Set(shown.map(({ from, to, spec }) => `${from} ${to} ${(spec as Word).word}`));
  return (
    shown.length === words.length && words.every(({ from, to, word }) => known.has(`${from} ${to} ${word}`))
  );
}

function misspeltIn(state: EditorState, from?: number, to?: number): Word[] {
  const marks = key.getState(state)?.marks.find(from, to) ?? [];
  return marks
    .map((mark) => ({ word: (mark.spec as Word).word, from: mark.from, to: mark.to }))
    .sort((one, other) => one.from - other.from);
}

function wordAt(state: EditorState, at: number): Word | undefined {
  return misspeltIn(state, at, at)[0];
}

/** The misspelt word at the caret, else the next one behind it, else the first. */
export function nextMisspelt({ state }: Editor): Word | undefined {
  const { head } = state.selection;
  const all = misspeltIn(state);
  return wordAt(state, head) ?? all.find(({ from }) => from >= head) ?? all[0];
}

/** How many words are marked, and whether the text is of another language. */
export function spellingShown({ state }: Editor): { count: number; isForeign: boolean } {
  const { marks, isForeign } = key.getState(state) ?? nothing;
  return { count: marks.find().length, isForeign };
}
