import { createHash } from 'node:crypto';
import type { Language } from '@nachra/renderer';
import {
  addressKey,
  assertBalanced,
  judgeAudience,
  type Candidate,
  type CandidateSource,
  type Exclusion,
  type Recipient,
} from '../candidates';
import { DeliveryError } from '../../errors';
import { appendEvent } from '../../ledger/events';
import type { Ledger, Statements } from '../../ledger';
import { movePosition } from '../../ledger/identity';
import { enterDeliveries, type EnteredRow } from '../changes/enter';
import { withdrawOvertaken } from '../changes/withdraw';
import { readSuppressions } from '../suppressions';
import { base32 } from '../links/keyed-mac';
import { personIn } from '../links/person-hash';
import { editionsToFreeze, onOffer, type CampaignRequest } from './campaign-request';
import { freezeEditions } from '../editions/frozen-editions';
import { lastEvent, withoutErased } from './erased-meanwhile';
import { peopleIn, readHeldRounds } from './held-rounds';
import { chunked, writeBehind, type Values } from './write-behind';

/** What came of a freeze: a campaign, made by this call or by an earlier one with the key, or nobody to send it to. */
export type FreezeOutcome =
  | { kind: 'frozen'; campaignId: string; created: boolean }
  | { kind: 'nobody'; /** How many were judged, and all left out. */ candidates: number };

/**
 * Freezes a campaign: its editions, its recipients with their addresses, its exclusions with their reasons. All of it
 * in one transaction, or nothing. From here on neither the issue nor the lists can change what is sent to whom.
 *
 * Nobody gets a number twice: who has it, or may have it, in any language is an exclusion. Of two campaigns of one number that
 * are frozen at the same moment, the second sees what the first has written.
 *
 * Idempotent by `request.key`: a second call with the key changes nothing and names the first campaign.
 *
 * @returns `frozen` with the campaign's id; `nobody` when no candidate may be mailed: nothing is kept then, and the key is free
 * @throws {DeliveryError} `EDITION_MISSING`, `SENDER_INVALID`, `AUDIENCE_UNBALANCED`
 */
export async function freezeCampaign(
  ledger: Ledger,
  request: CampaignRequest,
  now: Date,
): Promise<FreezeOutcome> {
  assertEditions(request);
  // Before anything is locked: a sender that is not complete is found without an audience.
  editionsToFreeze(request.editions, request);
  const known = await uidOfKey(ledger, request.key);
  if (known !== null) return { kind: 'frozen', campaignId: known, created: false };
  const uid = campaignUid(request, now);
  const since = await lastEvent(ledger);
  const gatheredBefore = await gathered(request.candidates);
  const work = async (statements: Statements): Promise<FreezeOutcome> => {
    const { numberLock, writingAddresses } = ledger.dialect;
    if (writingAddresses !== null) await statements.rows(writingAddresses);
    if (numberLock !== null) await statements.rows(numberLock, [request.issueNumber]);
    const campaign = await insertCampaign(statements, request, uid, now);
    if (campaign === null) {
      const campaignId = (await uidOfKey(statements, request.key)) ?? '';
      return { kind: 'frozen', campaignId, created: false };
    }
    const candidates = await withoutErased(statements, ledger, gatheredBefore, since);
    const given = await freezeAudience(ledger, statements, campaign, { ...request, candidates }, now);
    await freezeEditions(statements, campaign, editionsToFreeze(given, request));
    await withdrawOvertaken(statements, { ...request, campaignRow: campaign }, now);
    return { kind: 'frozen', campaignId: uid, created: true };
  };
  return ledger.transaction(work).catch((error: unknown): FreezeOutcome => {
    if (error instanceof Nobody) return { kind: 'nobody', candidates: error.candidates };
    throw error;
  });
}

/** Takes back what the transaction wrote; it never leaves this file. */
class Nobody extends Error {
  constructor(readonly candidates: number) {
    super('No candidate may be mailed.');
  }
}

/**
 * An asynchronous source may wait for a database or a network, so it is read before the ledger is locked. Who unsubscribes
 * meanwhile is left out all the same: suppressions are read under the lock.
 */
async function gathered(source: CandidateSource): Promise<Iterable<Candidate>> {
  if (Symbol.iterator in source) return source;
  const candidates: Candidate[] = [];
  for await (const candidate of source) candidates.push(candidate);
  return candidates;
}

function assertEditions({ editions, defaultLanguage, missing = {} }: CampaignRequest): void {
  const isNeeded = Object.values(missing).includes('default') || Object.keys(editions).length === 0;
  if (!isNeeded || editions[defaultLanguage]) return;
  throw new DeliveryError(
    'EDITION_MISSING',
    { language: defaultLanguage, campaignId: null },
    `There is no edition in the default language (${defaultLanguage}), which readers without an edition of their own would get. Compose the issue in ${defaultLanguage}, let those readers wait, or choose another default language.`,
  );
}

