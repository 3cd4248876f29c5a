import { needsSmtpUtf8, normaliseAddress } from '@nachra/delivery';
import { uids } from '../../../../shared/uids';
import type { SaveProblem } from '../../common/save-problem';
import type { Check } from './document-check';

/** Where the brand's mail comes from and goes back to. */
const fields = ['senderAddress', 'replyTo', 'bounceAddress', 'unsubscribeAddress'];

/** The addresses of a sender must be such that every mail server takes them; a domain beyond ASCII is sent in its ASCII form. */
export const senderAddresses: Check = (data) =>
  Promise.resolve(
    fields.flatMap((field): SaveProblem[] => {
      const address = data[field];
      // What is lacking is told when an issue is to be approved.
      if (typeof address !== 'string' || address === '') return [];
      const normal = normaliseAddress(address);
      if (normal === null) return [{ path: [field], code: 'ADDRESS_INVALID', data: { address } }];
      return needsSmtpUtf8(normal)
        ? [{ path: [field], code: 'SENDER_BEYOND_ASCII', data: { uid: uids.brand, field, address } }]
        : [];
    }),
  );
