import { uids } from '../../../shared/uids';
import { Refusal } from '../common/refusal';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';

/** Making a number from another one: asked for first, then done. */
export function numberRoutes({ preparations, repeatable }: Desk): DeskRoute[] {
  return [
    deskRoute('proposeNumber', ({ query }) => preparations.propose(query)),
    deskRoute('prepareNumber', async ({ body }, person) => {
      if (!person.mayCreate(uids.issue) || !person.mayCreate(uids.dashboard))
        throw new Refusal('NUMBER_FORBIDDEN', {});
      const issues = await repeatable(() => preparations.prepare(body, person));
      return { number: body.number, issues };
    }),
  ];
}
