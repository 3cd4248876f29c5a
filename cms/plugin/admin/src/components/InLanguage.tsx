import type { ReactNode } from 'react';

import type { Language } from '../../../shared/desk';
import { directions } from '../../../shared/lists';

/**
 * Text of an issue inside a line of the admin, in the issue's own direction: a subject such as “Newsletter العدد 242” begins
 * with Latin letters, so its direction cannot be guessed from them.
 */
export function InLanguage({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <bdi lang={language} dir={directions[language]}>
      {children}
    </bdi>
  );
}
