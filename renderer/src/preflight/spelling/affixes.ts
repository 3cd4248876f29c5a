/** One line of a Hunspell affix file: what it removes from a stem, what it adds, and to which stems it applies. */
export interface AffixRule {
  flag: string;
  strip: string;
  add: string;
  condition: RegExp | null;
  /** Whether it can be combined with an affix of the other side. */
  crosses: boolean;
  /** The flags of a word made by this rule: the affixes that it can take next. */
  next: readonly string[];
}

/** The rules of a Hunspell affix file, by the text that they add. */
export interface Affixes {
  prefixes: ReadonlyMap<string, AffixRule[]>;
  suffixes: ReadonlyMap<string, AffixRule[]>;
  flagsOf(written: string): string[];
  /** The flags of stems that are not words without an affix. */
  needsAffix: ReadonlySet<string>;
}

const never = ['NEEDAFFIX', 'ONLYINCOMPOUND', 'FORBIDDENWORD'];

/** Parses an affix file (`*.aff`) as the Hunspell manual describes it, except for compounds, which French and English do not need. */
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
