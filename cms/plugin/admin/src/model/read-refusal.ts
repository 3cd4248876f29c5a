import type { DeliveryRefusalDetails, RefusalDetails } from '../../../shared/desk';
import { isRefusalCode } from '../../../shared/refusal-codes';

/** Why a request was not answered as hoped; the server's own sentence comes first. */
type Refusal =
  /** `details` is null where the framework refused, and not the desk. */
  | { kind: 'server'; message: string; details: RefusalDetails | DeliveryRefusalDetails | null }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'unreachable' }
  | { kind: 'unknown' };

/**
 * Reads what Strapi's admin client gives for a failed request: the desk's error body (`errorBodySchema` of the contract)
 * without its envelope, or what the browser threw. By hand, since zod stays out of the bundle.
 */
export function readRefusal(error: unknown): Refusal {
  if (!isRecord(error)) return { kind: 'unknown' };
  const message = typeof error['message'] === 'string' ? error['message'] : '';
  const status = typeof error['status'] === 'number' ? error['status'] : null;
  const details = isRecord(error['details']) ? error['details'] : {};
  // With a code the sentence is the desk's own; without one it is the framework's, in English.
  if (isRefusalCode(details['code']) && message) {
    // The server's tests hold every refusal to the contract.
    return { kind: 'server', message, details: details as unknown as RefusalDetails };
  }
  if (status === 401 || status === 403) return { kind: 'forbidden' };
  if (status === 404) return { kind: 'not-found' };
  if (status === null) return { kind: 'unreachable' };
  return message && status < 500 ? { kind: 'server', message, details: null } : { kind: 'unknown' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
