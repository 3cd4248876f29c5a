import { resolveConditions } from './conditional-comments';
import { readDeclarations, readSimpleRules, writeDeclarations, type SimpleRule } from './declarations';
import { rewriteHtml, type Attributes } from './rewrite-html';
import { wordDeclarations } from './word-style';

/** What Word says of itself, as Outlook 2016 to 2024 on Windows: it draws VML, and is no Internet Explorer. */
const word = { mso: 16, vml: 1 };

/**
 * A mail much as Outlook on Windows lays it out, whose engine is Word's: conditional comments are switched on, media
 * queries and every selector of more than one part are gone, and so is what Word ignores (`max-width`, background
 * pictures, round corners, padding outside cells…). What is left of the style sheets is written into the elements.
 *
 * Like, not the same: no browser breaks lines or pages as Word does. For that there is Outlook.
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

/** A VML shape, as a box of its colour: enough to see that a button is there. */
function shape({ style = '', fillcolor, id }: Attributes): Attributes {
  const sizes = readDeclarations(style).filter(([property]) => /^(?:width|height)$/.test(property));
  const box = [['display', 'inline-block'], ...sizes] as const;
  return {
    ...(id === undefined ? {} : { id }),
    style: writeDeclarations(fillcolor ? [...box, ['background-color', fillcolor]] : box),
  };
}
