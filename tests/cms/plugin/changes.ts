import type { Core } from '@strapi/strapi';
import { uids } from '../../../cms/plugin/shared/uids';
import { paragraph } from './newsroom';

/** An attribute of a Strapi schema, as far as a change of it depends on it. */
interface Attribute {
  type: string;
  customField?: string;
  enum?: string[];
  regex?: string | RegExp;
  repeatable?: boolean;
  multiple?: boolean;
  component?: string;
  components?: string[];
  target?: string;
}
type Row = Record<string, unknown>;

/** What Strapi gives every type by itself; nobody writes it, and no schema of ours names it. */
const given = /^(id|documentId|createdAt|updatedAt|publishedAt|createdBy|updatedBy|locale|localizations)$/;

/** One change to one attribute, as the data of a write to the document that holds it. */
export interface Change {
  uid: string;
  documentId: string;
  /** `newsletter.issue sections › newsletter-section.agenda entries › place`. */
  label: string;
  /** The document's own attribute that is written. */
  field: string;
  data: Row;
}

/** The attributes of a type or component, but for those that Strapi keeps by itself. */
export const attributesOf = (strapi: Core.Strapi, uid: string): [string, Attribute][] => {
  const model = (strapi.contentTypes as unknown as Record<string, { attributes: object } | undefined>)[uid];
  const component = (strapi.components as unknown as Record<string, { attributes: object } | undefined>)[uid];
  const attributes = Object.entries((model ?? component)?.attributes ?? {}) as [string, Attribute][];
  return attributes.filter(([name]) => !given.test(name));
};

/** Types of ours that can be reached from some, by relations and components. */
function reachable(strapi: Core.Strapi, from: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (uid: string) => {
    if (found.has(uid)) return;
    found.add(uid);
    for (const [, { target, component, components = [] }] of attributesOf(strapi, uid))
      for (const next of [target, component, ...components]) if (next?.includes('newsletter')) visit(next);
  };
  from.forEach(visit);
  return found;
}

/** What to load with a document so that everything in it can be written back. */
function populateOf(strapi: Core.Strapi, uid: string): Row {
  return Object.fromEntries(
    attributesOf(strapi, uid).flatMap(
      ([name, { type, component = '', components = [] }]): [string, unknown][] => {
        if (type === 'component') return [[name, { populate: populateOf(strapi, component) }]];
        if (type === 'media' || type === 'relation') return [[name, true]];
        if (type !== 'dynamiczone') return [];
        const on = components.map((each) => [each, { populate: populateOf(strapi, each) }] as const);
        return [[name, { on: Object.fromEntries(on) }]];
      },
    ),
  );
}

/** A loaded value as it can be written: relations by document, files by id. */
function writable(strapi: Core.Strapi, { type, component = '' }: Attribute, value: unknown): unknown {
  const each = (act: (row: Row) => unknown) =>
    Array.isArray(value) ? value.map((row) => act(row as Row)) : value ? act(value as Row) : value;
  if (type === 'media') return each(({ id }) => id);
  if (type === 'relation') {
    const rows = (Array.isArray(value) ? value : value ? [value] : []) as Row[];
    return { set: rows.map(({ documentId }) => ({ documentId })) };
  }
  if (type === 'component') return each((row) => writableRow(strapi, component, row));
  if (type === 'dynamiczone')
    return each((row) => ({
      __component: row['__component'],
      ...writableRow(strapi, String(row['__component']), row),
    }));
  return value;
}

function writableRow(strapi: Core.Strapi, uid: string, row: Row): Row {
  return Object.fromEntries(
    attributesOf(strapi, uid).flatMap(([name, attribute]) =>
      row[name] === undefined ? [] : [[name, writable(strapi, attribute, row[name])]],
    ),
  );
}

const half = { x: 0.5, y: 0.5, width: 0.5, height: 0.5 };

/** Other values, of which the one is taken that a pattern allows. */
const texts = ['https://autre.example.test/page', 'autre.example.test', '#123456'];

/** Other things of each kind, to put in the place of those that are there. */
export interface Others {
  file: number;
  documents: Record<string, string>;
}

/**
 * Another value for an attribute.
 *
 * @throws when it knows none: an attribute of a new kind has to be taught here, or the proof has a hole
 */
