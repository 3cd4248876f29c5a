import { diskFull, smallVolume } from './disk-full';
import { badCertificate, openssl } from './scenarios';
import { breaking } from './suite';
import { troubles } from './troubles';

breaking('trouble', 'sqlite', troubles);
breaking('trouble with TLS', 'sqlite', [['a bad certificate', badCertificate]], [openssl]);
// Nothing that could be installed gives the right to mount: where it is missing (an unprivileged container), this cannot run.
if (smallVolume.present())
  breaking('trouble with the disk', 'sqlite', [['a full disk', (_, random) => diskFull(random)]]);
else console.warn(`No full disk on this machine: ${smallVolume.remedy}.`);
