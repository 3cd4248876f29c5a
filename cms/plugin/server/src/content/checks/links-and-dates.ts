import { linkUrlSchema } from '@nachra/renderer';
import { uids } from '../../../../shared/uids';
import type { SaveProblem } from '../../common/save-problem';
import type { Check } from './document-check';

function linkProblem(value: unknown, path: string[], uid: string): SaveProblem[] {
  if (value === undefined || value === null || value === '') return [];
  if (linkUrlSchema.safeParse(value).success) return [];
  return [{ path, code: 'LINK_INVALID', data: { uid, field: path.at(-1) ?? '' } }];
}

export const articleLinks: Check = (data) =>
  Promise.resolve(
    ['sourceUrl', 'callToActionUrl'].flatMap((field) => linkProblem(data[field], [field], uids.article)),
  );

export const brandLinks: Check = (data) => Promise.resolve(linkProblem(data['url'], ['url'], uids.brand));

/** An end before its start is a typing mistake; a draft may still lack both. */
export function endsAfterStart(uid: string, start: string, end: string): Check {
  return async (data, documentId, lookup) => {
    const { [start]: from, [end]: to } = { ...(await lookup.current(uid, documentId)), ...data };
    return typeof from === 'string' && typeof to === 'string' && to < from
      ? [{ path: [end], code: 'ENDS_BEFORE_START', data: { uid, start, from, end, to } }]
      : [];
  };
}

/** Addresses inside the sections of an issue: agenda entries, links and pictures. */
export const agendaLinks: Check = (data) => {
  const sections = Array.isArray(data['sections']) ? (data['sections'] as Record<string, unknown>[]) : [];
  return Promise.resolve(
    sections.flatMap((section, index) => [
      ...linkProblem(section['url'], ['sections', String(index), 'url'], uids.issue),
      ...['entries', 'links'].flatMap((list) =>
        (Array.isArray(section[list]) ? (section[list] as Record<string, unknown>[]) : []).flatMap(
          (entry, position) =>
            linkProblem(entry['url'], ['sections', String(index), list, String(position), 'url'], uids.issue),
        ),
      ),
    ]),
  );
};
