import { addressKey } from '@nachra/delivery';
import { languageSchema, type Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { filledIn, textField } from './stored-fields';
import { personIdOf } from './person-identifier';
import { uids } from '../../../../shared/uids';

/** The fields of a subscriber that a campaign needs; nothing else is read, so that a hundred thousand fit in memory. */
const subscriberSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  address: z.string(),
  firstName: textField,
  lastName: textField,
  person: textField,
  language: languageSchema,
  confirmed: z
    .boolean()
    .nullish()
    .transform((confirmed) => confirmed ?? true),
  lists: z
    .array(z.object({ documentId: z.string() }))
    .transform((lists) => lists.map((list) => list.documentId)),
});
export type Subscriber = z.infer<typeof subscriberSchema>;

const listSchema = z.object({
  documentId: z.string(),
  name: z.string(),
  subscribers: z.object({ count: z.coerce.number() }).transform(({ count }) => count),
});
const segmentSchema = z.object({ documentId: z.string(), name: z.string(), rule: z.unknown() });

const personSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  address: z.string(),
  person: z.string(),
});

const changedSchema = z.array(
  z.object({ id: z.number(), documentId: z.string(), updatedAt: z.coerce.date().nullish() }),
);

const idSchema = z.object({ documentId: z.string() });

/** How many a search finds at most: whoever looks for a person narrows it down. */
const mostFound = 1_000;

const personsSchema = z.array(z.object({ address: z.string(), person: z.string() }));
const onePersonSchema = z.array(
  z.object({
    documentId: z.string(),
    address: z.string(),
    person: z
      .string()
      .nullish()
      .transform((person) => person ?? ''),
  }),
);
const addressesSchema = z.array(z.object({ documentId: z.string(), address: z.string() }));

const whereaboutsSchema = z.array(
  z.object({ documentId: z.string(), address: z.string(), confirmed: z.boolean().nullish() }),
);

/** A list and how many subscribers it has, counted by the database. */
export type ListDocument = z.infer<typeof listSchema>;
export type SegmentDocument = z.infer<typeof segmentSchema>;

/** Identifiers a read: three short columns. */
const atOnce = 2_000;

/** Lists, segments and subscribers as Strapi holds them. */
export interface AudienceStore {
  lists(): Promise<ListDocument[]>;
  segments(): Promise<SegmentDocument[]>;
  /** Subscribers with these ids; who is gone is not among them. */
  named(documentIds: readonly string[]): Promise<Subscriber[]>;
  /** Ids of subscribers whose address or name contains something; the first thousand. */
  search(text: string): Promise<string[]>;
  /** Further addresses of whoever has the address, by the identifier of the person. */
  othersOf(address: string): Promise<string[]>;
  /** A subscriber, and whoever is one person with her by the identifier; none when she is gone. */
  onePersonWith(documentId: string): Promise<{ documentId: string; address: string; person: string }[]>;
  /** Deletes whoever has the address, as a person does in the content manager. @returns how many */
  remove(address: string): Promise<number>;
  /** Where some subscribers may be mailed now; who is gone or not confirmed is not among them. */
  addressesToday(documentIds: readonly string[]): Promise<Map<string, string>>;
  /** Subscribers in the order they joined: those of some lists, or all. Each comes once, with all of her lists. */
  subscribers(ofLists?: readonly string[]): AsyncIterable<Subscriber>;
  /** Every subscriber with a person identifier. */
  people(): AsyncIterable<{ documentId: string; address: string; person: string }>;
  /** When each subscriber was last saved who was saved since, or of whom nobody knows when, in ms; one who joined was saved. */
  changedSince(at: Date): Promise<Map<string, number>>;
}

/**
 * @param defaultLanguage of subscribers who have none
 * @param pageSize rows a read: few enough that SQLite's limit of bound variables holds for the lists that are loaded
 *   with them
 */
