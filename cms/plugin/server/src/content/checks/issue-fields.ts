import { uids } from '../content-types';
import type { Check } from './check';

/** One issue per number and language. The unique index of the table holds it; this says it in words. */
export const issueUnique: Check = async (data, documentId, lookup) => {
  const stored = (await lookup.current(uids.issue, documentId)) ?? {};
  const { number, language } = { language: 'fr', ...stored, ...data } as {
    number?: unknown;
    language?: unknown;
  };
  if (typeof number !== 'number' || typeof language !== 'string') return [];
  const other = await lookup.other(uids.issue, { number, language }, documentId);
  return other === null
    ? []
    : [
        {
          path: ['number'],
          message: `Le numéro ${number} existe déjà dans cette langue (${language}). Choisissez un autre numéro ou une autre langue.`,
        },
      ];
};

export const issuePeriod: Check = async (data, documentId, lookup) => {
  const stored = (await lookup.current(uids.issue, documentId)) ?? {};
  const { periodFrom, periodTo } = { ...stored, ...data } as { periodFrom?: unknown; periodTo?: unknown };
  return typeof periodFrom === 'string' && typeof periodTo === 'string' && periodTo < periodFrom
    ? [
        {
          path: ['periodTo'],
          message: `« Fin de période » (${periodTo}) est avant « Début de période » (${periodFrom}).`,
        },
      ]
    : [];
};
