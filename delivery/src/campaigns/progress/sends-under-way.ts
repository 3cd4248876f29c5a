import type { Statements } from '../../ledger';
import { someDeliveryIn, unfinishedStates } from '../states';

/** What keeps a ledger from being moved. */
interface SendsUnderWay {
  /** Deliveries that a worker has in hand. */
  held: number;
  /** Ids of campaigns that a worker would go on with by itself. */
  running: string[];
}

/** Looks for sends that go on, or would at any moment. A campaign that is paused does not count once nothing of it is held. */
export async function sendsUnderWay(statements: Pick<Statements, 'rows'>): Promise<SendsUnderWay> {
  const [held] = await statements.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM delivery WHERE state IN ('claimed', 'sending')`,
  );
  const running = await statements.rows<{ uid: string }>(
    `SELECT uid FROM campaign c WHERE intent = 'run' AND ${someDeliveryIn(unfinishedStates)} ORDER BY uid`,
  );
  return { held: Number(held?.count ?? 0), running: running.map(({ uid }) => uid) };
}
