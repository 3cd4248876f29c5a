import type { Core } from '@strapi/strapi';
import { uids } from '../../../shared/uids';
import { Refusal } from '../common/refusal';

/** What is written by what it records, and never changed: decisions, and who was to get which edition. */
const appendOnly: readonly string[] = [uids.journalEntry, uids.readerMemory];

/**
 * Keeps the journal and the memory of readers append-only below every door: whatever goes through Strapi's database layer, a script's query too, can
 * neither change nor remove an entry. The doors above it do not even write one: {@link assertJournalUntouched}.
 */
export function guardJournal(strapi: Pick<Core.Strapi, 'db'>): void {
  const refuse = () => {
    throw new Refusal('JOURNAL_APPEND_ONLY', {});
  };
  strapi.db.lifecycles.subscribe({
    models: [...appendOnly],
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
    beforeDelete: refuse,
    beforeDeleteMany: refuse,
  });
}

/**
 * An entry is written by what it records, never through the document service.
 *
 * @throws {Refusal} `JOURNAL_APPEND_ONLY`
 */
export function assertJournalUntouched(uid: string): void {
  if (appendOnly.includes(uid)) throw new Refusal('JOURNAL_APPEND_ONLY', {});
}
