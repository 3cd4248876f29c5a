import { uids } from '../../../shared/uids';
import type { DocumentWrite } from './checks/check-fields';

/**
 * What the desk alone writes: which article another one translates and the revision of it that it holds (see `translations/`), and which
 * dashboards of another number one was copied from (see `preparation/`).
 */
const ofDesk: Readonly<Record<string, readonly string[]>> = {
  [uids.article]: ['translationOf', 'translatedRevision'],
  [uids.dashboard]: ['copiedFrom'],
};

/**
 * Keeps these fields out of every write of their document: the desk writes them beside. A form sends each field as it was when it was
 * opened, and would undo what was linked or settled since. A copy is a document of its own: it translates nothing yet, and is no number's.
 */
export function guardDeskFields({ uid, action, params }: DocumentWrite): void {
  keepIdentity(uid, params);
  const fields = ofDesk[uid];
  if (fields === undefined) return;
  if (action === 'clone')
    params.data = { ...params.data, ...Object.fromEntries(fields.map((field) => [field, null])) };
  else if (params.data !== undefined) {
    params.data = { ...params.data };
    for (const field of fields) delete params.data[field];
  }
}

/** By what a document is known, and what Strapi notes of it. Forms send them as they got them. */
const identity = [
  'id',
  'documentId',
  'locale',
  'localizations',
  'createdAt',
  'updatedAt',
  'firstPublishedAt',
];

/**
 * Strapi writes whatever a save brings of these: a document that has another's id by then is two, its history and its comments are nobody's,
 * and nobody knows any more who has changed it.
 */
function keepIdentity(uid: string, params: DocumentWrite['params']): void {
  if (!isOurs(uid) || params.data === undefined) return;
  params.data = Object.fromEntries(Object.entries(params.data).filter(([name]) => !identity.includes(name)));
}

function isOurs(uid: string): boolean {
  return Object.values<string>(uids).includes(uid);
}
