import {
  compareJournal,
  holdJournal,
  journalHead,
  witnessEntries,
  type JournalDifference,
  type Ledger,
} from '@nachra/delivery';
import type { EventLog } from '../common/log';
import type { WitnessedJournal } from './journal-source';

/** Keeps the ledger's witness of the journal. Of a damaged ledger nothing is asked. */
interface JournalWitness {
  /** How the journal differs from what is witnessed of it; null where it does not. */
  compare(): Promise<JournalDifference | null>;
  /** Witnesses what was written since the last time. Where the figures do not agree, the whole journal is compared. @returns whether that holds the ledger */
  follow(): Promise<boolean>;
  /** Holds the ledger for a difference, and says so in the log. Idempotent. */
  hold(found: JournalDifference): Promise<'journal-changed'>;
}

export function openJournalWitness(
  ledger: Ledger,
  journal: WitnessedJournal,
  log: EventLog,
  now: () => Date,
): JournalWitness {
  async function compare(): Promise<JournalDifference | null> {
    try {
      return await compareJournal(ledger, journal);
    } catch (error) {
      // Whoever compares the ledger itself finds it as well, and says so.
      if (ledger.isDamaged()) return null;
      throw error;
    }
  }

  async function hold(found: JournalDifference): Promise<'journal-changed'> {
    log.error(
      { event: 'journal.changed', ...found },
      'The journal is not what was written: entries are missing, changed or added. Nothing is sent before a person has read it and released sending at the desk. Restore the content from a backup if nobody knows why.',
    );
    await holdJournal(ledger, found, now());
    return 'journal-changed';
  }

  return {
    compare,
    hold,
    async follow() {
      const head = await journalHead(ledger);
      if ((await journal.last()) === head.last) return false;
      const settled = await journal.settled();
      if (settled === null) return false;
      const fresh = await witnessEntries(ledger, journal, head, settled.last);
      if (head.entries + fresh === settled.entries && settled.last >= head.last) return false;
      const found = await compare();
      if (found !== null) await hold(found);
      return found !== null;
    },
  };
}
