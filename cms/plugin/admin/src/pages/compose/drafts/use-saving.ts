import { useCallback, useEffect, useRef, useState } from 'react';

import { usePublishDocument, useUpdateDocument } from '../../../api/save-documents';
import { readRefusal } from '../../../model/read-refusal';
import { uids } from '../../../../../shared/uids';
import { changesOf, type DocumentName, type SavedDocuments } from './drafts';
import { toData } from './to-data';

/** After so long without a key what is typed is saved, in milliseconds. */
const QUIET = 3_000;
/** After so long a server that did not answer is asked again. */
const AGAIN = 5_000;

/** How it stands with what is typed. */
export interface Saving {
  state: 'saved' | 'typed' | 'saving' | 'refused' | 'unreachable';
  /** When the last save was done; null where nothing was saved yet. */
  at: Date | null;
  /** Why the last save was refused, as the client gives it. */
  error: unknown;
  save: () => Promise<boolean>;
  /** Saves an article and lets it be sent as it is. */
  publish: (documentId: string) => Promise<boolean>;
}

/**
 * Saves what is typed: some seconds after the last key, by Ctrl+S, and again once a server that was away answers. A save that was
 * refused waits for the person: for her answer, or for the next key where what is written was wrong.
 *
 * @param onStored is told after each save, to ask for what the server has now
 */
export function useSaving(documents: SavedDocuments, onStored: () => void): Saving {
  const [update] = useUpdateDocument();
  const [publishDocument] = usePublishDocument();
  const [state, setState] = useState<'idle' | 'saving' | 'refused' | 'unreachable'>('idle');
  const [at, setAt] = useState<Date | null>(null);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(documents);
  useEffect(() => {
    latest.current = documents;
  });
  const running = useRef<Promise<boolean> | null>(null);

  const fail = useCallback((reason: unknown) => {
    setError(reason);
    setState(readRefusal(reason).kind === 'unreachable' ? 'unreachable' : 'refused');
    return false;
  }, []);

  const saveOne = useCallback(
    async (document: DocumentName): Promise<boolean> => {
      const draft = latest.current.draftOf(document);
      if (draft === undefined) return true;
      const sent = changesOf(draft);
      const answer = await update({
        collectionType: 'collection-types',
        model: uids[document.type],
        documentId: document.documentId,
        data: { ...toData(sent), revision: draft.revision },
      });
      if (answer.error !== undefined) return fail(answer.error);
      latest.current.onStored(document, sent, answer.data?.data?.revision ?? draft.revision + 1);
      return true;
    },
    [fail, update],
  );

  const run = useCallback(
    (work: () => Promise<boolean>): Promise<boolean> => {
      const next = (running.current ?? Promise.resolve(true)).then(async () => {
        setState('saving');
        setError(null);
        const isDone = await work();
        if (isDone) {
          setState('idle');
          setAt(new Date());
        }
        onStored();
        return isDone;
      });
      running.current = next.catch(() => false);
      return next;
    },
    [onStored],
  );

  const save = useCallback(
    () =>
      run(async () => {
        // What one document is refused for says nothing of the others.
        const answers = [];
        for (const document of latest.current.changed) answers.push(await saveOne(document));
        return !answers.includes(false);
      }),
    [run, saveOne],
  );
  const publish = useCallback(
    (documentId: string) =>
      run(async () => {
        const draft = latest.current.draftOf({ type: 'article', documentId });
        if (draft === undefined) return false;
        const sent = changesOf(draft);
        const answer = await publishDocument({
          collectionType: 'collection-types',
          model: uids.article,
          documentId,
          data: { ...toData({ ...draft.form }), revision: draft.revision },
        });
        if (answer.error !== undefined) return fail(answer.error);
        latest.current.onStored(
          { type: 'article', documentId },
          sent,
          answer.data?.data?.revision ?? draft.revision + 1,
        );
        return true;
      }),
    [fail, publishDocument, run],
  );

  const { changed } = documents;
  const isTyped = changed.length > 0;
  const [refused, setRefused] = useState<readonly DocumentName[] | null>(null);
  if (state === 'refused' && refused === null) setRefused(changed);
  if (state !== 'refused' && refused !== null) setRefused(null);
  const waitsForPerson = refused === changed || !mayBePutRight(error);
  useEffect(() => {
    if (!isTyped || state === 'saving' || (state === 'refused' && waitsForPerson)) return;
    const timer = setTimeout(() => void save(), state === 'unreachable' ? AGAIN : QUIET);
    return () => clearTimeout(timer);
    // Each key begins the time anew.
  }, [isTyped, state, waitsForPerson, save, changed]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void save();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [save]);

  const shown = state !== 'idle' ? state : isTyped ? 'typed' : 'saved';
  return { state: shown, at, error, save, publish };
}

/**
 * Whether a save was refused for what is written, which the next key may put right. What others have done meanwhile is for the person
 * to answer. Pure.
 */
function mayBePutRight(error: unknown): boolean {
  const refusal = readRefusal(error);
  if (refusal.kind !== 'server') return ['save', 'invalid', 'too-large'].includes(refusal.kind);
  return ['INPUT_INVALID', 'BODY_TOO_LARGE', 'BODY_TOO_DEEP'].includes(refusal.details.code);
}
