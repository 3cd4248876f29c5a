import { fullSessions } from './scenarios-of-sessions';
import { asleep, clockSetBack, forgetfulOfAuth, stall, storm } from './scenarios';
import type { Course } from './suite';

/** What is broken on each database. */
export const troubles: [name: string, course: Course][] = [
  ['a storm of refusals, cuts, resets and stalls', storm],
  ['a server that takes longer to answer than a lease lasts', stall],
  ['a server that stops offering AUTH', forgetfulOfAuth],
  ['a server that takes one, ten or a hundred messages a session', fullSessions],
  ['a worker suspended past its lease', asleep],
  ['a clock that is set back', clockSetBack],
];
