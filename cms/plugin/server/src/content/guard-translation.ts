import { uids } from '../../../shared/uids';
import type { DocumentWrite } from './checks/check-fields';

/** Which article another one translates, and the revision of it that it holds: see `translations/`. */
const ofDesk = ['translationOf', 'translatedRevision'] as const;

/**
 * Keeps the link of a translation out of every write of its document: the desk writes it beside. A form sends each field as it was when
 * it was opened, and would undo what was linked or settled since. A copy is an article of its own, and translates nothing yet.
 */
export function guardTranslation({ uid, action, params }: DocumentWrite): void {
  if (uid !== uids.article) return;
  if (action === 'clone')
    params.data = { ...params.data, ...Object.fromEntries(ofDesk.map((field) => [field, null])) };
  else if (params.data !== undefined) {
    params.data = { ...params.data };
    for (const field of ofDesk) delete params.data[field];
  }
}
