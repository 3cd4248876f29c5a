import { asleep, clockSetBack, forgetfulOfAuth, stall, storm } from './scenarios';
import type { Course } from './suite';

/** What is broken on each database. */
export const troubles: [name: string, course: Course][] = [
  ['a storm of refusals, cuts, resets and stalls', storm],
  ['a server that thinks for longer than a lease', stall],
  ['a server that forgets AUTH', forgetfulOfAuth],
  ['a worker that sleeps past its lease', asleep],
  ['a clock that is set back', clockSetBack],
];