/** Ten characters of base 32 over the decision and its instant: no other campaign, of this ledger or a later one, has them. */
function campaignUid({ key, issueId, by }: CampaignRequest, now: Date): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([key, issueId, by.name, now.getTime()]))
    .digest();
  return base32(digest).slice(0, 10);
}

async function insertCampaign(
  statements: Statements,
  request: CampaignRequest,
  uid: string,
  now: Date,
): Promise<number | null> {
  const [row] = await statements.rows<{ id: number }>(
    `INSERT INTO campaign (uid, key, issue_id, issue_number, issue_title, created_by, created_at, start_at, intent,
       default_language, round, correction_reason, audience, witnessed_at, pictures_at, recipients, exclusions)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'run', ?, ?, ?, ?, ?, ?, 0, 0) ON CONFLICT (key) DO NOTHING RETURNING id`,
    [
      uid,
      request.key,
      request.issueId,
      request.issueNumber,
      request.issueTitle,
      request.by.name,
      now.getTime(),
      request.startAt.getTime(),
      request.defaultLanguage,
      request.correction?.round ?? 0,
      request.correction?.reason ?? null,
      request.audience ? JSON.stringify({ ...request.audience, missing: request.missing ?? {} }) : null,
      request.awaitsWitness ? null : now.getTime(),
      request.awaitsPictures ? null : now.getTime(),
    ],
  );
  return row?.id ?? null;
}

async function uidOfKey(statements: Pick<Statements, 'rows'>, key: string): Promise<string | null> {
  const [row] = await statements.rows<{ uid: string }>('SELECT uid FROM campaign WHERE key = ?', [key]);
  return row?.uid ?? null;
}

/** @returns the editions that somebody gets @throws {Nobody} */
async function freezeAudience(
  ledger: Ledger,
  statements: Statements,
  campaign: number,
  request: CampaignRequest & { candidates: Iterable<Candidate> },
  now: Date,
): Promise<CampaignRequest['editions']> {
  const people = peopleIn(request.candidates, request.people);
  const heldBy = await readHeldRounds(statements, ledger, request.issueNumber, { except: campaign, people });
  const suppressed = await readSuppressions(statements, ledger);
  const given: CampaignRequest['editions'] = {};
  // Which editions readers of each language get, in which round: the journal keeps that, should the ledger be lost.
  const readers: Partial<Record<Language, Partial<Record<Language, number>>>> = {};
  const { rounds = {} } = request;
  const behind = writeBehind();
  const deliveries = chunked(behind, (rows: string) =>
    enterDeliveries(
      statements,
      ledger.dialect,
      { campaignRow: campaign, startAt: request.startAt, now },
      rows,
    ),
  );
  const exclusions = chunked(behind, (rows: string) =>
    statements.run(insertExclusions(ledger), [campaign, rows]),
  );
  let candidates: number;
  try {
    candidates = await judgeAudience(
      request.candidates,
      { suppressed, terms: { ...onOffer(request), heldBy } },
      {
        recipient(recipient) {
          const { language, edition } = recipient;
          given[edition] ??= request.editions[edition];
          (readers[language] ??= {})[edition] = rounds[edition] ?? 0;
          return deliveries.add(deliveryValues(ledger, recipient));
        },
        exclusion: (exclusion) => exclusions.add(exclusionValues(exclusion)),
      },
    );
    await deliveries.end();
    await exclusions.end();
  } finally {
    await behind.end();
  }
  // The database counts what it wrote; the judge counted what went in. Only if both agree is anything kept.
  const [recipients, excluded] = [deliveries.written(), exclusions.written()];
  assertBalanced(candidates, recipients, excluded);
  if (recipients === 0) throw new Nobody(candidates);
  await statements.run('UPDATE campaign SET recipients = ?, exclusions = ? WHERE id = ?', [
    recipients,
    excluded,
    campaign,
  ]);
  await movePosition(statements, ledger.dialect);
  await appendEvent(statements, {
    name: 'campaign.frozen',
    at: now,
    campaignId: campaign,
    by: request.by,
    data: {
      recipients,
      exclusions: excluded,
      startAt: request.startAt.toISOString(),
      round: request.correction?.round ?? 0,
      reason: request.correction?.reason ?? null,
      readers,
    },
  });
  return given;
}

function deliveryValues(
  ledger: Ledger,
  { subscriberId, personId, address, firstName, edition }: Recipient,
): EnteredRow {
  const person = personIn(ledger, address);
  return [subscriberId, address, addressKey(address), firstName ?? null, edition, personId, person];
}

function exclusionValues({ subscriberId, reason, language }: Exclusion): Values {
  return [subscriberId, reason, language];
}

function insertExclusions({ dialect }: Ledger): string {
  const left = dialect.rowsFromJson([
    ['subscriber_id', 'text'],
    ['reason', 'text'],
    ['language', 'text'],
  ]);
  return `INSERT INTO exclusion (campaign_id, subscriber_id, reason, language) SELECT ?, r.* FROM (${left}) AS r`;
}
