/** A column's media rule, such as `.mj-column-px-268{…}`, and the width from which it applies, such as `480px`. */
interface ColumnRule {
  from: string;
  rule: string;
}

/** Media rules of columns, by their class. */
export type ColumnRules = ReadonlyMap<string, ColumnRule>;

/** MJML's media rules for its columns, twice: for all clients, and for Thunderbird, which ignores `@media` in a style sheet. */
const columnStyles =
  /<style>@media only screen and \(min-width:(\d+px)\)\{((?:\.mj-column-[\w-]+\{[^}]*\})+)\}<\/style><style media="[^"]*">(?:\.moz-text-html [^<]*)<\/style>/;
/** The styles of the same columns for Outlook 2003. */
const outlook2003 = /<!--\[if lte mso 11\]><style>\.mj-outlook-group-fix\{[^}]*\}<\/style><!\[endif\]-->/;

/** The rules in a head, by class. */
export function columnRules(head: string): ColumnRules {
  const [, from = '', rules = ''] = columnStyles.exec(head) ?? [];
  return new Map(
    [...rules.matchAll(/\.(mj-column-[\w-]+)\{[^}]*\}/g)].map(([rule, name = '']) => [name, { from, rule }]),
  );
}

/** The rules that the columns in this HTML need, in the order of the columns. */
export function rulesNeeded(html: string, rules: ColumnRules): ColumnRules {
  const needed = new Map<string, ColumnRule>();
  for (const [, name = ''] of html.matchAll(/<div class="(mj-column-[\w-]+)/g)) {
    const rule = rules.get(name);
    if (rule) needed.set(name, rule);
  }
  return needed;
}

/** A head with only the rules of these columns; most mails need none. */
export function withColumnRules(head: string, needed: ColumnRules): string {
  const rules = [...needed.values()];
  const [first] = rules;
  const bare = head.replace(columnStyles, '');
  if (!first) return bare.replace(outlook2003, '');
  const all = rules.map(({ rule }) => rule);
  const styles =
    `<style>@media only screen and (min-width:${first.from}){${all.join('')}}</style>` +
    `<style media="screen and (min-width:${first.from})">${all.map((rule) => `.moz-text-html ${rule}`).join('')}</style>`;
  return bare.replace(outlook2003, (comment) => comment + styles);
}
