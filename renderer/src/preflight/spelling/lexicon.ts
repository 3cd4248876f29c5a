import type { AffixRule, Affixes } from './affixes';

/** The words of a language. */
export interface Lexicon {
  /** Whether this is a word, as written or in lower case. */
  has(word: string): boolean;
}

/**
 * A Hunspell dictionary. Words are looked up by removing their affixes, because listing all forms of all stems would give
 * millions of words in French.
 *
 * @param text the word list (`*.dic`): one stem per line, with its flags
 */
export function readLexicon(affixes: Affixes, text: string): Lexicon {
  const stems = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [entry = ''] = line.split(/[\t ]/, 1);
    const [stem = '', flags = ''] = entry.split('/');
    if (stem !== '') stems.set(stem, (stems.get(stem) ?? '') + flags);
  }

  const longestPrefix = longest(affixes.prefixes);
  const longestSuffix = longest(affixes.suffixes);

  const flagsOfStem = (stem: string) => {
    const written = stems.get(stem);
    return written === undefined ? null : affixes.flagsOf(written);
  };
  const isWord = (flags: readonly string[] | null) =>
    flags !== null && !flags.some((flag) => affixes.needsAffix.has(flag));

  /** The flags of each reading of a word as a stem, or as a stem with a suffix. */
  function readings(word: string): { flags: readonly string[]; crosses: boolean }[] {
    const whole = flagsOfStem(word);
    return [
      ...(whole && isWord(whole) ? [{ flags: whole, crosses: true }] : []),
      ...suffixed(word).flatMap(({ rule, stem }) => {
        const flags = flagsOfStem(stem);
        if (!flags?.includes(rule.flag) || rule.next.some((flag) => affixes.needsAffix.has(flag))) return [];
        return [{ flags: [...flags, ...rule.next], crosses: rule.crosses }];
      }),
    ];
  }

  function suffixed(word: string): { rule: AffixRule; stem: string }[] {
    const found: { rule: AffixRule; stem: string }[] = [];
    for (let at = word.length; at >= 0 && word.length - at <= longestSuffix; at--) {
      for (const rule of affixes.suffixes.get(word.slice(at)) ?? []) {
        const stem = word.slice(0, at) + rule.strip;
        if (rule.condition === null || rule.condition.test(stem)) found.push({ rule, stem });
      }
    }
    return found;
  }

  function known(word: string): boolean {
    if (readings(word).length > 0) return true;
    for (let at = 1; at < word.length && at <= longestPrefix; at++) {
      for (const rule of affixes.prefixes.get(word.slice(0, at)) ?? []) {
        const rest = rule.strip + word.slice(at);
        if (rule.condition !== null && !rule.condition.test(rest)) continue;
        if (readings(rest).some(({ flags, crosses }) => crosses && flags.includes(rule.flag))) return true;
      }
    }
    return false;
  }

  return {
    has(word) {
      const plain = word.normalize('NFC').replaceAll('’', "'");
      const lower = plain.toLocaleLowerCase();
      return known(plain) || (lower !== plain && known(lower));
    },
  };
}

/** Letters of the longest affix: no longer end of a word needs to be looked up. */
function longest(affixes: ReadonlyMap<string, unknown>): number {
  return Math.max(0, ...[...affixes.keys()].map(({ length }) => length));
}
