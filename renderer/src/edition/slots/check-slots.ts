import { slotNames, type SlotName } from '../../contract/edition';
import { SlotError } from '../../errors';
import { splitAtSlots } from './spans';

/** No edition goes out without a way to leave the list and a way to read it elsewhere. */
const required: readonly SlotName[] = ['unsubscribeUrl', 'viewUrl'];

/**
 * Names the slots of a rendered issue, and asserts that both parts hold the required ones and nothing half-made.
 *
 * @throws {SlotError} code `SLOT_MISSING`: a template forgot a slot; `SLOT_UNKNOWN`: a slot nobody can fill remains
 */
export function checkSlots(parts: { html: string; text: string }, nonce: string): SlotName[] {
  const found = new Set<SlotName>();
  for (const [part, text] of Object.entries(parts)) {
    const here = new Set<SlotName>();
    for (const span of splitAtSlots(text, nonce)) {
      if (typeof span !== 'string') here.add(span.slot);
      else if (span.includes(nonce)) {
        throw new SlotError('SLOT_UNKNOWN', `The ${part} part holds a slot of an unknown name or context.`);
      }
    }
    for (const slot of required) {
      if (!here.has(slot)) {
        throw new SlotError(
          'SLOT_MISSING',
          `The ${part} part lacks the slot “${slot}”; a template must put it in.`,
        );
      }
    }
    here.forEach((slot) => found.add(slot));
  }
  return slotNames.filter((slot) => found.has(slot));
}
