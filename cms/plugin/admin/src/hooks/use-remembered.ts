import { useCallback, useState } from 'react';

import { PLUGIN_ID } from '../plugin/plugin-id';

/** A text that this browser remembers; where storage is closed (private mode, policy) it lives as long as the page. */
export function useRemembered(name: string): readonly [string, (value: string) => void] {
  const key = `${PLUGIN_ID}.${name}`;
  const [value, setValue] = useState(() => read(key));
  const remember = useCallback(
    (next: string) => {
      setValue(next);
      write(key, next);
    },
    [key],
  );
  return [value, remember];
}

function read(key: string): string {
  try {
    return window.localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Not remembered then; the page works all the same.
  }
}
