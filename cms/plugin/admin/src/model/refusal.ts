/** Why a request was not answered as hoped; the server's own sentence comes first. */
export type Refusal =
  | { kind: 'server'; message: string; code: string | null }
  | { kind: 'forbidden' }
  | { kind: 'not-found' }
  | { kind: 'unreachable' }
  | { kind: 'unknown' };

/** Reads what Strapi's admin client gives for a failed request: its error body, or what the browser threw. */
export function readRefusal(error: unknown): Refusal {
  if (!isRecord(error)) return { kind: 'unknown' };
  const message = typeof error['message'] === 'string' ? error['message'] : '';
  const status = typeof error['status'] === 'number' ? error['status'] : null;
  const details = isRecord(error['details']) ? error['details'] : {};
  const code = typeof details['code'] === 'string' ? details['code'] : null;
  // With a code the sentence is the desk's own; without one it is the framework's, in English.
  if (code && message) return { kind: 'server', message, code };
  if (status === 401 || status === 403) return { kind: 'forbidden' };
  if (status === 404) return { kind: 'not-found' };
  if (status === null) return { kind: 'unreachable' };
  return message && status < 500 ? { kind: 'server', message, code } : { kind: 'unknown' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
