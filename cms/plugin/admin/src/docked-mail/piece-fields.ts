import type { LiveDocumentRequest } from '../../../shared/desk';
import { articleFieldAt, articlePathOf, dashboardFieldAt } from '../model/contract-names';
import { keysWithin, type Keys } from '../model/replace-text';

type DocumentType = LiveDocumentRequest['document']['type'];

/** Fields that stand in the mail; what is said of a picture stands with it. */
export const shownFields: Readonly<Record<DocumentType, readonly string[]>> = {
  article: [
    ...['title', 'kind', 'standfirst', 'body', 'images', 'imageTexts', 'startDate', 'endDate'],
    ...['editionNumber', 'place', 'governingBody', 'meetingDate', 'chair', 'present', 'decisions'],
    ...['sourceName', 'sourceUrl', 'author', 'callToActionLabel', 'callToActionUrl'],
  ],
  dashboard: ['title', 'asOf', 'figures'],
};

/** A field of the form, and in a list which entry: `present.2`; and the path from it on. */
interface FieldPlace {
  field: string;
  path: string;
}

/** The field of the form that a place of the mail means; null where it is no piece of this document. Pure. */
export function fieldAt(place: string, stand: string, type: DocumentType): FieldPlace | null {
  if (place !== stand && !place.startsWith(`${stand}.`)) return null;
  const path = place.slice(stand.length + 1);
  if (path === '') return { field: 'title', path };
  if (type === 'dashboard') return { field: dashboardFieldAt(path), path };
  const said = /^images\[(\d+)\]\.(?:alt|caption)$/.exec(path);
  if (said) return { field: 'imageTexts', path };
  const line = /^(present|decisions)\[(\d+)\]/.exec(path);
  return { field: line ? `${line[1]}.${line[2]}` : articleFieldAt(path), path };
}

/** The place of the mail that shows a field of the form. Pure. */
export function placeOf(field: string, stand: string, type: DocumentType): string {
  const [root = '', at] = field.split('.');
  if (type === 'dashboard') return root === 'figures' ? stand : `${stand}.${root}`;
  if (root === 'imageTexts') return `${stand}.images`;
  return `${stand}.${articlePathOf(root)}${at === undefined ? '' : `[${at}]`}`;
}

/** From the values of the form to the text at a place; null where no field has it as it stands in the mail. Pure. */
export function textKeys(place: string, stand: string, type: DocumentType): Keys | null {
  const found = fieldAt(place, stand, type);
  if (found === null || found.field === 'imageTexts' || found.field === 'figures') return null;
  return keysWithin(found.field.replace(/\..*$/, ''), found.path);
}
