import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { AnswerOf, LiveMail, LiveRequest } from '../../../../../shared/desk';
import { urlOf } from '../../../../../shared/endpoints';
import { newPageName } from '../../../model/page-name';
import { changesOf, unkeyed, type Draft, type Drafts, type KeyedSection } from '../drafts/drafts';

/** A server that is busy or away is asked again after so long, in milliseconds. */
const AGAIN = 1_000;

/** The mail as it would be with what is typed, and whether it is being made. */
export interface Live {
  mail: LiveMail | null;
  /** Whether the mail on the screen lags behind what is typed, because the server cannot be reached. */
  isAway: boolean;
  /** Asks once more: something was decided about what was found. */
  again: () => void;
}

/**
 * Asks for the mail at each key: one request at a time, and when its answer is there, the next one with what was typed meanwhile.
 */
export function useLiveMail(documentId: string, drafts: Drafts): Live {
  const { post } = useFetchClient();
  const [mail, setMail] = useState<LiveMail | null>(null);
  const [isAway, setAway] = useState(false);
  const overlays = useMemo(() => overlaysOf(drafts), [drafts]);
  const wanted = useRef(overlays);
  const ask = useRef<() => void>(() => undefined);

  useEffect(() => {
    const page = newPageName();
    let [isOver, isAsking] = [false, false];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const send = async (asked: typeof overlays): Promise<boolean> => {
      try {
        const url = urlOf('showLive', { documentId });
        const { data } = await post<AnswerOf<'showLive'>>(url, { page, ...asked });
        if (!isOver && data.mail !== null) setMail(data.mail);
        if (!isOver) setAway(false);
        return data.mail !== null;
      } catch {
        if (!isOver) setAway(true);
        return false;
      }
    };
    const askNow = async (): Promise<void> => {
      if (isAsking || isOver) return;
      clearTimeout(timer);
      isAsking = true;
      const asked = wanted.current;
      const isDone = await send(asked);
      isAsking = false;
      if (!isDone) timer = setTimeout(() => void askNow(), AGAIN);
      else if (wanted.current !== asked) void askNow();
    };
    ask.current = () => void askNow();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [documentId, post]);

  useEffect(() => {
    wanted.current = overlays;
    ask.current();
  }, [overlays, post, documentId]);

  const again = useCallback(() => {
    // Another object: an answer that is on its way was asked for before.
    wanted.current = { ...wanted.current };
    ask.current();
  }, []);
  return useMemo(() => ({ mail, isAway, again }), [mail, isAway, again]);
}

/** What is typed and not stored, by document. */
function overlaysOf({ issue, articles, dashboards }: Drafts): Omit<LiveRequest, 'page'> {
  const { sections, ...fields } = changesOf(issue);
  const ofAll = (all: Readonly<Record<string, Draft<object>>>) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([documentId, draft]) => {
        const changes = changesOf(draft);
        return Object.keys(changes).length > 0 ? [[documentId, changes] as const] : [];
      }),
    );
  return {
    issue: {
      ...fields,
      ...(sections === undefined ? {} : { sections: unkeyed(sections as KeyedSection[]) }),
    },
    articles: ofAll(articles),
    dashboards: ofAll(dashboards),
  };
}
