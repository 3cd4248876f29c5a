import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';

import type { Composition } from '../../../../../shared/desk';
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

/** What is written on the page, and how it is changed. */
export interface Written extends SavedDocuments {
  drafts: Drafts;
  /** Fields of a document as they are typed now. */
  type: (document: DocumentName, fields: object) => void;
  /** New sections, or what makes them of those there are at that moment: for whoever has waited for an answer. */
  arrange: (next: KeyedSection[] | ((now: readonly KeyedSection[]) => KeyedSection[])) => void;
  /** Takes back the last arrangement; null where there is none. */
  undo: (() => void) | null;
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
  const kept = useMemo(() => keptDrafts(personId), [personId]);
  const [before] = useState(() => kept.read());
  const [drafts, setDrafts] = useState(() => inLine(null, composition, before));
  const [seen, setSeen] = useState(composition);
  const [arrangements, setArrangements] = useState<KeyedSection[][]>([]);
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
    setDrafts((now) => typed(now, document, fields));
  }, []);
  const arrange = useCallback<Written['arrange']>(
    (next) => {
      const now = written.current?.issue.form.sections ?? [];
      setArrangements((all) => [...all, now].slice(-30));
      type({ type: 'issue', documentId }, { sections: typeof next === 'function' ? next(now) : next });
    },
    [documentId, type],
  );
  const undo = (): void => {
    const last = arrangements.at(-1);
    if (last === undefined) return;
    setArrangements((all) => all.slice(0, -1));
    type({ type: 'issue', documentId }, { sections: last });
  };
  const onStored = useCallback((document: DocumentName, sent: Changes, revision: number) => {
    setDrafts((now) => stored(now, document, sent, revision));
  }, []);
  const changed = useMemo(() => changedDocuments(drafts, documentId), [drafts, documentId]);
  return {
    ...{ drafts, type, arrange, changed, onStored, broughtBack, isKept },
    draftOf: (document) => draftOf(drafts, document),
    undo: arrangements.length > 0 ? undo : null,
  };
}

function documentsOf(drafts: Drafts, issueId: string): DocumentName[] {
  return [
    { type: 'issue', documentId: issueId },
    ...Object.keys(drafts.articles).map((documentId) => ({ type: 'article' as const, documentId })),
    ...Object.keys(drafts.dashboards).map((documentId) => ({ type: 'dashboard' as const, documentId })),
  ];
}
