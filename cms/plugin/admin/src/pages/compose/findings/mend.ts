import type { TextKey } from '../../../model/text';

/** What a field holds. */
export type FieldKind = 'text' | 'address';

/** The one right value of a field, where there is one, and what the button that sets it says. */
export interface Mend {
  value: string;
  text: TextKey;
}

const hostOnly = /^(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/u;
const mailbox = /^[^\s@/:]+@(?:[\p{L}\d-]+\.)+\p{L}{2,}$/u;
const doubled = /(?<![\p{L}\p{N}])(\p{L}{2,})(\s+)\1(?![\p{L}\p{N}])/giu;

/** Words that good sentences have twice in a row: “nous nous réunissons”, “that that”. */
const oftenTwice: readonly string[] = ['nous', 'vous', 'that', 'had'];

/** What is mended of a value by one click; null where there is nothing, or more than one way. Pure. */
export function mendOf(kind: FieldKind, value: string): Mend | null {
  if (kind === 'address') {
    const address = value.trim();
    if (hostOnly.test(address)) return { value: `https://${address}`, text: 'mend.https' };
    return mailbox.test(address) ? { value: `mailto:${address}`, text: 'mend.mailto' } : null;
  }
  const mended = value.replaceAll(doubled, (all, word: string) =>
    oftenTwice.includes(word.toLowerCase()) ? all : word,
  );
  return mended === value ? null : { value: mended, text: 'mend.doubled' };
}
