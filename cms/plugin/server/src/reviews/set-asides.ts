import { dataWithoutAddresses } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { SetAside } from '../../../shared/desk';
import { mayHappen } from '../../../shared/stages';
import { uids } from '../../../shared/uids';
import type { ContentTransactions } from '../common/content-transactions';
import { isDuplicate } from '../common/errors';
import { actorOf, type Journal, type JournalEntry } from '../common/journal';
import type { LocatedFinding } from '../common/obstacle';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { tableOf } from '../common/table-of';
import { nullableField } from '../content/documents/stored-fields';
import { existingIssue } from '../content/documents/existing-issue';
import type { IssueHead } from '../content/documents/issue';
import type { ApprovalStore } from '../content/documents/approval-store';
import type { IssueStore } from '../content/documents/issue-store';

/** What findings are set aside with. */
interface SetAsideDependencies extends Pick<ContentTransactions, 'transaction'> {
  issues: Pick<IssueStore, 'head'>;
  records: Pick<ApprovalStore, 'standing'>;
  journal: Pick<Journal, 'record'>;
  now: () => Date;
}

const rowSchema = z.object({
  id: z.number(),
  anchor: z.string(),
  cells: nullableField(z.string()),
  carriedFrom: nullableField(z.number()),
  reason: z.string(),
  byId: z.string(),
  byName: z.string(),
  at: z.coerce.date(),
});

/** Rows of one issue whose findings are gone, and that are kept for the case that these come back. */
const mostGone = 300;

/** So many are forgotten at a time: a statement of SQLite holds everybody up. */
const forgottenAtOnce = 200;

/**
 * The warnings of an issue that somebody decided to leave as they are, each with a reason. A decision is of one issue, and of one
 * finding by its anchor: with another value, or about another thing, the finding is asked anew. What was decided about figures of the past,
 * and approved, goes along into the number that is prepared from it, and stands there where the very same figures are found.
 */
export interface SetAsides {
  /** Findings with who has set them aside. One that was carried over was acknowledged where it comes from: nobody has to once more. */
  among(issue: string, findings: readonly LocatedFinding[]): Promise<LocatedFinding[]>;
  /**
   * Idempotent by issue and anchor: the first reason stands.
   *
   * @param findings what the full preflight says of the issue now
   * @param key names one of them
   * @throws {Refusal} `ISSUE_UNKNOWN`, `FINDING_UNKNOWN`, `FINDING_BINDING`, `SET_ASIDE_CLOSED`
   */
  set(
    issue: string,
    findings: readonly LocatedFinding[],
    asked: { key: string; reason: string },
    person: Person,
  ): Promise<void>;
  /**
   * Idempotent.
   *
   * @param findings as for {@link SetAsides.set}
   * @throws {Refusal} `ISSUE_UNKNOWN`, `SET_ASIDE_CLOSED`
   */
  takeUp(issue: string, findings: readonly LocatedFinding[], id: number, person: Person): Promise<void>;
  /**
   * Carries over what an approved issue decided about figures of the past to another that was just made from it, in the transaction that
   * is open. What no approval kept is not carried.
   */
  carry(from: string, to: string): Promise<void>;
  /** Forgets what was decided about an issue that was deleted: the reasons may name somebody. */
  forget(issue: string): Promise<void>;
  /** Forgets what was kept of issues that were deleted before that was done, some at a time. */
  prune(): Promise<void>;
}

