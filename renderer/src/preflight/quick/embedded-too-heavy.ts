import { embeddedAssets } from '../../edition/linked-pictures';
import { pictureLimits } from '../picture-limits';
import type { Rule } from '../rule';

const kibibyte = 1024;

/** Embedded pictures are small, because every message contains them. */
export const embeddedTooHeavy: Rule = {
  name: 'embedded-too-heavy',
  severity: 'error',
  check: ({ edition, find }) => {
    const bytes = embeddedAssets(edition).reduce(
      (sum, { base64 }) => sum + Buffer.byteLength(base64, 'base64'),
      0,
    );
    const most = pictureLimits.heaviestEmbeddedKib;
    const size = Math.ceil(bytes / kibibyte);
    return size > most ? [find('edition', { size, most })] : [];
  },
};
