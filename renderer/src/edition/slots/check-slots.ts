import { slotNames, type SlotName } from '../../contract/edition';
import { encodingContexts } from './encoders';
import { SlotError } from '../../errors';
import { splitAtSlots } from './spans';

/** Every edition offers a link to unsubscribe and a link to read it in a browser. */
const required: readonly SlotName[] = ['unsubscribeUrl', 'viewUrl'];

/**
 * The names of the slots in a rendered issue. Checks that both parts contain the required ones and no malformed ones.
 *
 * @throws {SlotError} code `SLOT_MISSING`: a required slot is missing; `SLOT_UNKNOWN`: a slot cannot be filled
 */
export function checkSlots(parts: { html: string; text: string }, nonce: string): SlotName[] {
  const found = new Set<SlotName>();
  for (const [part, text] of Object.entries(parts)) {
    const here = new Set<SlotName>();
    for (const span of splitAtSlots(text, nonce)) {
      if (typeof span !== 'string') here.add(span.slot);
      else if (span.includes(nonce)) {
        throw new SlotError(
          'SLOT_UNKNOWN',
          `The ${part} part contains a slot with an unknown name or context. In the templates, use the names ${slotNames.join(', ')} and the contexts ${encodingContexts.join(', ')}.`,
        );
      }
    }
    for (const slot of required) {
      if (!here.has(slot)) {
        throw new SlotError(
          'SLOT_MISSING',
          `The ${part} part lacks the required slot “${slot}”. Add {{slot "${slot}" "${part === 'html' ? 'attribute' : 'text'}"}} to a template of that part.`,
        );
      }
    }
    here.forEach((slot) => found.add(slot));
  }
  return slotNames.filter((slot) => found.has(slot));
}
