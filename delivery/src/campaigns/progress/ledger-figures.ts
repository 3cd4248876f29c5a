import { z } from 'zod';
import type { Ledger } from '../../ledger';
import { words } from '../../ledger/sql';
import {
  someDeliveryIn,
  statesBefore,
  stateCounts,
  unfinishedStates,
  type DeliveryState,
  type StateCounts,
} from '../states';

/** What a monitor wants to know of the sending, at one moment. */
interface LedgerFigures {
  /** Campaigns that send: wanted, begun, and with somebody waiting. */
  runningCampaigns: number;
  /** Their deliveries by state. */
  queue: StateCounts;
  /** How long the oldest delivery that is due has been waiting, in ms; 0 when none is. */
  lagMs: number;
  /** Answers that were no acceptance, and doubts, in campaigns that began within {@link answersWithinMs}. */
  answers: AnswerCount[];
  /** Messages accepted in those campaigns. */
  accepted: number;
}

/** States that an attempt leaves behind other than plain acceptance. */
const answered = ['deferred', 'rejected', 'in-doubt'] as const;

interface AnswerCount {
  state: (typeof answered)[number];
  /** Three digits of the server's answer; null when none came. */
  code: number | null;
  count: number;
}

/** How far back answers are counted: a retry may come two days after the start, and a query must not grow for ever. */
const answersWithinMs = 7 * 24 * 3_600_000;

const dataSchema = z.object({ code: z.number().nullable().default(null) });

/**
 * Counts what a monitor asks for. Queues are counted from the index of campaign and state; answers are read from the events of
 * campaigns of the last seven days, so the cost grows with the answers of a week and not with the age of the ledger.
 */
export async function ledgerFigures(ledger: Ledger, now: Date): Promise<LedgerFigures> {
  const running = await ledger.rows<{ id: number }>(
    `SELECT c.id FROM campaign c WHERE c.intent = 'run' AND c.start_at <= ? AND ${someDeliveryIn(unfinishedStates)}`,
    [now.getTime()],
  );
  const queue = stateCounts();
  let oldest = now.getTime();
  for (const { id } of running) {
    const counts = await ledger.rows<{ state: DeliveryState; count: number }>(
      'SELECT state, COUNT(*) AS count FROM delivery WHERE campaign_id = ? GROUP BY state',
      [id],
    );
    for (const { state, count } of counts) queue[state] += Number(count);
    const [due] = await ledger.rows<{ at: number | null }>(
      `SELECT MIN(next_attempt_at) AS at FROM delivery WHERE campaign_id = ? AND state IN (${words(statesBefore('claim'))})`,
      [id],
    );
    oldest = Math.min(oldest, Number(due?.at ?? oldest));
  }
  return {
    runningCampaigns: running.length,
    queue,
    lagMs: now.getTime() - oldest,
    ...(await answersSince(ledger, now.getTime() - answersWithinMs)),
  };
}

async function answersSince(
  ledger: Ledger,
  since: number,
): Promise<Pick<LedgerFigures, 'answers' | 'accepted'>> {
  const [accepted] = await ledger.rows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM delivery
     WHERE state = 'accepted' AND campaign_id IN (SELECT id FROM campaign WHERE start_at >= ?)`,
    [since],
  );
  const rows = await ledger.rows<{ name: string; data: string | null; count: number }>(
    `SELECT name, data, COUNT(*) AS count FROM event
     WHERE name IN (${words(answered.map((state) => `delivery.${state}`))})
       AND campaign_id IN (SELECT id FROM campaign WHERE start_at >= ?)
     GROUP BY name, data`,
    [since],
  );
  const answers = new Map<string, AnswerCount>();
  for (const { name, data, count } of rows) {
    const state = answered.find((each) => name === `delivery.${each}`);
    if (state === undefined) continue;
    const { code } = dataSchema.parse(JSON.parse(data ?? '{}'));
    const sum = answers.get(`${state} ${code}`) ?? { state, code, count: 0 };
    answers.set(`${state} ${code}`, { ...sum, count: sum.count + Number(count) });
  }
  return { accepted: Number(accepted?.count ?? 0), answers: [...answers.values()] };
}