function otherValue(name: string, attribute: Attribute, now: unknown, others: Others): unknown {
  const { type, customField, regex, target = '', multiple } = attribute;
  switch (type) {
    case 'string':
    case 'text': {
      const text = texts.find((each) => regex === undefined || new RegExp(regex).test(each));
      if (text !== undefined) return text;
      break;
    }
    case 'email':
      return 'autre@autre.test';
    case 'integer':
      return 7_777;
    case 'boolean':
      return now !== true;
    case 'date':
      return '2023-07-15';
    case 'datetime':
      return '2023-07-15T10:00:00.000Z';
    case 'enumeration':
      return attribute.enum?.findLast((word) => word !== now);
    case 'media':
      return multiple ? [others.file] : others.file;
    case 'relation': {
      const documentId = others.documents[target];
      if (documentId !== undefined) return { set: [{ documentId }] };
      break;
    }
    case 'json': {
      if (customField === 'plugin::newsletter.body') return [paragraph('Un tout autre texte.')];
      if (customField === 'plugin::newsletter.framing') return { focus: { x: 0.9, y: 0.9 }, crop: half };
      const text = JSON.stringify(now ?? null);
      const other = text.replace(/\d+(?=[,\]])/, '4242');
      return other === text ? { round: 4_242 } : (JSON.parse(other) as unknown);
    }
  }
  throw new Error(
    `No other value is known for ${name} (${type}${target && ` to ${target}`}): teach the test one.`,
  );
}

/** @throws when there is no order: what holds several must hold two in the issue of the proof */
function otherOrder(label: string, field: string, now: unknown[]) {
  if (now.length < 2)
    throw new Error(`The issue of the proof holds only ${now.length} of ${label}: add one.`);
  return { label: `${label} (in another order)`, field, data: { [field]: now.toReversed() } };
}

/** Every change that can be made inside a row: to its own attributes, and to those of the components in it. */
function changesIn(
  strapi: Core.Strapi,
  uid: string,
  row: Row,
  others: Others,
  seen: Set<string>,
): { label: string; field: string; data: Row }[] {
  seen.add(uid);
  return attributesOf(strapi, uid).flatMap(([name, attribute]) => {
    const { type, component = '', repeatable } = attribute;
    const label = `${uid.replace('plugin::', '')} ${name}`;
    const now = row[name];
    const inOrder = (data: unknown[]) => otherOrder(label, name, data);
    if (type !== 'component' && type !== 'dynamiczone') {
      const change = { label, field: name, data: { [name]: otherValue(label, attribute, now, others) } };
      if (!Array.isArray(now) || (type !== 'media' && type !== 'relation')) return [change];
      const ids = now.map((each) => (type === 'media' ? (each as Row)['id'] : (each as Row)['documentId']));
      const ordered = inOrder(ids);
      const reversed = ordered.data[name];
      const set = { set: (reversed as string[]).map((documentId) => ({ documentId })) };
      return [change, type === 'media' ? ordered : { ...ordered, data: { [name]: set } }];
    }
    const rows = (Array.isArray(now) ? now : now ? [now] : []) as Row[];
    const written = rows.map((each) => {
      const inner = type === 'component' ? component : String(each['__component']);
      const own = type === 'component' ? {} : { __component: inner };
      return { inner, row: each, data: { ...own, ...writableRow(strapi, inner, each) } };
    });
    const inside = written.flatMap(({ inner, row: each, data }, at) =>
      changesIn(strapi, inner, each, others, seen).map((change) => {
        const changed = written.map((one, index) => (index === at ? { ...data, ...change.data } : one.data));
        const isList = type === 'dynamiczone' || repeatable === true;
        return {
          label: `${label} › ${change.label}`,
          field: name,
          data: { [name]: isList ? changed : changed[0] },
        };
      }),
    );
    if (type === 'component' && repeatable !== true) return inside;
    const all = written.map(({ data }) => data);
    const fewer = { label: `${label} (one fewer)`, field: name, data: { [name]: all.slice(0, -1) } };
    return [...inside, fewer, inOrder(all)];
  });
}

/**
 * Every change that can be made to an issue and to all that it can reach, found from Strapi's schemas: a new attribute,
 * component or relation is among them by itself.
 *
 * @throws when a type that can be reached is nowhere in these documents, or no other value is known for an attribute
 */
export async function changesOf(
  strapi: Core.Strapi,
  documents: readonly { uid: string; documentId: string }[],
  others: Others,
): Promise<Change[]> {
  const seen = new Set<string>();
  const changes: Change[] = [];
  for (const { uid, documentId } of documents) {
    const row = (await strapi
      .documents(uid as typeof uids.issue)
      .findOne({ documentId, populate: populateOf(strapi, uid) as never })) as Row | null;
    if (row === null) throw new Error(`${uid} ${documentId} does not exist.`);
    for (const change of changesIn(strapi, uid, row, others, seen))
      changes.push({ uid, documentId, ...change });
  }
  const missing = [...reachable(strapi, [uids.issue, uids.brand])].filter((uid) => !seen.has(uid));
  if (missing.length > 0) throw new Error(`The issue of the proof holds no ${missing.join(', ')}: add one.`);
  return changes;
}
