import type { Language } from '@nachra/renderer';
import type { Ledger } from '../../ledger';
import { reachedStates, someOfEditionIn, unfinishedStates } from '../states';

/**
 * Stops every campaign that has an edition still to send, another language's too, until it is witnessed again: whoever ends an
 * approval calls it before the end is certain. Then the witness finds the approval standing, and lets the campaign go on, or
 * ended, and cancels it; after a crash in between as well. No worker begins between the question and the answer. Idempotent.
 *
 * @param edition with the approval it leaves by; without one, any edition of number and language is meant
 * @param which `untouched` stops none once one of them has reached somebody
 * @returns those that are stopped, each with the hour it was to leave at, and whether somebody has the edition, or may have
 */
export function stopEdition(
  ledger: Ledger,
  { number, language, approval }: { number: number; language: Language; approval?: string },
  which: 'untouched' | 'all',
): Promise<{ stopped: { id: string; startAt: Date }[]; hasReached: boolean }> {
  const ofEdition = `FROM campaign c JOIN edition e ON e.campaign_id = c.id
    WHERE c.issue_number = ? AND e.language = ?${approval === undefined ? '' : ' AND e.approval = ?'}`;
  const edition = [number, language, ...(approval === undefined ? [] : [approval])];
  return ledger.transaction(async (statements) => {
    // Written as it is: it waits for what a worker is beginning, and the statements after it see that.
    await statements.run(
      `UPDATE campaign SET witnessed_at = witnessed_at WHERE id IN (SELECT c.id ${ofEdition})`,
      edition,
    );
    const reached = await statements.rows(
      `SELECT c.id ${ofEdition} AND ${someOfEditionIn(reachedStates)} LIMIT 1`,
      edition,
    );
    const hasReached = reached.length > 0;
    if (hasReached && which === 'untouched') return { stopped: [], hasReached };
    const rows = await statements.rows<{ uid: string; start_at: number }>(
      `UPDATE campaign SET witnessed_at = NULL WHERE intent <> 'cancel'
         AND id IN (SELECT c.id ${ofEdition} AND ${someOfEditionIn(unfinishedStates)}) RETURNING uid, start_at`,
      edition,
    );
    return {
      stopped: rows.map(({ uid, start_at }) => ({ id: uid, startAt: new Date(start_at) })),
      hasReached,
    };
  });
}
