import { resolveConditions } from './conditional-comments';
import { readDeclarations } from '../../preflight/deep/markup';
import { rewriteHtml, type Attributes } from './rewrite-html';
import { readSimpleRules, writeDeclarations, type SimpleRule } from './style-rules';
import { wordDeclarations } from './word-style';

/** The versions that Word reports in Outlook 2016 to 2024 on Windows. It draws VML, and is not Internet Explorer. */
const word = { mso: 16, vml: 1 };

/**
 * A mail approximately as Outlook on Windows lays it out, whose engine is Word's: conditional comments are resolved, media
 * queries and selectors of more than one part are removed, and so is everything Word ignores (`max-width`, background
 * pictures, round corners, padding outside cells…). The remaining rules are written into the elements.
 *
 * An approximation: no browser breaks lines or pages as Word does. Only Outlook itself shows those.
 */
export function asWord(html: string): string {
  const opened = resolveConditions(html, word);
  const rules = styleRules(opened);
  return rewriteHtml(opened, {
    tag(name, attributes) {
      if (name === 'style' || name === 'xml' || name.startsWith('o:')) return null;
      if (name.startsWith('v:')) return shape(attributes);
      return laidOut(name, attributes, rules);
    },
  });
}

function styleRules(html: string): SimpleRule[] {
  const rules: SimpleRule[] = [];
  let asksMedia = false;
  rewriteHtml(html, {
    tag(name, { media }) {
      if (name === 'style') asksMedia = media !== undefined && !/^\s*(?:all|screen)?\s*$/i.test(media);
      return undefined;
    },
    css(css) {
      if (!asksMedia) rules.push(...readSimpleRules(css));
      return css;
    },
  });
  const weight = { type: 0, class: 1, id: 2 };
  return rules.sort((one, other) => weight[one.kind] - weight[other.kind]);
}

function laidOut(name: string, attributes: Attributes, rules: readonly SimpleRule[]): Attributes | undefined {
  const classes = (attributes['class'] ?? '').split(/\s+/);
  const matching = rules.filter(({ kind, name: wanted }) => {
    if (kind === 'type') return wanted.toLowerCase() === name;
    return kind === 'class' ? classes.includes(wanted) : attributes['id'] === wanted;
  });
  const { style = '', background: _background, srcset: _srcset, ...rest } = attributes;
  const declared = [...matching.flatMap(({ declarations }) => declarations), ...readDeclarations(style)];
  if (declared.length === 0 && Object.keys(rest).length === Object.keys(attributes).length) return undefined;
  const left = writeDeclarations(wordDeclarations(name, declared));
  return left === '' ? rest : { ...rest, style: left };
}

/** A VML shape, as a box of its colour: enough to see a button. */
function shape({ style = '', fillcolor, id }: Attributes): Attributes {
  const sizes = readDeclarations(style).filter(([property]) => /^(?:width|height)$/.test(property));
  const box = [['display', 'inline-block'], ...sizes] as const;
  return {
    ...(id === undefined ? {} : { id }),
    style: writeDeclarations(fillcolor ? [...box, ['background-color', fillcolor]] : box),
  };
}
