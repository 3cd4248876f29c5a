import { deskRoute, type DeskRoute } from './desk-route';
import type { Desk } from './desk';

/** What is held, and the decisions that let it go. */
export function holdRoutes({ holds }: Desk): DeskRoute[] {
  return [
    deskRoute('readHolds', () => holds.read()),
    deskRoute('decideHold', ({ parameters: { id }, body: { choice } }, person) =>
      holds.decide(id, choice, person),
    ),
    deskRoute('decideLostSend', ({ parameters: { documentId }, body: { choice } }, person) =>
      holds.decideLost(documentId, choice, person),
    ),
    deskRoute('releaseHold', (_, person) => holds.release(person)),
  ];
}