export function openSetAsides(
  { db }: Pick<Core.Strapi, 'db'>,
  { issues, records, journal, transaction, now }: SetAsideDependencies,
): SetAsides {
  const rows = () => db.query(uids.setAside);

  async function of(issue: string): Promise<z.infer<typeof rowSchema>[]> {
    return z.array(rowSchema).parse(await rows().findMany({ where: { issue }, orderBy: { id: 'desc' } }));
  }

  /** What was set aside is part of an approval: while one stands, it stays as it was then. */
  async function openIssue(documentId: string): Promise<IssueHead> {
    const issue = await existingIssue(issues, documentId);
    const { number, stage } = issue;
    if (!mayHappen('approve', stage)) throw new Refusal('SET_ASIDE_CLOSED', { number, stage });
    return issue;
  }

  async function forgetGone(issue: string, findings: readonly LocatedFinding[]): Promise<void> {
    const gone = (await of(issue)).filter(({ anchor }) => findings.every((one) => !isAbout(one, anchor)));
    const ids = gone.slice(mostGone).map(({ id }) => id);
    if (ids.length > 0) await rows().deleteMany({ where: { id: { $in: ids } } });
  }

  const record = (
    name: JournalEntry['name'],
    { documentId, number, language }: IssueHead,
    person: Person,
    data: Record<string, unknown>,
  ) => journal.record({ name, by: actorOf(person), documentId, number, language, data });

  return {
    async among(issue, findings) {
      const held = new Map((await of(issue)).map((row) => [row.anchor, row]));
      return findings.map((finding) => {
        const row = held.get(finding.anchor) ?? held.get(finding.cells ?? '');
        if (row === undefined || !finding.maySetAside) return finding;
        const mustAcknowledge = finding.mustAcknowledge && row.carriedFrom === null;
        return { ...finding, mustAcknowledge, setAside: told(row) };
      });
    },

    async set(documentId, findings, { key, reason }, person) {
      const found = findings.find((one) => one.key === key);
      const make = async () => {
        const issue = await openIssue(documentId);
        if (found === undefined) throw new Refusal('FINDING_UNKNOWN', {});
        if (!found.maySetAside) throw new Refusal('FINDING_BINDING', {});
        const { anchor, cells, finding } = found;
        if ((await of(documentId)).some((row) => isAbout(found, row.anchor))) return;
        const { id: byId, name: byName } = actorOf(person);
        const said = dataWithoutAddresses(reason);
        await rows().create({
          data: { issue: documentId, anchor, cells, reason: said, byId, byName, at: now() },
        });
        await forgetGone(documentId, findings);
        await record('finding.set-aside', issue, person, { key, finding, reason });
      };
      try {
        await transaction(make);
      } catch (error) {
        // Somebody else did the same at the same moment.
        if (!isDuplicate(error)) throw error;
      }
    },

    async takeUp(documentId, findings, id, person) {
      await transaction(async () => {
        const issue = await openIssue(documentId);
        const row = (await of(documentId)).find((one) => one.id === id);
        if (row === undefined) return;
        const { count } = await rows().deleteMany({ where: { id, issue: documentId } });
        const about = findings.find((one) => isAbout(one, row.anchor));
        const data = { key: about?.key, finding: about?.finding, reason: row.reason };
        if (count > 0) await record('finding.taken-up', issue, person, data);
      });
    },

    async carry(from, to) {
      const approval = await records.standing(from);
      const kept = new Set(approval?.setAside.map(({ id }) => id));
      for (const { id, cells, carriedFrom, reason, byId, byName, at } of await of(from)) {
        if (approval === null || cells === null || !kept.has(id)) continue;
        const own = { issue: to, anchor: cells, cells, carriedFrom: carriedFrom ?? approval.number };
        await rows().create({ data: { ...own, reason, byId, byName, at } });
      }
    },

    async forget(issue) {
      await rows().deleteMany({ where: { issue } });
    },

    async prune() {
      const { connection: knex } = db;
      // The query builder of Strapi has no EXISTS.
      const there = knex(`${tableOf(db, uids.issue)} as there`)
        .select(knex.raw('1'))
        .whereRaw('there.document_id = kept.issue');
      const orphans: unknown = await knex(`${tableOf(db, uids.setAside)} as kept`)
        .select('kept.id as id')
        .whereNotExists(there)
        .limit(forgottenAtOnce);
      const ids = z
        .array(rowSchema.pick({ id: true }))
        .parse(orphans)
        .map(({ id }) => id);
      if (ids.length > 0) await rows().deleteMany({ where: { id: { $in: ids } } });
    },
  };
}

/** Whether a decision is about a finding; one that was carried over is known by the figures. Pure. */
function isAbout({ anchor, cells }: Pick<LocatedFinding, 'anchor' | 'cells'>, decided: string): boolean {
  return decided === anchor || decided === cells;
}

/** Pure. */
function told({ id, byName, at, reason, carriedFrom }: z.infer<typeof rowSchema>): SetAside {
  return { id, by: byName, at: at.toISOString(), reason, carriedFrom };
}
