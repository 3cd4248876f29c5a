import { erasePerson, normaliseAddress } from '@nachra/delivery';
import { actorOf } from '../common/journal';
import { Refusal } from '../common/refusal';
import { deskRoute, type DeskRoute } from './desk-route';
import type { Desk } from './desk';

/** The erasure of a person: the subscriber, and the address wherever the ledger has it. */
export function erasureRoutes(desk: Desk): DeskRoute[] {
  const { audience, ledger, transaction, now, witness, overwriteErased } = desk;
  return [
    deskRoute('erasePerson', async ({ body }, person) => {
      const address = normaliseAddress(body.address);
      if (address === null) throw new Refusal('ADDRESS_INVALID', { address: body.address });
      // The subscriber first, so that no campaign takes the address from there anew; back again where the ledger says no.
      const erased = await transaction(async () => {
        // What tells that they are one person goes with her.
        const others = await audience.othersOf(address);
        const subscribers = await audience.remove(address);
        const by = actorOf(person);
        const erasure = await erasePerson(ledger, { ...body, subscribers, by, now: now() });
        if (erasure.kind === 'leaving') throw new Refusal('ERASURE_LEAVING', { count: erasure.count });
        if (erasure.kind === 'unknown') throw new Refusal('PERSON_UNKNOWN', { address });
        const { deliveries, withdrawn, isSuppressed } = erasure;
        return { subscribers, deliveries, withdrawn, isSuppressed, others };
      });
      await witness();
      await overwriteErased();
      return erased;
    }),
  ];
}
