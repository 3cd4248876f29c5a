import { diskFull, smallVolume } from './disk-full';
import { badCertificate, openssl } from './scenarios';
import { breaking } from './suite';
import { troubles } from './troubles';

breaking('trouble', 'sqlite', troubles);
breaking('trouble with TLS', 'sqlite', [['a bad certificate', badCertificate]], [openssl]);
breaking(
  'trouble with the disk',
  'sqlite',
  [['a full disk', (_, random) => diskFull(random)]],
  [smallVolume],
);
