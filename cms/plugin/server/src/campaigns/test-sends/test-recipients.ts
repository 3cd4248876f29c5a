import {
  domainOf,
  normaliseAddress,
  suppressedAmong,
  writtenAddressKey,
  type Ledger,
} from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { whoCanSignIn } from '../../common/accounts';
import type { Actor, Journal } from '../../common/journal';
import type { Person } from '../../common/person';
import { Refusal } from '../../common/refusal';
import { tableOf } from '../../common/table-of';
import type { BrandDocument } from '../../content/documents/brand';

/** So many addresses may one person send tests to within {@link withinMs}. */
const mostAddresses = 30;
const withinMs = 3_600_000;

/** Whose addresses a test goes to. */
interface TestKinds {
  /** People who can sign in to the admin. */
  people: number;
  /** Of a domain that the institution allows. */
  domains: number;
  /** Neither. */
  strange: number;
}

/** Somebody who can sign in to the admin now. */
export interface TeamMember {
  id: number;
  address: string;
}

/** What decides whether a test may go to an address. */
interface TestRecipients {
  addresses: readonly string[];
  /** Strange ones that the person has confirmed. */
  confirmed: readonly string[];
  people: readonly TeamMember[];
  brand: Pick<BrandDocument, 'testDomains' | 'senderAddress'>;
}

/**
 * Sorts the addresses of a test. Pure.
 *
 * @throws {Refusal} `TEST_ADDRESS_STRANGE` with those that are neither of the team nor of an allowed domain, unless somebody
 *   who may approve the issue has confirmed each of them
 */
export function sortTestRecipients(
  { addresses, confirmed, people, brand }: TestRecipients,
  person: Pick<Person, 'may'>,
): TestKinds {
  const team = new Set(people.map(({ address }) => writtenAddressKey(address)));
  const domains = new Set(testDomainsOf(brand));
  const isOurs = (address: string) => domains.has(domainOf(writtenAddressKey(address)));
  const others = addresses.filter((address) => !team.has(writtenAddressKey(address)));
  const strange = others.filter((address) => !isOurs(address));
  const mayConfirm = person.may('issue.approve');
  const said = new Set(mayConfirm ? confirmed.map(writtenAddressKey) : []);
  const unconfirmed = strange.filter((address) => !said.has(writtenAddressKey(address)));
  if (unconfirmed.length > 0) {
    throw new Refusal('TEST_ADDRESS_STRANGE', { addresses: unconfirmed, domains: [...domains], mayConfirm });
  }
  return {
    people: addresses.length - others.length,
    domains: others.length - strange.length,
    strange: strange.length,
  };
}

/** Domains whose addresses need no confirmation: those the institution names, else the sender's own. */
function testDomainsOf({ testDomains, senderAddress }: TestRecipients['brand']): string[] {
  const named = (testDomains ?? '').split(/[\s,;]+/).filter(Boolean);
  const written = named.length > 0 ? named.map((domain) => domain.replace(/^@/, '')) : [];
  const all = written.length > 0 ? written : senderAddress ? [domainOf(senderAddress)] : [];
  // By way of an address: the same form that addresses are compared in.
  return all.flatMap((domain) => {
    const address = normaliseAddress(`x@${domain}`);
    return address === null ? [] : [domainOf(address)];
  });
}

/**
 * Holds a person to thirty addresses an hour. Counted in the journal, so that a restart forgets nothing.
 *
 * @throws {Refusal} `TEST_LIMIT` with when the next ones may go
 */
export async function assertTestLimit(
  journal: Pick<Journal, 'testsSince'>,
  by: Actor,
  wanted: number,
  now: Date,
): Promise<void> {
  const tests = await journal.testsSince(by, new Date(now.getTime() - withinMs));
  const sent = tests.reduce((sum, { count }) => sum + count, 0);
  let over = sent + wanted - mostAddresses;
  if (over <= 0) return;
  // The oldest leave the hour first; enough of them have to.
  const freeing = tests.find(({ count }) => (over -= count) <= 0) ?? tests.at(-1);
  const from = freeing?.at ?? now;
  throw new Refusal('TEST_LIMIT', {
    limit: mostAddresses,
    sent,
    again: new Date(from.getTime() + withinMs).toISOString(),
  });
}

/**
 * Nobody who must not be mailed gets a test by accident; whoever sends it may see it in her own mailbox, whatever she said
 * as a reader.
 *
 * @throws {Refusal} `TEST_ADDRESS_SUPPRESSED` with those addresses, and why each must not be mailed
 */
export async function assertMailable(
  ledger: Ledger,
  { addresses, people }: Pick<TestRecipients, 'addresses' | 'people'>,
  person: Pick<Person, 'id'>,
): Promise<void> {
  const own = people.filter(({ id }) => id === person.id).map(({ address }) => writtenAddressKey(address));
  const others = addresses.filter((address) => !own.includes(writtenAddressKey(address)));
  const suppressed = await suppressedAmong(ledger, others);
  if (suppressed.length > 0) throw new Refusal('TEST_ADDRESS_SUPPRESSED', { addresses: suppressed });
}

const peopleSchema = z.array(z.object({ id: z.number(), email: z.string() }));

/** Those who can sign in to the admin now. */
export async function teamMembers({ db }: Pick<Core.Strapi, 'db'>): Promise<TeamMember[]> {
  const rows: unknown = await db
    .query('admin::user')
    .findMany({ where: whoCanSignIn, select: ['id', 'email'] });
  return peopleSchema.parse(rows).map(({ id, email: address }) => ({ id, address }));
}

/**
 * Locks a person of the admin within an open transaction of the content. Written as it is, in any of its processes: a count that
 * was read before the lock would miss what another one is writing.
 */
export async function lockPerson({ db }: Pick<Core.Strapi, 'db'>, id: number): Promise<void> {
  const table = tableOf(db, 'admin::user');
  await db.transaction(async ({ trx }: { trx: Core.Strapi['db']['connection'] }) => {
    await trx(table)
      .where({ id })
      .update({ id: trx.ref('id') });
  });
}
