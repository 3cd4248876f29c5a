import { sha256 } from '../../contract/canonical-json';
import type { Memory } from '../memory';

/** Runs a section's template, or has what it wrote before. */
export type Remember = (file: string, section: unknown, frame: Frame, run: () => string) => string;

/** Where a section stands in the loop around it, as Handlebars tells the template. */
interface Frame {
  index?: number;
  first?: boolean;
  last?: boolean;
}

/** What all sections of a view may print beside themselves. */
interface Root {
  nonce?: string;
  sections?: unknown;
}

/**
 * Remembers what templates made of sections, by the section and all that is around it but its neighbours. What has a slot
 * in it is not remembered: the nonce is another one after every change.
 *
 * @param version of the templates: another one as soon as one of them was read anew
 */
export function rememberSections(memory: Memory<string>, view: object, version: number): Remember {
  const { nonce, sections: _, ...around } = view as Root;
  const common = sha256(JSON.stringify(around));
  return (file, section, { index, first, last }, run) => {
    const key = JSON.stringify([file, version, common, index, first, last, section]);
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = run();
    if (nonce === undefined || !made.includes(nonce)) memory.set(key, made);
    return made;
  };
}
