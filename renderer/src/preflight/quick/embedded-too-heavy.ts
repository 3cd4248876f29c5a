import { embeddedAssets } from '../../edition/linked-pictures';
import type { Rule } from '../rule';

const kibibyte = 1024;
/** Every reader gets these bytes and a third more (base64), and many a mailbox of an institution is small. */
const mostBytes = 500 * kibibyte;

/** What is embedded goes through every mail server on the way, once a reader. */
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
