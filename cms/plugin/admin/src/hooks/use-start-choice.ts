import { useState } from 'react';

import { proposedStart, readStartTime, toFieldValue, type StartTime } from '../model/start-time';

export interface StartChoice {
  when: 'now' | 'later';
  setWhen: (when: 'now' | 'later') => void;
  /** Value of the `datetime-local` field. */
  typed: string;
  setTyped: (typed: string) => void;
  start: StartTime;
  timeZone: string;
}

/** Now, or at a time that the person types in the time zone of her machine. */
export function useStartChoice(): StartChoice {
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [typed, setTyped] = useState(() => toFieldValue(proposedStart(new Date())));
  return {
    when,
    setWhen,
    typed,
    setTyped,
    start: readStartTime(typed, new Date()),
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
