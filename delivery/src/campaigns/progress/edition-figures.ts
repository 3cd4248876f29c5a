import type { Language } from '@nachra/renderer';
import type { Ledger } from '../../ledger';
import { shownState, stateCounts, totalOf, type DeliveryState, type StateCounts } from '../states';

/** What became of one approved edition. `counts` adds up to `recipients`. */
export interface EditionFigures {
  recipients: number;
  counts: StateCounts;
  /** Of those accepted, the ones whose message came back since; delays do not count. */
  bounced: number;
}

/**
 * What became of an approved edition in all campaigns that carry it: the first, the rest of a list; null when none does. It counts
 * every delivery of it: for a mail or a page, not for whoever asks every few seconds.
 *
 * @param edition the number, 242, with the language, and with the approval that the edition left by
 */
export async function editionFigures(
  ledger: Ledger,
  { number, language, approval }: { number: number; language: Language; approval: string },
): Promise<EditionFigures | null> {
  const deliveries = `FROM campaign c
     JOIN edition e ON e.campaign_id = c.id
     JOIN delivery d ON d.campaign_id = c.id AND d.language = e.language
     WHERE c.issue_number = ? AND e.language = ? AND e.approval = ?`;
  const edition = [number, language, approval];
  const rows = await ledger.rows<{ state: DeliveryState; count: number }>(
    `SELECT state, COUNT(*) AS count FROM (SELECT ${shownState} AS state ${deliveries}) AS shown GROUP BY state`,
    edition,
  );
  if (rows.length === 0) return null;
  const counts = stateCounts(Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])));
  const [back] = await ledger.rows<{ count: number }>(
    `SELECT COUNT(*) AS count ${deliveries} AND d.state = 'accepted'
       AND EXISTS (SELECT 1 FROM feedback f WHERE f.delivery_id = d.id AND f.kind = 'bounce' AND f.is_delay = 0)`,
    edition,
  );
  return { recipients: totalOf(counts), counts, bounced: Number(back?.count ?? 0) };
}
