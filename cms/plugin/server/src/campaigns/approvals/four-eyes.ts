import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Deed, RefusalData } from '../../../../shared/desk';
import { actorOf, type Actor, type Hand, type Journal } from '../../common/journal';
import type { Person } from '../../common/person';
import type { Contained, FourEyesOutcome } from '../../content/documents/approval';
import type { ApprovalStore, PastApproval } from '../../content/documents/approval-store';
import type { BehindApprover } from './behind-approver';
import type { IssueSource } from '../../editions/editions';

/** What the rule of four eyes is judged by. */
export interface FourEyesDependencies {
  journal: Pick<Journal, 'hands' | 'deleters'>;
  records: Pick<ApprovalStore, 'past' | 'pastOfAny'>;
  behind: BehindApprover;
  /** The active people who may approve an issue. */
  approvers: () => Promise<Actor[]>;
  /** Document ids of the uploads that some addresses lead to. */
  uploadsAt: (addresses: readonly string[]) => Promise<string[]>;
}

/** How the rule is met, or what keeps the person from approving; and what the edition contains, to be kept with the approval. */
type FourEyesJudgement = (
  { outcome: FourEyesOutcome; bar: null } | { outcome: null; bar: RefusalData['FOUR_EYES'] }
) & { contained: Contained };

/**
 * Judges by the rule that nobody approves her own work: whoever submitted the issue, saved anything it contains since
 * the last approval that contained it, or deleted anything of what was approved since then. What all issues share, the institution's name, sender and
 * wordings, counts until the next approval of any of them: then somebody else has seen it. The institution may turn the rule
 * off, for everybody but who did so, and where only one person may approve there is nobody to ask; what she approved herself then counts as seen by nobody else.
 */
export async function judgeFourEyes(
  { journal, records, behind, approvers, uploadsAt }: FourEyesDependencies,
  { issue, brand }: IssueSource,
  person: Pick<Person, 'id' | 'name'>,
): Promise<FourEyesJudgement> {
  const idsIn = async (value: unknown): Promise<string[]> => {
    const { documentIds, addresses } = namedIn(value);
    return [...documentIds, ...(await uploadsAt(addresses))];
  };
  const contained = { issue: await idsIn(issue), brand: await idsIn(brand) };
  const { id } = actorOf(person);
  const isOff = brand.fourEyes === 'off';
  // Whoever lifts the rule does so for the others: else she could lift it for one click.
  const hasLifted = isOff && (await behind.whoLiftedRule()) === id;
  if (isOff && !hasLifted) return { outcome: 'off', bar: null, contained };
  const people = await approvers();
  if (people.length < 2) return { outcome: 'alone', bar: null, contained };
  const changed = await behind.whenJournalChanged();
  // Numbers of a journal that was changed since say nothing of what an approval has seen.
  const trusted = (past: PastApproval[]) => past.filter(({ at }) => changed === null || at > changed);
  const given = {
    issue: trusted(await records.past(issue.documentId)),
    brand: trusted(await records.pastOfAny()),
  };
  const handsOn = async (part: keyof Contained, id: string): Promise<Hand[]> => {
    const hands = [];
    // What she approved herself, alone or while the rule was off, nobody else has seen by that.
    const past = given[part].filter(({ by, fourEyes }) => by !== id || fourEyes === 'held');
    for (const [since, ids] of bySince(contained[part], part, past))
      hands.push(...(await journal.hands(ids, since)));
    const [last] = past;
    if (last?.contained) hands.push(...(await journal.deleters(last.contained[part], last)));
    return hands;
  };
  const handsFor = async (id: string) => [...(await handsOn('issue', id)), ...(await handsOn('brand', id))];
  const hands = await handsFor(id);
  // Whoever has given somebody a new password may be she.
  const selves = [id, await behind.whoSetKeysOf(id)];
  const own = hands.filter(({ by }) => selves.includes(by.id));
  if (own.length === 0) return { outcome: 'held', bar: null, contained };
  const barred = new Map(hands.map(({ by }) => [by.id, by.name]));
  const free: string[] = [];
  for (const approver of people.filter((one) => !barred.has(one.id))) {
    // What she approved alone does not count for her, and does for everybody else.
    const isBarred = !isOff && (await handsFor(approver.id)).some(({ by }) => by.id === approver.id);
    if (isBarred) barred.set(approver.id, approver.name);
    else free.push(approver.name);
  }
  const done = own.map(({ did }) => did);
  const deeds = [...new Set<Deed>(hasLifted ? [...done, 'lifted-rule'] : done)];
  const bar = { number: issue.number, deeds, names: [...barred.values()], approvers: free };
  return { outcome: null, bar, contained };
}

/**
 * Documents by when somebody consented to them last: the last approval that contained each, null for never. One that was
 * written before an approval and put in after it has been seen by nobody but its author. Pure.
 */
function bySince(
  documentIds: readonly string[],
  part: keyof Contained,
  past: readonly PastApproval[],
): Map<PastApproval | null, string[]> {
  const found = new Map<PastApproval | null, string[]>();
  for (const id of documentIds) {
    const since = past.find(({ contained }) => contained === null || contained[part].includes(id)) ?? null;
    found.set(since, [...(found.get(since) ?? []), id]);
  }
  return found;
}

/**
 * What an edition contains: the issue, the brand, articles, dashboards and files by their document ids, and the addresses in
 * it, since a body knows its pictures by nothing else. Pure.
 */
function namedIn(value: unknown): { documentIds: string[]; addresses: string[] } {
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
 * Document ids of the uploads that some addresses lead to. An upload is stored under its hash, a format of it with its size
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
