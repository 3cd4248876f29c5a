import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { requestLanguage } from '../common/request-language';
import type { SaveProblem } from '../common/save-problem';
import { refuseSave } from '../content/checks/check-fields';
import { textLimit, type Attribute } from '../content/checks/text-lengths';

type Row = Readonly<Record<string, unknown>>;
interface Write {
  model: { uid: string; attributes: Readonly<Record<string, Attribute>> };
  params: { data?: Row | Row[] };
}

/** Ours are checked whole, with the place in the document, before they come this far. */
const ours = /^(?:plugin::newsletter\.|newsletter-)/;

/**
 * Refuses texts that are longer than their columns in whatever else Strapi stores: people, roles, tokens, folders, files. Without
 * it PostgreSQL answers with an error that nobody foresaw, and SQLite takes a megabyte. Called in `bootstrap`.
 */
export function guardLengths(strapi: Core.Strapi, defaultLanguage: Language): void {
  const refuse = (event: unknown): void => {
    const { model, params } = event as Write;
    if (ours.test(model.uid)) return;
    const problems = [params.data ?? []].flat().flatMap((row) => problemsIn(model, row));
    if (problems.length > 0) refuseSave(problems, requestLanguage(strapi, defaultLanguage));
  };
  strapi.db.lifecycles.subscribe({
    beforeCreate: refuse,
    beforeCreateMany: refuse,
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
  });
}

function problemsIn({ uid, attributes }: Write['model'], row: Row): SaveProblem[] {
  return Object.entries(row).flatMap(([field, value]): SaveProblem[] => {
    const attribute = attributes[field];
    const limit = attribute === undefined || typeof value !== 'string' ? null : textLimit(attribute);
    return limit !== null && (value as string).length > limit
      ? [{ path: [field], code: 'TEXT_TOO_LONG', data: { uid, field, limit } }]
      : [];
  });
}
