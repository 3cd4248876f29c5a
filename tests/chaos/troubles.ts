import { fullSessions } from './scenarios-of-sessions';
import { asleep, clockSetBack, forgetfulOfAuth, stall, storm } from './scenarios';
import { second, type Course } from './suite';

/** What is broken on each database. */
export const troubles: [name: string, course: Course, timeout?: number][] = [
  ['a storm of refusals, cuts, resets and stalls', storm],
  ['a server that takes longer to answer than a lease lasts', stall],
  ['a server that stops offering AUTH', forgetfulOfAuth],
  // Three courses in one.
  ['a server that takes one, ten or a hundred messages a session', fullSessions, 540 * second],
  ['a worker suspended past its lease', asleep],
  ['a clock that is set back', clockSetBack],
];
