import { languageSchema } from '@nachra/renderer';
import { uids } from '../../../../shared/uids';
import type { Check } from './document-check';

/** One issue per number and language. The unique index of the table holds it; this says it in words. */
export const issueUnique: Check = async (data, documentId, lookup) => {
  const stored = (await lookup.current(uids.issue, documentId)) ?? {};
  const { number, language: written } = { language: lookup.defaultLanguage, ...stored, ...data } as {
    number?: unknown;
    language?: unknown;
  };
  const language = languageSchema.safeParse(written);
  if (typeof number !== 'number' || !language.success) return [];
  const other = await lookup.other(uids.issue, { number, language: language.data }, documentId);
  return other === null
    ? []
    : [
        {
          path: ['number'],
          code: 'ISSUE_TAKEN',
          data: { number, language: language.data },
        },
      ];
};
