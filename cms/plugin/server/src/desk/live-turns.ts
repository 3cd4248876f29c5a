import { RateLimiterMemory } from 'rate-limiter-flexible';
import { atMostAtOnce } from '../common/at-most-at-once';
import { newestWins } from '../common/newest-wins';
import type { Person } from '../common/person';
import { TaskTooLong } from '../editions/render-pool';

/** Requests of one person in ten seconds: four times what somebody makes who types without a break. */
const mostRequests = 200;

/** Makes a mail in its turn; null where it is to be asked again. */
export type LiveTurns = <Made>(
  person: Person,
  page: string,
  make: () => Promise<Made>,
) => Promise<Made | null>;

/**
 * Has mails made while they are written: of each page one at a time, and of those that wait the newest; of each person one page at a
 * time, so that many windows of one do not keep everybody else waiting.
 */
export function openLiveTurns(): LiveTurns {
  const inTurn = newestWins();
  /** As many as there are accounts. */
  const turns = new Map<number, ReturnType<typeof atMostAtOnce>>();
  const turnOf = (personId: number) => {
    const turn = turns.get(personId) ?? atMostAtOnce(1);
    turns.set(personId, turn);
    return turn;
  };
  const limiter = new RateLimiterMemory({ points: mostRequests, duration: 10 });

  return async (person, page, make) => {
    const isLimited = await limiter.consume(person.id).then(
      () => false,
      () => true,
    );
    if (isLimited) return null;
    try {
      return await inTurn(`${person.id}/${page}`, () => turnOf(person.id)(make));
    } catch (error) {
      if (error instanceof TaskTooLong) return null;
      throw error;
    }
  };
}
