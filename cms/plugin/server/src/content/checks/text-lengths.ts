import { hasDeepLists, mostBodyCharacters, mostListLevels } from '@nachra/renderer';
import type { SaveProblem } from '../../common/save-problem';

/** A field, as Strapi's schemas describe it. */
export interface Attribute {
  type: string;
  maxLength?: number;
  component?: string;
}
type AttributesOf = (uid: string) => Readonly<Record<string, Attribute>>;
type Data = Readonly<Record<string, unknown>>;

/** What Strapi's columns of short texts hold: PostgreSQL takes no more and answers with an error, SQLite takes anything. */
const mostOfShort = 255;
const shortTypes: readonly string[] = ['string', 'email', 'uid'];

/** How many characters a field takes, as its schema says; null where it is no text, or says nothing. */
export function textLimit({ type, maxLength }: Attribute): number | null {
  if (shortTypes.includes(type)) return Math.min(maxLength ?? mostOfShort, mostOfShort);
  return type === 'text' ? (maxLength ?? null) : null;
}

/** Texts that are longer than their schema says, and bodies that are too long or nested too deep, at any place of a document. */
export function textProblems(
  uid: string,
  data: Data,
  attributesOf: AttributesOf,
  above: readonly string[] = [],
): SaveProblem[] {
  return Object.entries(attributesOf(uid)).flatMap(([field, attribute]): SaveProblem[] => {
    const value = data[field];
    if (value === undefined || value === null) return [];
    const path = [...above, field];
    if (attribute.type === 'blocks') return bodyProblems(value, path, { uid, field });
    if (attribute.type === 'component' || attribute.type === 'dynamiczone') {
      return [value].flat().flatMap((part: unknown, index) => {
        if (typeof part !== 'object' || part === null) return [];
        const of = attribute.component ?? (part as { __component?: unknown }).__component;
        const where = Array.isArray(value) ? [...path, String(index)] : path;
        return typeof of === 'string' ? textProblems(of, part as Data, attributesOf, where) : [];
      });
    }
    const limit = textLimit(attribute);
    return limit !== null && typeof value === 'string' && value.length > limit
      ? [{ path, code: 'TEXT_TOO_LONG', data: { uid, field, limit } }]
      : [];
  });
}

function bodyProblems(body: unknown, path: string[], name: { uid: string; field: string }): SaveProblem[] {
  if (!Array.isArray(body)) return [];
  if (hasDeepLists(body)) return [{ path, code: 'LIST_TOO_DEEP', data: { ...name, limit: mostListLevels } }];
  return charactersIn(body) > mostBodyCharacters
    ? [{ path, code: 'TEXT_TOO_LONG', data: { ...name, limit: mostBodyCharacters } }]
    : [];
}

/** The characters of all texts in blocks, walked without recursion. */
function charactersIn(blocks: readonly unknown[]): number {
  let [characters, nodes]: [number, unknown[]] = [0, [...blocks]];
  while (nodes.length > 0) {
    const inside: unknown[] = [];
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null) continue;
      const { text, children } = node as { text?: unknown; children?: unknown };
      if (typeof text === 'string') characters += text.length;
      if (Array.isArray(children)) for (const child of children) inside.push(child);
    }
    nodes = inside;
  }
  return characters;
}
