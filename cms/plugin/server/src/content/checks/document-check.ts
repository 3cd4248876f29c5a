import type { Language } from '@nachra/renderer';
import type { SaveProblem } from '../../common/save-problem';

/** What a check may ask: the database, and the installation. */
export interface Lookup {
  /** Of a document that is given none. */
  defaultLanguage: Language;
  /** The documentId of another document that has all these values, or null. */
  other(
    uid: string,
    where: Record<string, unknown>,
    exceptDocumentId: string | undefined,
  ): Promise<string | null>;
  /** The document as it stands, or null for a new one. */
  current(uid: string, documentId: string | undefined): Promise<Record<string, unknown> | null>;
}

/** Looks at data that is about to be written; only the fields present are about to change. */
export type Check = (
  data: Record<string, unknown>,
  documentId: string | undefined,
  lookup: Lookup,
) => Promise<SaveProblem[]>;
