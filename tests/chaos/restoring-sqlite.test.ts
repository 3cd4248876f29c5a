import { drilling } from './drills';

drilling('sqlite');
