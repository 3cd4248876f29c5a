import { readDeclarations, type Declaration } from '../../preflight/deep/markup';

/** Writes declarations as the value of a `style` attribute. */
export function writeDeclarations(declarations: readonly Declaration[]): string {
  return declarations.map(([property, value]) => `${property}:${value}`).join(';');
}

/** A rule whose selector is one type, class or id. */
export interface SimpleRule {
  kind: 'type' | 'class' | 'id';
  name: string;
  declarations: Declaration[];
}

/**
 * The rules of a style sheet that every engine supports: those for one type, class or id. Rules inside `@media` and other
 * at-rules are left out, and so are selectors of more than one part.
 */
export function readSimpleRules(css: string): SimpleRule[] {
  return topLevelRules(css.replace(/\/\*[\s\S]*?\*\//g, '')).flatMap(({ selectors, body }) => {
    const declarations = readDeclarations(body);
    return selectors.split(',').flatMap((selector): SimpleRule[] => {
      const [, sign, name] = /^\s*([.#]?)([\w-]+)\s*$/.exec(selector) ?? [];
      if (name === undefined) return [];
      return [{ kind: sign === '.' ? 'class' : sign === '#' ? 'id' : 'type', name, declarations }];
    });
  });
}

function topLevelRules(css: string): { selectors: string; body: string }[] {
  const rules: { selectors: string; body: string }[] = [];
  let at = 0;
  for (;;) {
    const open = css.indexOf('{', at);
    if (open < 0) return rules;
    // An at-rule without a block, such as `@import`, ends at its semicolon.
    const selectors = css.slice(css.lastIndexOf(';', open) >= at ? css.lastIndexOf(';', open) + 1 : at, open);
    const end = endOfBlock(css, open);
    if (!selectors.trim().startsWith('@')) rules.push({ selectors, body: css.slice(open + 1, end) });
    at = end + 1;
  }
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++;
    if (css[at] === '}' && --depth === 0) return at;
  }
  return css.length;
}
