import type { Core, UID } from '@strapi/strapi';

/** A field, as far as it can hold parts. */
interface Attribute {
  type: string;
  component?: string;
}
type AttributesOf = (uid: string) => Readonly<Record<string, Attribute>>;

/** Sections, lines, pictures and what else a document is composed of, all levels together: a number of fifty sections has some five hundred. */
const mostParts = 2_000;
/** Documents that it names: a list is filled by so many at once. */
const mostNamed = 20_000;

/**
 * Whether what somebody would save has no more parts than a person composes. Strapi walks each of them several times before anything of ours is asked,
 * and a megabyte of empty ones takes its whole memory. Pure, and looks no further than it has to.
 */
export function hasFewParts(uid: string, data: unknown, attributesOf: AttributesOf): boolean {
  let [parts, named] = [0, 0];
  const within = (of: string, holder: unknown): boolean => {
    if (typeof holder !== 'object' || holder === null) return true;
    return Object.entries(attributesOf(of)).every(([field, { type, component }]) => {
      const value: unknown = Reflect.get(holder, field);
      if (value === undefined || value === null) return true;
      if (type === 'relation') named += namesIn(value);
      if (type === 'media') parts += namesIn(value);
      if (type !== 'component' && type !== 'dynamiczone') return parts <= mostParts && named <= mostNamed;
      const held: unknown[] = [value].flat();
      parts += held.length;
      return (
        parts <= mostParts &&
        held.every((part) => {
          const inside: unknown = component ?? (part as { __component?: unknown } | null)?.__component;
          return typeof inside !== 'string' || within(inside, part);
        })
      );
    });
  };
  return within(uid, data);
}

/** As many as a relation or a field of files names, in whatever way Strapi takes it. */
function namesIn(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  const lists = ['set', 'connect', 'disconnect'].map((way) => Reflect.get(value, way) as unknown);
  return lists.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 1);
}

/** The attributes of content types and components; none of what is neither. */
export function partsIn(strapi: Pick<Core.Strapi, 'getModel'>): AttributesOf {
  return (uid) =>
    (strapi.getModel(uid as UID.Schema) as ReturnType<Core.Strapi['getModel']> | undefined)?.attributes ?? {};
}
