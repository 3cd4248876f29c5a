import { useCallback } from 'react';

import type { Text, TextKey, TextValues } from '../model/text';
import { PLUGIN_ID } from '../plugin/plugin-id';
import { useDeskIntl } from './use-desk-intl';

interface Texts {
  (key: TextKey, values?: TextValues): string;
  (text: Text): string;
}

/** The desk's texts in the language of the admin. */
export function useText(): Texts {
  const { formatMessage } = useDeskIntl();
  return useCallback(
    (text: TextKey | Text, values?: TextValues) => {
      const asked = typeof text === 'string' ? { key: text, values } : text;
      return formatMessage({ id: `${PLUGIN_ID}.${asked.key}`, defaultMessage: asked.key }, asked.values);
    },
    [formatMessage],
  );
}
