import { DeliveryError } from '../../errors';
import type { Actor, Ledger, Statements } from '../../ledger';
import { appendEvent, uidBeforeHold } from '../../ledger/events';
import { readIdentity } from '../../ledger/identity';
import { positionOfHeld, witnessFile } from '../../ledger/witness-file';
import { assumeSent } from '../changes/assume';
import { statusOf, type CampaignIntent } from '../states';
import { renamePersons } from '../suppressions/rename-persons';
import { liftPosition } from './examine-ledger';
import { fingerprintOf } from './fingerprint';
import { isChoiceOf, type HoldChoice } from './hold-codes';
import type { JournalDifference } from './journal-difference';
import { forgetJournal } from './witness-journal';
import { isUndecided } from './read-holds';

/** What a person decided of an issue whose campaign the ledger has lost. */
interface LostDecision {
  choice: HoldChoice;
  issueId: string;
  number: number;
  language: string;
  /** Public id of the campaign that was lost; null where nobody knows it any more. */
  lost: string | null;
  by: Actor;
  now: Date;
}

/** Writes down what a person decided of an issue whose campaign the ledger has lost, and which campaign that was. */
export async function recordLostDecision(ledger: Ledger, decision: LostDecision): Promise<void> {
  const { choice, issueId, number, language, lost, by, now } = decision;
  await appendEvent(ledger, {
    name: 'issue.hold-decided',
    at: now,
    by,
    data: { choice, issue: issueId, number, language, lost },
  });
}

/**
 * Carries out what a person decided of a held campaign, and writes down who did. The ledger itself stays held until
 * {@link releaseLedger}.
 *
 * @throws {DeliveryError} `CAMPAIGN_UNKNOWN`; `CAMPAIGN_NOT_HELD`, also when somebody else was faster; `HOLD_CHOICE_UNFIT`
 */
export async function decideHeldCampaign(
  ledger: Ledger,
  request: { campaignId: string; choice: HoldChoice; by: Actor; now: Date },
): Promise<void> {
  const { campaignId, choice, by, now } = request;
  await ledger.transaction(async (statements) => {
    // A write takes the lock, so that the hold which is judged is the one that is decided.
    const [held] = await statements.rows<HeldRow>(
      `UPDATE campaign SET heartbeat_at = ${ledger.dialect.now} WHERE uid = ? AND hold IS NOT NULL
       RETURNING id, intent, start_at, hold`,
      [campaignId],
    );
    if (!held) throw await notHeld(statements, campaignId);
    if (!isChoiceOf(held.hold, choice)) throw unfit(campaignId, held.hold, choice);
    await statements.run('UPDATE campaign SET hold = NULL WHERE id = ?', [held.id]);
    // What goes on goes on as it was: a paused one stays so, and one whose hour is to come keeps it.
    const startAt = new Date(Number(held.start_at));
    const status = statusOf({ intent: held.intent, startAt, now, isUnfinished: true });
    const assumed = await carryOut(statements, held.id, choice, now);
    await appendEvent(statements, {
      name: 'campaign.hold-decided',
      at: now,
      by,
      campaignId: held.id,
      data: { choice, status, assumed },
    });
  });
}

interface HeldRow {
  id: number;
  intent: CampaignIntent;
  start_at: number;
  hold: string;
}

/** @returns how many deliveries count as sent from now on */
async function carryOut(
  statements: Statements,
  campaign: number,
  choice: HoldChoice,
  now: Date,
): Promise<number> {
  if (choice === 'treat-as-sent') return assumeSent(statements, campaign, 'all', now);
  if (choice === 'send-the-rest') return assumeSent(statements, campaign, 'with-evidence', now);
  await statements.run(`UPDATE campaign SET intent = 'cancel' WHERE id = ?`, [campaign]);
  return 0;
}

/**
 * Lets a held ledger send again, by a person's word: where it lies and the secrets it is used with count as right from now on,
 * and its position goes beyond everything that anybody may have stored of it. One that was restored takes the place of the ledger it
 * was backed up from, which is held on this machine from then on. Idempotent.
 *
 * @param request.anchor what the content database has stored; null for none
 * @param request.journal how the content's journal differs from what is witnessed of it: from now on it counts as it is. Null where it
 *   does not
 * @throws {DeliveryError} `LEDGER_UNDECIDED` while a campaign of the hold waits for a decision; `LEDGER_DAMAGED`
 */
