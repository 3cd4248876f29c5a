import type { Language } from '@nachra/renderer';
import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { saveSentence, type DeskLanguage } from '../../common/words/words-of';
import type { SaveProblem } from '../../common/save-problem';
import type { Lookup } from './document-check';
import { checks } from './checks-by-type';
import { textProblems, type Attribute } from './text-lengths';
import { normaliseSubscriber } from './subscriber-address';
import { uids } from '../../../../shared/uids';

/** A write to a document, as Strapi's document service hands it to its middlewares. */
export interface DocumentWrite {
  uid: string;
  action: string;
  params: { documentId?: string; data?: Record<string, unknown>; revision?: unknown };
}

/**
 * Brings a subscriber's address into its stored form, then checks what Strapi's schemas cannot say: a row with a missing
 * figure, an invalid address, a second issue of one number and language.
 *
 * @param language the person's, for what is refused
 * @throws {ValidationError} of Strapi: a sentence in the person's language, and for each field its path, the code of what is
 *   wrong and its data
 */
export async function checkFields(
  strapi: Core.Strapi,
  { uid, action, params }: DocumentWrite,
  { language, defaultLanguage }: { language: DeskLanguage; defaultLanguage: Language },
): Promise<void> {
  if (action !== 'create' && action !== 'update' && action !== 'clone') return;
  if (uid === uids.subscriber && params.data) normaliseSubscriber(params.data);
  const lookup = lookupIn(strapi, defaultLanguage);
  // A copy is a new document, with what its source holds wherever nothing else is given.
  const source = action === 'clone' ? await lookup.current(uid, params.documentId) : null;
  const documentId = action === 'clone' ? undefined : params.documentId;
  const data = { ...source, ...params.data };
  // First, and alone: what is too long or too deep is not looked at any closer, and Strapi's own sentence repeats it all.
  refuseSave(textProblems(uid, data, attributesIn(strapi)), language);
  const problems = await problemsOf(uid, data, documentId, lookup);
  refuseSave(problems, language);
}

/**
 * Refuses a save for what is wrong with its fields; nothing where nothing is.
 *
 * @throws {ValidationError} see {@link checkFields}
 */
export function refuseSave(problems: readonly SaveProblem[], language: DeskLanguage): void {
  if (problems.length === 0) return;
  const told = problems.map((problem) => ({
    ...problem,
    message: saveSentence(problem, language),
    name: 'ValidationError',
  }));
  throw new errors.ValidationError(told.map(({ message }) => message).join(' '), { errors: told });
}

async function problemsOf(
  uid: string,
  data: Record<string, unknown>,
  documentId: string | undefined,
  lookup: Lookup,
): Promise<SaveProblem[]> {
  const found: SaveProblem[] = [];
  // One after the other: a transaction of PostgreSQL has one connection, which takes one statement at a time.
  for (const check of checks[uid] ?? []) found.push(...(await check(data, documentId, lookup)));
  return found;
}

function attributesIn(strapi: Core.Strapi) {
  return (uid: string): Readonly<Record<string, Attribute>> =>
    (strapi.getModel(uid as UID.Schema) as { attributes?: Record<string, Attribute> } | undefined)
      ?.attributes ?? {};
}

function lookupIn(strapi: Core.Strapi, defaultLanguage: Language): Lookup {
  return {
    defaultLanguage,
    other: async (uid, where, exceptDocumentId) => {
      const found: unknown = await strapi.db
        .query(uid)
        .findOne({ where: exceptDocumentId ? { ...where, documentId: { $ne: exceptDocumentId } } : where });
      return (found as { documentId?: string } | null)?.documentId ?? null;
    },
    current: async (uid, documentId) =>
      documentId === undefined
        ? null
        : ((await strapi.db.query(uid).findOne({ where: { documentId } })) as Record<string, unknown> | null),
  };
}
