import { sha256 } from '../../contract/canonical-json';
import type { Memory } from '../../memory';

/** Runs a section's template, or returns its earlier output. */
export type Remember = (file: string, section: unknown, frame: Frame, run: () => string) => string;

/** The position of a section in the loop around it, as Handlebars passes it to the template. */
interface Frame {
  index?: number;
  first?: boolean;
  last?: boolean;
}

/** The root of a view, which every section can print from. */
interface Root {
  nonce?: string;
  sections?: unknown;
}

/**
 * Caches the templates' output of sections, by the section and everything around it except its neighbours. Output with a
 * slot is not cached, because the nonce changes with every change of the issue.
 *
 * @param version of the templates; it changes whenever one of them is read again
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
