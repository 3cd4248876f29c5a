import type { EventLog } from './log';
import type { Person } from './person';

/** Whoever did something: a person of the admin, or the software itself. */
export interface Actor {
  id: string;
  name: string;
}

/** What acts where nobody does. */
export const system: Actor = { id: 'system', name: 'Nachra' };

/** A person as records name her. */
export function actorOf({ id, name }: Pick<Person, 'id' | 'name'>): Actor {
  return { id: String(id), name };
}

/** One decision, or one save of something that an issue contains. */
interface JournalEntry {
  name:
    | 'content.saved'
    | 'four-eyes.set'
    | 'issue.submitted'
    | 'issue.withdrawn'
    | 'issue.approved'
    | 'issue.voided'
    | 'upload.deleted';
  by: Actor;
  /** The document it is about. */
  documentId: string;
  number?: number;
  language?: string;
  data?: Record<string, unknown>;
}

/** The record of who decided what. */
export interface Journal {
  record(entry: JournalEntry): Promise<void>;
  /** Who submitted or saved any of some documents, since a moment or ever; each person once. */
  hands(documentIds: readonly string[], since: Date | null): Promise<Actor[]>;
}

/**
 * A journal in the log and in memory: it knows who saved what for as long as the process runs.
 *
 * @param most entries that are remembered
 */
export function openLogJournal(log: EventLog, now: () => Date, most = 10_000): Journal {
  const entries: (JournalEntry & { at: Date })[] = [];
  return {
    record(entry) {
      entries.push({ ...entry, at: now() });
      if (entries.length > most) entries.shift();
      const { name, by, documentId } = entry;
      log.info({ event: name, by: by.id, document: documentId }, 'A decision went on record.');
      return Promise.resolve();
    },
    hands(documentIds, since) {
      const found = new Map<string, Actor>();
      for (const { name, by, documentId, at } of entries) {
        const counts = name === 'content.saved' || name === 'issue.submitted';
        const isLater = since === null || at >= since;
        if (counts && isLater && documentIds.includes(documentId)) found.set(by.id, by);
      }
      return Promise.resolve([...found.values()]);
    },
  };
}
