import type { DeliveryRefusalDetails, RefusalDetails } from '../../../shared/desk';
import { isRefusalCode, isSaveProblemCode } from '../../../shared/refusal-codes';

/** Why a request was not answered as hoped: the desk's own sentence, or what the framework's status says. */
type FailedRequest =
  | { kind: 'server'; message: string; details: RefusalDetails | DeliveryRefusalDetails }
  /** What is wrong with what was written, a sentence each. */
  | { kind: 'save'; sentences: string[] }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'invalid' }
  | { kind: 'too-large' }
  | { kind: 'too-often' }
  | { kind: 'unreachable' }
  | { kind: 'unknown' };

/**
 * Reads what Strapi's admin client gives for a failed request: the desk's error body (`errorBodySchema` of the contract)
 * without its envelope, or what the browser threw. By hand, since zod stays out of the bundle.
 */
export function readRefusal(error: unknown): FailedRequest {
  if (!isRecord(error)) return { kind: 'unknown' };
  const message = typeof error['message'] === 'string' ? error['message'] : '';
  const status = typeof error['status'] === 'number' ? error['status'] : null;
  const details = isRecord(error['details']) ? error['details'] : {};
  // With a code the sentence is the desk's own; without one it would be the framework's, in English.
  if (isRefusalCode(details['code']) && message) {
    // The server's tests hold every refusal to the contract.
    return { kind: 'server', message, details: details as unknown as RefusalDetails };
  }
  const sentences = problemsIn(details['errors']);
  if (sentences.length > 0) return { kind: 'save', sentences };
  if (status === null) return { kind: 'unreachable' };
  return { kind: kindOf(status) };
}

function kindOf(status: number): Exclude<FailedRequest['kind'], 'server' | 'save' | 'unreachable'> {
  switch (status) {
    case 401:
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 413:
      return 'too-large';
    case 429:
      return 'too-often';
    default:
      return status >= 400 && status < 500 ? 'invalid' : 'unknown';
  }
}

/** The desk's own sentences about the fields of a save; those of Strapi have no code of ours, and are in English. */
function problemsIn(errors: unknown): string[] {
  return (Array.isArray(errors) ? (errors as unknown[]) : []).flatMap((error) => {
    const message = isRecord(error) && isSaveProblemCode(error['code']) ? error['message'] : null;
    return typeof message === 'string' && message !== '' ? [message] : [];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
