import type { LedgerIdentity } from '../../ledger/identity';
import { isSamePlace } from '../../ledger/place';
import type { LedgerHold } from './hold-codes';

/** What the content database has stored of the ledger it last worked with. */
export interface LedgerAnchor {
  /** The ledger's uid. */
  ledger: string;
  position: number;
  /** Fingerprints of the secrets it was used with, where they are known: a ledger that is lost cannot say that they have changed. */
  linkSecret?: string | null;
  personKey?: string | null;
}

/** What is known at a start, besides what the ledger says of itself. */
interface StartFacts {
  /** Null where nobody has stored anything: a first start, or a worker that knows no content. */
  anchor: LedgerAnchor | null;
  /** Whether the ledger has recorded anything yet. */
  isEmpty: boolean;
  /** See `witnessFile`. */
  witnessed: number | null;
  place: string;
  /** Fingerprints; null where this process has no such key. */
  linkSecret: string;
  personKey: string | null;
}

/**
 * Decides whether a ledger may be worked with. Pure. A ledger ahead of the content is well: the content was restored, and nothing
 * of what was sent is forgotten.
 *
 * @returns null when it may
 */
export function holdOf(identity: LedgerIdentity, facts: StartFacts): LedgerHold | null {
  const { anchor, witnessed } = facts;
  // First what a person can mend by putting the old value back: with it, the rest may be well.
  if (differs(identity.linkSecret ?? anchor?.linkSecret, facts.linkSecret)) return 'link-secret-changed';
  if (differs(identity.personKey ?? anchor?.personKey, facts.personKey)) return 'person-key-changed';
  if (anchor !== null && anchor.ledger !== identity.uid) return facts.isEmpty ? 'empty' : 'another';
  if (anchor !== null && anchor.position > identity.position) return 'older';
  if (witnessed !== null && witnessed > identity.position) return 'rolled-back';
  if (!isSamePlace(identity.place, facts.place) && !isCarriedOver(identity.place, facts.place))
    return 'moved';
  return null;
}

/** From SQLite to PostgreSQL every row is carried over by a command that compares them and finds nothing being sent. */
export function isCarriedOver(before: string, now: string): boolean {
  return before.startsWith('sqlite:') && now.startsWith('postgres:');
}

function differs(before: string | null | undefined, now: string | null): boolean {
  return before != null && now !== null && before !== now;
}
