import type { Language } from '@nachra/renderer';
import { z } from 'zod';
import type { Ledger } from '../../ledger';
import { holdersOfNumber, peopleAmong } from '../states';

/** Readers who were left waiting for an edition in their language, and the lists and segments by which they were chosen. */
interface WaitingReaders {
  readers: number;
  listIds: string[];
  segmentIds: string[];
}

const audienceSchema = z.object({ listIds: z.array(z.string()), segmentIds: z.array(z.string()) });

/**
 * Who waits for a number in one language: left out of a campaign for want of an edition, and without the number since. Null when
 * nobody does. Who was suppressed or deleted since is still among them: the audience is counted before anything is sent.
 */
export async function waitingReaders(
  ledger: Ledger,
  edition: { number: number; language: Language },
): Promise<WaitingReaders | null> {
  const { number, language } = edition;
  const [waiting] = await ledger.rows<{ readers: number }>(
    `SELECT COUNT(DISTINCT x.subscriber_id) AS readers ${stillLeft}`,
    [number, language, number, 0, number, 0],
  );
  const readers = Number(waiting?.readers ?? 0);
  if (readers === 0) return null;
  const rows = await ledger.rows<{ audience: string | null }>(
    `SELECT DISTINCT c.audience ${left} AND c.audience IS NOT NULL`,
    [number, language],
  );
  const chosen = rows.map(({ audience }) => audienceSchema.parse(JSON.parse(audience ?? '{}')));
  return {
    readers,
    listIds: [...new Set(chosen.flatMap(({ listIds }) => listIds))],
    segmentIds: [...new Set(chosen.flatMap(({ segmentIds }) => segmentIds))],
  };
}

/** The subscribers whom {@link waitingReaders} counts, by their ids. */
export async function waitingSubscribers(
  ledger: Ledger,
  { number, language }: { number: number; language: Language },
): Promise<string[]> {
  const rows = await ledger.rows<{ subscriber_id: string }>(`SELECT DISTINCT x.subscriber_id ${stillLeft}`, [
    ...[number, language, number, 0, number, 0],
  ]);
  return rows.map(({ subscriber_id }) => subscriber_id);
}

const left = `FROM exclusion x JOIN campaign c ON c.id = x.campaign_id
  WHERE c.issue_number = ? AND x.language = ? AND x.reason = 'awaits-edition' AND c.intent <> 'cancel'`;

/** Without those who have the number since. */
const stillLeft = `${left} AND x.subscriber_id NOT IN (${peopleAmong(holdersOfNumber)})`;
