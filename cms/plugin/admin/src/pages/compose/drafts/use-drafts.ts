import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';

import type { Composition } from '../../../../../shared/desk';
import type { TextKey } from '../../../model/text';
import { addedIn, arrangedBack, undoText, writtenIn } from './arranged-back';
import {
  changedDocuments,
  changesOf,
  draftOf,
  inLine,
  isChanged,
  nameOf,
  stored,
  typed,
  type Changes,
  type DocumentName,
  type Drafts,
  type KeyedSection,
  type SavedDocuments,
} from './drafts';
import { keptDrafts } from './kept-drafts';

/** A change that is made by one click, and can be taken back by one. */
interface Step {
  /** What the button says that takes it back. */
  undo: TextKey;
  /** Null where it does not fit what is there now. */
  make: (drafts: Drafts) => Drafts | null;
  /** Leaves what was typed since. */
  back: (drafts: Drafts) => Drafts | null;
  /** What it put in, by section key or documentId: once somebody writes there, taking it back would take her words along. */
  adds?: readonly string[];
}

/** How many steps can be taken back. */
const mostSteps = 30;

/** What is written on the page, and how it is changed. */
export interface Written extends SavedDocuments {
  drafts: Drafts;
  /** Fields of a document as they are typed now. */
  type: (document: DocumentName, fields: object) => void;
  /** New sections, or what makes them of those there are at that moment: for whoever has waited for an answer. */
  arrange: (next: KeyedSection[] | ((now: readonly KeyedSection[]) => KeyedSection[])) => void;
  step: (step: Step) => void;
  /** Takes back the last step alone; null where there is none. */
  undo: { text: TextKey; run: () => void } | null;
  /** How many documents were brought back as they were typed before the page was opened. */
  broughtBack: number;
  /** Whether this browser keeps what is typed: it has no room, or may not. */
  isKept: boolean;
}

/**
 * Holds what is typed on the page, in line with what the server has, and has the browser keep it until it is stored there.
 *
 * @param personId of whoever types
 */
export function useDrafts(composition: Composition, personId: string): Written {
  const kept = useMemo(() => keptDrafts(personId, () => window.localStorage), [personId]);
  const [before] = useState(() => kept.read());
  const [drafts, setDrafts] = useState(() => inLine(null, composition, before));
  const [seen, setSeen] = useState(composition);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const isKept = useSyncExternalStore(kept.subscribe, kept.isKeeping);
  // In the midst of rendering: a page that showed the old state first would flicker.
  if (seen !== composition) {
    setSeen(composition);
    setDrafts(inLine(drafts, composition, before));
  }
  const { documentId } = composition.issue;
  const [broughtBack] = useState(() => changedDocuments(drafts, documentId).length);

  const written = useRef<Drafts | null>(null);
  useEffect(() => {
    const last = written.current;
    written.current = drafts;
    for (const document of documentsOf(drafts, documentId)) {
      const draft = draftOf(drafts, document);
      if (draft === undefined || (last && draftOf(last, document) === draft)) continue;
      if (isChanged(draft)) kept.keep(nameOf(document), draft.revision, changesOf(draft));
      else kept.forget(nameOf(document));
    }
  }, [drafts, documentId, kept]);

  const type = useCallback((document: DocumentName, fields: object) => {
    const touched = writtenIn(document, fields, written.current?.issue.form.sections ?? []);
    setSteps((all) => {
      const left = all.filter(({ adds = [] }) => !adds.some((name) => touched.includes(name)));
      return left.length === all.length ? all : left;
    });
    setDrafts((now) => typed(now, document, fields));
  }, []);
  const step = useCallback((next: Step) => {
    setSteps((all) => [...all, next].slice(-mostSteps));
    setDrafts((now) => next.make(now) ?? now);
  }, []);
  const arrange = useCallback<Written['arrange']>(
    (next) => {
      const issue = { type: 'issue', documentId } as const;
      const before = written.current?.issue.form.sections ?? [];
      const sections = typeof next === 'function' ? next(before) : next;
      step({
        undo: undoText(before, sections),
        adds: addedIn(before, sections),
        make: (now) => typed(now, issue, { sections }),
        back: (now) =>
          typed(now, issue, { sections: arrangedBack(before, sections, now.issue.form.sections) }),
      });
    },
    [documentId, step],
  );
  const last = steps.at(-1);
  const undo = useMemo(
    () =>
      last === undefined
        ? null
        : {
            text: last.undo,
            run: () => {
              setSteps((all) => all.filter((one) => one !== last));
              setDrafts((now) => last.back(now) ?? now);
            },
          },
    [last],
  );
  const onStored = useCallback((document: DocumentName, sent: Changes, revision: number) => {
    setDrafts((now) => stored(now, document, sent, revision));
  }, []);
  const changed = useMemo(() => changedDocuments(drafts, documentId), [drafts, documentId]);
  return {
    ...{ drafts, type, arrange, step, undo, changed, onStored, broughtBack, isKept },
    draftOf: (document) => draftOf(drafts, document),
  };
}

function documentsOf(drafts: Drafts, issueId: string): DocumentName[] {
  return [
    { type: 'issue', documentId: issueId },
    ...Object.keys(drafts.articles).map((documentId) => ({ type: 'article' as const, documentId })),
    ...Object.keys(drafts.dashboards).map((documentId) => ({ type: 'dashboard' as const, documentId })),
  ];
}
