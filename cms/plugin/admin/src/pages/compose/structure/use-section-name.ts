import { useCallback } from 'react';

import { sectionNames } from '../../../../../shared/field-labels';
import type { KeyedSection } from '../drafts/drafts';
import { useDeskLanguage } from '../../../hooks/use-desk-intl';

/** What a section is called: by its rubric, else by the beginning of its text or by its type. */
export function useSectionName(): (section: KeyedSection) => string {
  const language = useDeskLanguage();
  return useCallback(
    (section: KeyedSection) => {
      const heading = 'heading' in section ? section.heading?.trim() : '';
      const typeName = sectionNames[section.__component]?.[language] ?? section.__component;
      return heading || typeName;
    },
    [language],
  );
}
