import { linkUrlSchema } from '@nachra/renderer';
import { uids } from '../content-types';
import type { Check, FieldProblem } from './check';

const linkSentence = (label: string): string =>
  `« ${label} » doit être une adresse complète, qui commence par https://, http://, mailto: ou tel: (par exemple https://www.exemple.ma/page).`;

function linkProblem(value: unknown, path: string[], label: string): FieldProblem[] {
  if (value === undefined || value === null || value === '') return [];
  return linkUrlSchema.safeParse(value).success ? [] : [{ path, message: linkSentence(label) }];
}

export const articleLinks: Check = (data) =>
  Promise.resolve([
    ...linkProblem(data['sourceUrl'], ['sourceUrl'], 'Adresse de la source'),
    ...linkProblem(data['callToActionUrl'], ['callToActionUrl'], 'Adresse du bouton'),
  ]);

export const brandLinks: Check = (data) => Promise.resolve(linkProblem(data['url'], ['url'], 'Site'));

/** An end that lies before its start is a typing slip; a draft may still lack both. */
export const articleDates: Check = async (data, documentId, lookup) => {
  const stored = (await lookup.current(uids.article, documentId)) ?? {};
  const { startDate, endDate } = { ...stored, ...data } as { startDate?: unknown; endDate?: unknown };
  return typeof startDate === 'string' && typeof endDate === 'string' && endDate < startDate
    ? [{ path: ['endDate'], message: `« Fin » (${endDate}) est avant « Début » (${startDate}).` }]
    : [];
};

/** Addresses inside the sections of an issue: agenda entries, links and pictures. */
export const agendaLinks: Check = (data) => {
  const sections = Array.isArray(data['sections']) ? (data['sections'] as Record<string, unknown>[]) : [];
  return Promise.resolve(
    sections.flatMap((section, index) => [
      ...linkProblem(section['url'], ['sections', String(index), 'url'], 'Adresse'),
      ...['entries', 'links'].flatMap((list) =>
        (Array.isArray(section[list]) ? (section[list] as Record<string, unknown>[]) : []).flatMap(
          (entry, position) =>
            linkProblem(entry['url'], ['sections', String(index), list, String(position), 'url'], 'Adresse'),
        ),
      ),
    ]),
  );
};
