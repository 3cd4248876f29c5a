import type { ReviewRequest } from './review-requests';

/** Somebody whom what becomes of an issue concerns. */
export interface Concerned {
  userId: number;
  name: string;
}

/** A person's number; null for a token or a program. Pure. */
function userIdOf(actorId: string): number | null {
  return /^\d+$/.test(actorId) ? Number(actorId) : null;
}

/** A person as records name her; none for a token or a program. Pure. */
export function personsOf(actor: { id: string; name: string } | null): Concerned[] {
  const userId = actor && userIdOf(actor.id);
  return actor === null || userId === null ? [] : [{ userId, name: actor.name }];
}

/** Whoever asked for a review. Pure. */
export function askersOf(request: ReviewRequest | null): Concerned[] {
  return personsOf(request && { id: request.byId, name: request.byName });
}

/** Whoever asked for a review, and those who were asked. Pure. */
export function partnersOf(request: ReviewRequest | null): Concerned[] {
  const asked = request?.asked ?? [];
  return [...askersOf(request), ...asked.map(({ id: userId, name }) => ({ userId, name }))];
}
