import { killAtRandom } from './killing';
import { breaking, kills, second } from './suite';

breaking(`${kills} kills`, 'sqlite', [
  [
    'of one worker, or of one of two, at random moments of a send to 2,000',
    (bench, random) => killAtRandom(bench, random, kills),
    (120 + kills * 6) * second,
  ],
]);
