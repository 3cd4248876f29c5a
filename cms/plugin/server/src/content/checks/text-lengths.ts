import type { SaveProblem } from '../../common/save-problem';
import { framingField } from '../documents/stored-framing';
import { bodyField, bodyProblems } from './body-grammar';
import { framingProblems } from './framings';

/** A field, as Strapi's schemas describe it. */
export interface Attribute {
  type: string;
  /** Which of our own fields it is, such as `plugin::newsletter.body`. */
  customField?: string;
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

/** Texts that are longer than their schema says, and bodies and framings that the contract does not take, at any place of a document. */
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
    if (attribute.customField === bodyField) return bodyProblems(value, path, { uid, field });
    if (attribute.customField === framingField) return framingProblems(value, path, { uid, field });
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
