import { randomBytes } from 'node:crypto';
import type { Dialect } from './dialect';
import type { Ledger, Statements } from './ledger';

/** What a ledger is known by. */
export interface LedgerIdentity {
  /** Random, made with the ledger: no other has it. */
  uid: string;
  /** Moved on by each freeze and each turn that hands messages over; never back, but by a restore. */
  position: number;
  /** The position that the content database stored last, as far as this ledger was told; null until it is. */
  contentPosition: number | null;
  /** How many sessions of the admin were ended beside it, as far as this ledger was told. */
  sessionsEnded: number;
  /** Where it lay when somebody last said that it lies right; see `Ledger.place`. */
  place: string;
  /** Fingerprints of the secrets it was last used with; null before the first use. */
  linkSecret: string | null;
  personKey: string | null;
  /** Why nothing may leave, as a code; null when all is well. */
  hold: string | null;
  heldAt: Date | null;
}

/** Gives a new ledger its identity. Idempotent: the first one stays. */
export async function ensureIdentity(ledger: Ledger): Promise<void> {
  const [known] = await ledger.rows('SELECT one FROM identity');
  if (known) return;
  await ledger.run(
    'INSERT INTO identity (one, uid, created_at, position, place) VALUES (1, ?, ?, 0, ?) ON CONFLICT (one) DO NOTHING',
    [randomUid(), Date.now(), await ledger.place()],
  );
}

/** 128 random bits, in hexadecimal. */
export function randomUid(): string {
  return randomBytes(16).toString('hex');
}

/** Moves the position on, in the transaction of what it stands for. */
export async function movePosition(statements: Statements, dialect: Dialect): Promise<void> {
  // `rows` also for a write without any: on PostgreSQL it is a SELECT.
  await statements.rows(dialect.movePosition);
}

/** Reads a ledger's identity; its position is safe on the disk by then. */
export async function readIdentity(ledger: Pick<Ledger, 'rows' | 'dialect'>): Promise<LedgerIdentity> {
  const { settlePosition } = ledger.dialect;
  if (settlePosition !== null) await ledger.rows(settlePosition);
  const [row] = await ledger.rows<IdentityRow>(
    'SELECT uid, position, content_position, sessions_ended, place, link_secret, person_key, hold, held_at FROM identity',
  );
  if (!row) throw new Error('The ledger has no identity. Openers give it one, so its row was deleted.');
  return {
    uid: row.uid,
    position: Number(row.position),
    contentPosition: row.content_position === null ? null : Number(row.content_position),
    sessionsEnded: Number(row.sessions_ended),
    place: row.place,
    linkSecret: row.link_secret,
    personKey: row.person_key,
    hold: row.hold,
    heldAt: row.held_at === null ? null : new Date(Number(row.held_at)),
  };
}

interface IdentityRow {
  uid: string;
  position: number;
  content_position: number | null;
  sessions_ended: number;
  place: string;
  link_secret: string | null;
  person_key: string | null;
  hold: string | null;
  held_at: number | null;
}
