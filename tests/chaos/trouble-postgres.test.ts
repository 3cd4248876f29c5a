import { databaseRestarted } from './scenarios';
import { breaking } from './suite';
import { troubles } from './troubles';

breaking('trouble', 'postgres', [...troubles, ['a database that dies and comes back', databaseRestarted]]);
