import type { Ledger, Statements } from '../../ledger';
import { DeliveryError } from '../../errors';
import { appendEvent } from '../../ledger/events';
import { readIdentity, type LedgerIdentity } from '../../ledger/identity';
import { isSamePlace, placeWithMemory } from '../../ledger/place';
import { positionOfHeld, witnessFile } from '../../ledger/witness-file';
import { someDeliveryIn, unfinishedStates } from '../states';
import { holdAll } from './hold-all';
import { ledgerHoldOf, type LedgerHold } from './hold-codes';
import { holdOf, isCarriedOver, type LedgerAnchor } from './hold-of';
import { fingerprintOf } from './fingerprint';
import type { JournalDifference } from './journal-difference';

/**
 * After this long without a worker, a campaign with work left waits for a person, whether it is due, scheduled or paused: what was
 * restored is as a rule older.
 */
const silenceMs = 3_600_000;

/** Where the position of a ledger begins that nobody has worked with; a sequence of PostgreSQL has no zero. */
const firstPosition = 1;

/** What whoever starts knows. */
interface Examiner {
  /** What the content database has stored; null for a worker, which knows no content. */
  anchor: LedgerAnchor | null;
  linkSecret: string;
  now: Date;
}

/** What an examination found. */
export interface Examination {
  /** Why nothing may leave; null when all is well. */
  hold: LedgerHold | null;
  /** Campaigns that were left alone for too long, and now wait for a person. */
  silent: string[];
  /** Whether this machine knows nothing of a ledger that has been worked with: a folder copied back in place may pass. */
  isUnwitnessed: boolean;
}

/**
 * Compares a ledger with everything outside it that remembers it, before anything is sent: the content database, this machine,
 * the place it lies in, the secrets it was used with. What does not agree holds the ledger and each campaign with work left,
 * until a person has decided. A hold of before stays. Idempotent.
 *
 * @throws what the ledger throws; not for damage, which is a hold
 */
export async function examineLedger(ledger: Ledger, examiner: Examiner): Promise<Examination> {
  try {
    const damage = await damageIn(ledger);
    const identity = await readIdentity(ledger);
    const known = ledgerHoldOf(identity.hold);
    const witnessed = await witnessFile(identity.uid).read();
    const hold = damage ? 'damaged' : (known ?? (await judged(ledger, { identity, witnessed }, examiner)));
    if (hold !== null) {
      await holdLedger(ledger, hold, examiner.now);
      return { hold, silent: [], isUnwitnessed: false };
    }
    await remember(ledger, identity, examiner);
    const isUnwitnessed = witnessed === null && identity.position > firstPosition;
    // The machine would know whether this is an old copy. Where it knows nothing, a file that was copied over, or given to another
    // owner, as some containers do at each start, is a reason to ask of what has work left, and not to stop everything.
    const silent = await holdSilent(ledger, {
      now: examiner.now,
      isDoubtful: witnessed === null && ledger.wasTouched,
    });
    return { hold: null, silent, isUnwitnessed };
  } catch (error) {
    if (error instanceof DeliveryError && error.code === 'LEDGER_DAMAGED')
      return { hold: 'damaged', silent: [], isUnwitnessed: false };
    throw error;
  }
}

/**
 * Holds a ledger and each of its campaigns with work left. Idempotent: a ledger that is held already stays held as it is.
 *
 * @param found of the journal, where that is why
 */
export async function holdLedger(
  ledger: Ledger,
  hold: LedgerHold,
  now: Date,
  found: { journal?: JournalDifference } = {},
): Promise<void> {
  const before = await readIdentity(ledger);
  const isHeld = await ledger.transaction((statements) =>
    holdAll(statements, before, { hold, now, ...found }, 'unheld'),
  );
  // Whatever has the uid of before from now on is an older copy. Not where this may be a copy itself, whose original goes on elsewhere.
  if (isHeld && isSamePlace(before.place, await ledger.place()))
    await witnessFile(before.uid).write(positionOfHeld);
}

async function damageIn(ledger: Ledger): Promise<boolean> {
  const { quickCheck } = ledger.dialect;
  if (quickCheck === null) return false;
  const faults = await ledger.rows<{ quick_check: string }>(quickCheck);
  return faults.some(({ quick_check: fault }) => fault !== 'ok');
}

async function judged(
  ledger: Ledger,
  { identity, witnessed }: { identity: LedgerIdentity; witnessed: number | null },
  { anchor, linkSecret }: Examiner,
): Promise<LedgerHold | null> {
  const [recorded] = await ledger.rows('SELECT id FROM event LIMIT 1');
  return holdOf(identity, {
    anchor,
    isEmpty: recorded === undefined,
    witnessed,
    place: await ledger.place(),
    linkSecret: fingerprintOf(linkSecret),
    personKey: ledger.personKey === null ? null : fingerprintOf(ledger.personKey),
  });
}

/** Keeps what is seen for the first time, and the new place of a ledger that was carried over. */
async function remember(
  ledger: Ledger,
  { uid, place, position }: LedgerIdentity,
  { linkSecret }: Examiner,
): Promise<void> {
  const here = placeWithMemory(await ledger.place(), place);
  await ledger.transaction(async (statements) => {
    await statements.run(
      'UPDATE identity SET place = ?, link_secret = COALESCE(link_secret, ?), person_key = COALESCE(person_key, ?)',
      [here, fingerprintOf(linkSecret), ledger.personKey === null ? null : fingerprintOf(ledger.personKey)],
    );
    if (isCarriedOver(place, here)) await liftPosition(ledger, statements, position);
  });
  // Also for a folder that was emptied, or is new to us.
  await witnessFile(uid).write(position);
}

/** Lifts the position to at least `position`. */
export async function liftPosition(
  { dialect }: Pick<Ledger, 'dialect'>,
  statements: Statements,
  position: number,
): Promise<void> {
  await statements.rows(dialect.liftPosition, [position]);
}

/**
 * By the database's clock alone, which wrote the beats: that of a machine that comes back from a disaster may be an outage behind.
 *
 * A ledger that no worker has beaten for was away: an image of the machine that was put back looks like that. What became meanwhile of
 * its campaigns nobody here can know, of a scheduled or paused one neither: that it was sent, cancelled, or sent another way.
 * Where workers were there, only what they have left alone waits.
 */
async function holdSilent(
  ledger: Ledger,
  { now, isDoubtful }: { now: Date; isDoubtful: boolean },
): Promise<string[]> {
  const since = `(${ledger.dialect.now} - ${silenceMs})`;
  const isSilent = `AND COALESCE(c.heartbeat_at, c.created_at) < ${since}
    AND (COALESCE((SELECT beat_at FROM identity), 0) < ${since}
      OR (c.intent = 'run' AND c.heartbeat_at IS NOT NULL AND c.start_at <= ${ledger.dialect.now}))`;
  return ledger.transaction(async (statements) => {
    const held = await statements.rows<{ id: number; uid: string }>(
      `UPDATE campaign SET hold = 'silent-too-long' WHERE id IN (
         SELECT c.id FROM campaign c WHERE c.intent <> 'cancel' AND c.hold IS NULL
           ${isDoubtful ? '' : isSilent}
           AND ${someDeliveryIn(unfinishedStates)})
       RETURNING id, uid`,
    );
    for (const { id } of held)
      await appendEvent(statements, {
        name: 'campaign.held',
        at: now,
        campaignId: id,
        data: { hold: 'silent-too-long' },
      });
    return held.map(({ uid }) => uid);
  });
}
