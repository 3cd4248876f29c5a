import type { Ledger } from '../../ledger';
import { words } from '../../ledger/sql';
import { mayBeClaimed, statesBefore } from '../../campaigns/states';

/** How many deliveries a worker claims at a time. */
export const chunkSize = 100;

/** How many chunks one campaign may have in the queue at a time; when they are done it is filled again. */
const chunksOfCampaign = 200;

/** How many campaigns have jobs in the queue at a time. */
const campaignsAtATime = 20;

/** Where to look for work: the content of a job. */
export interface DueChunk {
  campaignId: string;
  /** Counts from 0 within the campaign. */
  chunk: number;
}

/**
 * The chunks that are due now, oldest campaign first. It counts and claims nothing: which deliveries make up a chunk is
 * decided by whoever claims it.
 */
export async function dueChunks(ledger: Ledger, now: Date): Promise<DueChunk[]> {
  const waiting = `d.campaign_id = c.id AND d.state IN (${words(statesBefore('claim'))}) AND d.next_attempt_at <= ?`;
  const campaigns = await ledger.rows<{ uid: string; due: number }>(
    `SELECT c.uid, (SELECT COUNT(*) FROM (SELECT 1 FROM delivery d WHERE ${waiting} LIMIT ?) AS waiting) AS due
     FROM campaign c
     WHERE ${mayBeClaimed} AND c.start_at <= ${ledger.dialect.now} AND EXISTS (SELECT 1 FROM delivery d WHERE ${waiting})
     ORDER BY c.start_at, c.id LIMIT ?`,
    [now.getTime(), chunkSize * chunksOfCampaign, now.getTime(), campaignsAtATime],
  );
  return campaigns.flatMap(({ uid, due }) =>
    Array.from({ length: Math.ceil(Number(due) / chunkSize) }, (_, chunk) => ({ campaignId: uid, chunk })),
  );
}