export async function releaseLedger(
  ledger: Ledger,
  request: {
    by: Actor;
    now: Date;
    anchor: { position: number } | null;
    linkSecret: string;
    journal?: JournalDifference | null;
  },
): Promise<void> {
  const { by, now, anchor, linkSecret, journal = null } = request;
  const personKey = ledger.personKey === null ? null : fingerprintOf(ledger.personKey);
  const { uid, position, hold, personKey: keyBefore } = await readIdentity(ledger);
  if (hold === null) return;
  if (hold === 'damaged') await ledger.rows<Fault>(ledger.dialect.quickCheck ?? 'SELECT 1').then(assertSound);
  const seen = Math.max(position, anchor?.position ?? 0, (await witnessFile(uid).read()) ?? 0);
  const place = await ledger.place();
  const was = hold === 'restored' ? await uidBeforeHold(ledger) : null;
  await ledger.transaction(async (statements) => {
    await statements.run(
      // Somebody is there: without this, a start before the next worker's beat would hold again what was just decided.
      `UPDATE identity SET hold = NULL, held_at = NULL, place = ?, link_secret = ?, person_key = COALESCE(?, person_key),
         beat_at = ${ledger.dialect.now}`,
      [place, fingerprintOf(linkSecret), personKey],
    );
    const isOtherKey = keyBefore !== null && personKey !== null && keyBefore !== personKey;
    if (isOtherKey) await renamePersons(statements, ledger, now);
    if (isOtherKey || journal !== null) await forgetJournal(statements);
    const undecided = await statements.rows(`SELECT c.id FROM campaign c WHERE ${isUndecided}`);
    if (undecided.length > 0) throw stillUndecided(undecided.length);
    // Whose readers have all left: there is nothing to decide.
    await statements.run(`UPDATE campaign SET hold = NULL WHERE hold <> 'silent-too-long'`);
    await liftPosition(ledger, statements, seen + 1);
    await appendEvent(statements, {
      name: 'ledger.released',
      at: now,
      by,
      data: { hold, ...(journal && { journal: { ...journal } }) },
    });
  });
  // From here on this ledger sends instead of the one it was backed up from. That one says so when it is put back in place, but for one
  // that runs and has just written its position again.
  if (was !== null) await witnessFile(was).write(positionOfHeld);
}

interface Fault {
  quick_check?: string;
}

function assertSound(faults: readonly Fault[]): void {
  const [first] = faults;
  if (first?.quick_check === undefined || first.quick_check === 'ok') return;
  throw new DeliveryError(
    'LEDGER_DAMAGED',
    { place: 'ledger', driverSaid: first.quick_check },
    `The ledger is still damaged (${first.quick_check}). Stop Nachra, keep the damaged file, and restore the ledger from a backup.`,
  );
}

function stillUndecided(campaigns: number): DeliveryError {
  return new DeliveryError(
    'LEDGER_UNDECIDED',
    { campaigns },
    `${campaigns} campaigns wait for a decision. Decide on each of them, then release sending.`,
  );
}

function unfit(campaignId: string, hold: string, choice: HoldChoice): DeliveryError {
  return new DeliveryError(
    'HOLD_CHOICE_UNFIT',
    { campaignId },
    `Campaign ${campaignId} is held because of “${hold}”, where nobody can decide “${choice}”. Reload the page to see what can be.`,
  );
}

async function notHeld(statements: Statements, campaignId: string): Promise<DeliveryError> {
  const [found] = await statements.rows('SELECT id FROM campaign WHERE uid = ?', [campaignId]);
  return found
    ? new DeliveryError(
        'CAMPAIGN_NOT_HELD',
        { campaignId },
        `Campaign ${campaignId} waits for no decision: perhaps somebody has just decided. Reload the page.`,
      )
    : new DeliveryError(
        'CAMPAIGN_UNKNOWN',
        { campaignId },
        `There is no campaign ${campaignId}. Reload the page to see those there are.`,
      );
}
