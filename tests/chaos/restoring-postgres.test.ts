import { drilling } from './drills';

drilling('postgres');
