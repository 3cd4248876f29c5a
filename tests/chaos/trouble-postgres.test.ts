import { redis } from '../support/requires';
import { databaseRestarted } from './scenarios';
import { queueLost } from './scenarios-of-redis';
import { breaking } from './suite';
import { troubles } from './troubles';

breaking('trouble', 'postgres', [...troubles, ['a database that crashes and restarts', databaseRestarted]]);
breaking(
  'trouble with Redis',
  'postgres',
  [['a queue that is lost, emptied and restored', queueLost]],
  [redis],
);
