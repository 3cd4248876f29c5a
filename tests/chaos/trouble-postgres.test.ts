import { redis } from '../support/requires';
import { databaseRestarted } from './scenarios';
import { queueLost } from './scenarios-of-redis';
import { breaking } from './suite';
import { troubles } from './troubles';

breaking('trouble', 'postgres', [...troubles, ['a database that dies and comes back', databaseRestarted]]);
breaking('trouble with Redis', 'postgres', [['a queue that is lost, emptied and back', queueLost]], [redis]);
