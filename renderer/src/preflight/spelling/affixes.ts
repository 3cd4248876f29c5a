/** One line of a Hunspell affix file: what is taken off a stem, what is put on, and to which stems this applies. */
export interface AffixRule {
  flag: string;
  strip: string;
  add: string;
  condition: RegExp | null;
  /** May meet an affix of the other side in one word. */
  crosses: boolean;
  /** Flags of a word made by this rule: what may be put on next. */
  next: readonly string[];
}

/** What of a Hunspell affix file a lookup needs. Rules are found by what they add. */
export interface Affixes {
  prefixes: ReadonlyMap<string, AffixRule[]>;
  suffixes: ReadonlyMap<string, AffixRule[]>;
  flagsOf(written: string): string[];
  /** Marks stems that are no words by themselves. */
  needsAffix: ReadonlySet<string>;
}

const never = ['NEEDAFFIX', 'ONLYINCOMPOUND', 'FORBIDDENWORD'];

/** Reads an affix file (`*.aff`), as the Hunspell manual describes it. Compounds are left out: French and English have none. */
export function readAffixes(text: string): Affixes {
  const prefixes = new Map<string, AffixRule[]>();
  const suffixes = new Map<string, AffixRule[]>();
  const crossing = new Map<string, boolean>();
  const needsAffix = new Set<string>();
  const long = /^FLAG\s+long\s*$/m.test(text);
  const flagsOf = (written: string) => (long ? (written.match(/../gs) ?? []) : [...written]);
  const conditions = new Map<string, RegExp>();

  for (const line of text.split(/\r?\n/)) {
    const [kind = '', flag = '', third = '', fourth = '', fifth] = line.split(/\s+/);
    if (never.includes(kind)) needsAffix.add(flag);
    if (kind !== 'PFX' && kind !== 'SFX') continue;
    if (fifth === undefined || (/^\d+$/.test(fourth) && /^[YN]$/.test(third))) {
      crossing.set(kind + flag, third === 'Y');
      continue;
    }
    const [add = '', next = ''] = fourth.split('/');
    const rule: AffixRule = {
      flag,
      strip: empty(third),
      add: empty(add),
      condition: conditionOf(kind, fifth, conditions),
      crosses: crossing.get(kind + flag) ?? false,
      next: flagsOf(next),
    };
    const rules = kind === 'PFX' ? prefixes : suffixes;
    const same = rules.get(rule.add);
    if (same) same.push(rule);
    else rules.set(rule.add, [rule]);
  }
  return { prefixes, suffixes, flagsOf, needsAffix };
}

function empty(text: string): string {
  return text === '0' ? '' : text;
}

function conditionOf(kind: string, written: string, known: Map<string, RegExp>): RegExp | null {
  if (written === '.') return null;
  const pattern = kind === 'PFX' ? `^${written}` : `${written}$`;
  const condition = known.get(pattern) ?? new RegExp(pattern, 'u');
  known.set(pattern, condition);
  return condition;
}
