import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { permissionOf } from '../../../shared/lists';
import { actorOf, type Actor, type Journal } from '../common/journal';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import type { FourEyesOutcome } from '../content/documents/approval';
import type { IssueSource } from '../editions/editions';

/** What the rule of four eyes is judged by. */
export interface FourEyesDependencies {
  journal: Pick<Journal, 'hands'>;
  /** How many active people may approve an issue. */
  approvers: () => Promise<number>;
  /** Document ids of the uploads that some addresses lead to. */
  uploadsAt: (addresses: readonly string[]) => Promise<string[]>;
}

/** When somebody last consented: to an edition of this issue, and to one of any issue. */
interface LastApprovals {
  ofIssue: Date | null;
  ofAny: Date | null;
}

/**
 * Holds the rule that nobody approves her own work: whoever submitted the issue, or saved anything it contains since it was
 * last approved. What all issues share, the institution's name, sender and wordings, counts until the next approval of any of
 * them: then somebody else has seen it. The institution may turn the rule off, and where only one person may approve there is
 * nobody to ask.
 *
 * @returns how the rule was met, for the record
 * @throws {Refusal} `FOUR_EYES`
 */
export async function assertFourEyes(
  { journal, approvers, uploadsAt }: FourEyesDependencies,
  { issue, brand }: IssueSource,
  since: LastApprovals,
  person: Person,
): Promise<FourEyesOutcome> {
  if (brand.fourEyes === 'off') return 'off';
  if ((await approvers()) < 2) return 'alone';
  const handsOn = async (value: unknown, moment: Date | null): Promise<Actor[]> => {
    const { documentIds, addresses } = contained(value);
    return journal.hands([...documentIds, ...(await uploadsAt(addresses))], moment);
  };
  const hands = [...(await handsOn(issue, since.ofIssue)), ...(await handsOn(brand, since.ofAny))];
  const { id } = actorOf(person);
  if (hands.some((actor) => actor.id === id)) {
    const names = [...new Set(hands.map(({ name }) => name))];
    throw new Refusal('FOUR_EYES', { number: issue.number, names });
  }
  return 'held';
}

/**
 * What an edition contains: the issue, the brand, articles, dashboards and files by their document ids, and the addresses in
 * it, since a body knows its pictures by nothing else. Pure.
 */
function contained(value: unknown): { documentIds: string[]; addresses: string[] } {
  const found = { documentId: new Set<string>(), url: new Set<string>() };
  const walk = (inside: unknown): void => {
    if (typeof inside !== 'object' || inside === null) return;
    for (const [key, each] of Object.entries(inside)) {
      if (typeof each !== 'string') walk(each);
      else if (key === 'documentId' || key === 'url') found[key].add(each);
    }
  };
  walk(value);
  return { documentIds: [...found.documentId], addresses: [...found.url] };
}

const uploadsSchema = z.array(z.object({ documentId: z.string() }));

/**
 * Document ids of the uploads that some addresses lead to. An upload is stored under its hash, a rendition of it with its size
 * before that, and both stay the same when it is replaced.
 */
export async function uploadsAt(
  { db }: Pick<Core.Strapi, 'db'>,
  addresses: readonly string[],
): Promise<string[]> {
  const names = addresses.map((address) => path.posix.parse(address.replace(/[?#].*$/, '')).name);
  const hashes = names.flatMap((name) => [name, name.replace(/^[^_]+_/, '')]);
  const rows: unknown = await db
    .query('plugin::upload.file')
    .findMany({ where: { hash: { $in: hashes } }, select: ['documentId'] });
  return uploadsSchema.parse(rows).map(({ documentId }) => documentId);
}

const approverSchema = z.array(
  z.object({
    roles: z.array(z.object({ code: z.string(), permissions: z.array(z.object({ action: z.string() })) })),
  }),
);

/** Counts the people who can sign in and may approve; a super admin may do everything. */
export async function countApprovers({ db }: Pick<Core.Strapi, 'db'>): Promise<number> {
  const rows: unknown = await db.query('admin::user').findMany({
    where: { isActive: true, blocked: { $not: true } },
    select: ['id'],
    populate: {
      roles: {
        select: ['code'],
        populate: { permissions: { select: ['action'], where: { action: permissionOf('issue.approve') } } },
      },
    },
  });
  const mayApprove = approverSchema
    .parse(rows)
    .filter(({ roles }) =>
      roles.some(({ code, permissions }) => code === 'strapi-super-admin' || permissions.length > 0),
    );
  return mayApprove.length;
}
