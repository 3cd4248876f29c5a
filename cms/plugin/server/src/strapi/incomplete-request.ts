import { isUnreadableQuery } from './unreadable-query';

/**
 * Whether an error says that a request lacks what its route walks through without looking: Strapi's routes check most of what they are
 * sent, and call the rest an error of their own. Either a schema said so, or a value was missing, here or for the database, where nothing at all was sent. Not an
 * error that knows its own status.
 *
 * @param body what was sent, as it was read
 */
export function isIncompleteRequest(error: unknown, body: unknown): boolean {
  if (!(error instanceof Error) || 'status' in error || 'statusCode' in error) return false;
  if ('issues' in error && Array.isArray(error.issues)) return true;
  const isEmpty = Object.keys(Object(body) as object).length === 0;
  return isEmpty && (error instanceof TypeError || isUnreadableQuery(error));
}
