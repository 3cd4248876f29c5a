import { embeddedAssets } from '../../edition/linked-pictures';
import type { Rule } from '../rule';

const kibibyte = 1024;
/** Every reader receives these bytes plus a third for base64, and many institutional mailboxes are small. */
const mostBytes = 500 * kibibyte;

/** Embedded pictures are small, because every message contains them. */
export const embeddedTooHeavy: Rule = {
  name: 'embedded-too-heavy',
  severity: 'error',
  check: ({ edition, find }) => {
    const bytes = embeddedAssets(edition).reduce(
      (sum, { base64 }) => sum + Buffer.byteLength(base64, 'base64'),
      0,
    );
    const values = { size: Math.ceil(bytes / kibibyte), most: mostBytes / kibibyte };
    return bytes > mostBytes ? [find('edition', values)] : [];
  },
};
