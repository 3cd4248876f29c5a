import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { LiveMail } from '../../../shared/desk';
import { newPageName } from '../model/page-name';

/** A server that is busy or away is asked again after so long, in milliseconds. */
const AGAIN = 1_000;

/** Answers that would be the same a moment later: what is typed is nothing to show, not for this person, or of what is gone. */
const refused: readonly unknown[] = [400, 403, 404];

/** The mail as it would be with what is typed, and whether it is being made. */
export interface Live {
  mail: LiveMail | null;
  /** Whether the mail on the screen lags behind what is typed, because the server cannot be reached. */
  isAway: boolean;
  /** Whether the server will not show it, as long as nothing else is typed. */
  isRefused: boolean;
  /** Asks once more: something was decided about what was found. */
  again: () => void;
}

/** Asks the server for the mail with what is typed; null where it is to be asked again. It has to stay the same for the same document. */
type AskLive<Typed> = (page: string, typed: Typed) => Promise<LiveMail | null>;

/**
 * Asks for the mail at each key: one request at a time, and when its answer is there, the next one with what was typed meanwhile.
 *
 * @param typed is asked with anew as soon as it is another object
 */
export function useLiveMail<Typed extends object>(askLive: AskLive<Typed>, typed: Typed): Live {
  const [mail, setMail] = useState<LiveMail | null>(null);
  const [standing, setStanding] = useState<'there' | 'away' | 'refused'>('there');
  const wanted = useRef(typed);
  const ask = useRef<() => void>(() => undefined);

  useEffect(() => {
    const page = newPageName();
    let [isOver, isAsking] = [false, false];
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** Whether there is nothing to ask again. */
    const send = async (asked: Typed): Promise<boolean> => {
      try {
        const made = await askLive(page, asked);
        if (isOver) return true;
        if (made !== null) setMail(made);
        setStanding('there');
        return made !== null;
      } catch (error) {
        const isRefused = refused.includes(Reflect.get(Object(error) as object, 'status'));
        if (!isOver) setStanding(isRefused ? 'refused' : 'away');
        return isRefused;
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
  }, [askLive]);

  useEffect(() => {
    wanted.current = typed;
    ask.current();
  }, [typed, askLive]);

  const again = useCallback(() => {
    // Another object: an answer that is on its way was asked for before.
    wanted.current = { ...wanted.current };
    ask.current();
  }, []);
  return useMemo(
    () => ({ mail, isAway: standing === 'away', isRefused: standing === 'refused', again }),
    [mail, standing, again],
  );
}