export function openAudienceStore(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  defaultLanguage: Language,
  pageSize = 500,
): AudienceStore {
  const store: AudienceStore = {
    async lists() {
      const rows: unknown[] = await strapi.db.query(uids.list).findMany({
        select: ['documentId', 'name'],
        orderBy: { name: 'asc' },
        populate: { subscribers: { count: true } },
      });
      return rows.map((row) => listSchema.parse(row));
    },
    async segments() {
      const rows = await strapi.documents(uids.segment).findMany({ sort: 'name:asc', limit: -1 });
      return rows.map((row) => segmentSchema.parse(row));
    },
    async named(documentIds) {
      const rows: unknown[] = await strapi.db.query(uids.subscriber).findMany({
        where: { documentId: { $in: [...documentIds] } },
        select: ['id', 'documentId', 'address', 'firstName', 'lastName', 'person', 'language', 'confirmed'],
        populate: { lists: { select: ['documentId'] } },
      });
      return rows.map((row) => subscriberSchema.parse(filledIn(row as object, 'language', defaultLanguage)));
    },
    async search(text) {
      const fields = ['address', 'firstName', 'lastName', 'person'];
      const rows: unknown[] = await strapi.db.query(uids.subscriber).findMany({
        where: { $or: fields.map((field) => ({ [field]: { $containsi: text } })) },
        select: ['documentId'],
        limit: mostFound,
      });
      return rows.map((row) => idSchema.parse(row).documentId);
    },
    async othersOf(address) {
      const subscribers = strapi.db.query(uids.subscriber);
      const where = { address: { $eqi: address }, person: { $notNull: true } };
      const own: unknown = await subscribers.findMany({ where, select: ['address', 'person'] });
      const isHers = (row: { address: string }) => addressKey(row.address) === addressKey(address);
      const persons = personsSchema
        .parse(own)
        .filter((row) => isHers(row) && row.person !== '')
        .map(({ person }) => personIdOf(person));
      if (persons.length === 0) return [];
      // No database compares as we do, so everybody's are looked through: an erasure is rare.
      const same: string[] = [];
      for await (const { documentId, person } of store.people())
        if (persons.includes(personIdOf(person))) same.push(documentId);
      const all: unknown = await subscribers.findMany({
        where: { documentId: { $in: same } },
        select: ['address', 'person'],
      });
      return personsSchema
        .parse(all)
        .filter((row) => !isHers(row))
        .map((row) => row.address);
    },
    async onePersonWith(documentId) {
      const subscribers = strapi.db.query(uids.subscriber);
      const select = ['documentId', 'address', 'person'];
      const [own] = onePersonSchema.parse(await subscribers.findMany({ where: { documentId }, select }));
      if (own === undefined || own.person.trim() === '') return own ? [own] : [];
      // Strapi compares by LIKE, with blanks as they were typed.
      const where = { person: { $containsi: own.person.trim() } };
      const rows = onePersonSchema.parse(await subscribers.findMany({ where, select }));
      return rows.filter(({ person }) => personIdOf(person) === personIdOf(own.person));
    },
    async remove(address) {
      const rows: unknown = await strapi.db
        .query(uids.subscriber)
        .findMany({ where: { address: { $eqi: address } }, select: ['documentId', 'address'] });
      // Strapi compares so by LIKE, where an underscore stands for anything.
      const theirs = addressesSchema
        .parse(rows)
        .filter((row) => addressKey(row.address) === addressKey(address));
      for (const { documentId } of theirs) await strapi.documents(uids.subscriber).delete({ documentId });
      return theirs.length;
    },
    async addressesToday(documentIds) {
      const rows: unknown = await strapi.db.query(uids.subscriber).findMany({
        where: { documentId: { $in: [...documentIds] } },
        select: ['documentId', 'address', 'confirmed'],
      });
      const mailed = whereaboutsSchema.parse(rows).filter(({ confirmed }) => confirmed ?? true);
      return new Map(mailed.map(({ documentId, address }) => [documentId, address]));
    },

    async *subscribers(ofLists) {
      const where = ofLists ? { lists: { documentId: { $in: [...ofLists] } } } : {};
      for (let last = 0; ;) {
        // By the last id and not by offset: nobody is skipped or read twice when somebody joins or leaves meanwhile.
        const rows: unknown[] = await strapi.db.query(uids.subscriber).findMany({
          where: { ...where, id: { $gt: last } },
          orderBy: { id: 'asc' },
          limit: pageSize,
          select: ['id', 'documentId', 'address', 'firstName', 'person', 'language', 'confirmed'],
          populate: { lists: { select: ['documentId'] } },
        });
        for (const row of rows) {
          const subscriber = subscriberSchema.parse(filledIn(row as object, 'language', defaultLanguage));
          // The join returns one row for each list that a subscriber is on.
          if (subscriber.id > last) yield subscriber;
          last = subscriber.id;
        }
        if (rows.length < pageSize) return;
      }
    },
    async changedSince(at) {
      const changed = new Map<string, number>();
      const since = { $or: [{ updatedAt: { $gte: at } }, { updatedAt: { $null: true } }] };
      for (let last = 0; ;) {
        const rows = changedSchema.parse(
          await strapi.db.query(uids.subscriber).findMany({
            where: { $and: [since, { id: { $gt: last } }] },
            orderBy: { id: 'asc' },
            limit: atOnce,
            select: ['id', 'documentId', 'updatedAt'],
          }),
        );
        for (const { documentId, updatedAt } of rows)
          changed.set(documentId, updatedAt?.getTime() ?? Infinity);
        if (rows.length < atOnce) return changed;
        last = rows.at(-1)?.id ?? last;
      }
    },
    async *people() {
      for (let last = 0; ;) {
        const rows: unknown[] = await strapi.db.query(uids.subscriber).findMany({
          where: { person: { $notNull: true }, id: { $gt: last } },
          orderBy: { id: 'asc' },
          limit: atOnce,
          select: ['id', 'documentId', 'address', 'person'],
        });
        for (const row of rows) {
          const { id, ...found } = personSchema.parse(row);
          if (found.person.trim() !== '') yield found;
          last = id;
        }
        if (rows.length < atOnce) return;
      }
    },
  };
  return store;
}
