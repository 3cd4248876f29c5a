import type { Language } from '@nachra/renderer';

/** What stands before an issue's number. */
export const numberMarks = { fr: 'N° ', ar: 'العدد ', en: 'No. ' } as const satisfies Record<
  Language,
  string
>;
