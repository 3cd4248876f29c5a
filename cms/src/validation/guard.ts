import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { FieldProblem, Lookup } from './check';
import { checks } from './checks';

/**
 * Checks documents where every writer passes: the admin, the API and scripts alike. What Strapi's schemas cannot say
 * (a row with a missing figure, an address that is none) is refused here with the name of the field.
 */
export function guardDocuments(strapi: Core.Strapi): void {
  const lookup = lookupIn(strapi);
  strapi.documents.use(async (context, next) => {
    if (context.action === 'create' || context.action === 'update') {
      const { data, documentId } = context.params as { data?: Record<string, unknown>; documentId?: string };
      const problems = await problemsOf(context.uid, data ?? {}, documentId, lookup);
      if (problems.length > 0) {
        throw new errors.ValidationError(problems.map((problem) => problem.message).join(' '), {
          errors: problems.map(({ path, message }) => ({ path, message, name: 'ValidationError' })),
        });
      }
    }
    return next();
  });
}

async function problemsOf(
  uid: string,
  data: Record<string, unknown>,
  documentId: string | undefined,
  lookup: Lookup,
): Promise<FieldProblem[]> {
  const found = await Promise.all((checks[uid] ?? []).map((check) => check(data, documentId, lookup)));
  return found.flat();
}

function lookupIn(strapi: Core.Strapi): Lookup {
  return {
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
