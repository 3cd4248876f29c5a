import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { JournalPoint } from '../../common/journal';
import { uids } from '../../../../shared/uids';
import {
  approvalSchema,
  type ApprovalEnd,
  type ApprovalRecord,
  type Contained,
  type FourEyesOutcome,
} from './approval';

/** An approval without its bytes: enough to ask whether it holds, and for its campaign. */
interface ApprovalHead {
  /** What campaigns carry it by. */
  name: string;
  content: string;
}

/** When and how somebody approved, and what was in it; null where the record does not say. */
export interface PastApproval extends JournalPoint {
  /** Whose approval it is, as actors are identified. */
  by: string;
  fourEyes: FourEyesOutcome;
  contained: Contained | null;
}

/** The approvals. A record is written once, and only its end is written after that. */
export interface ApprovalStore {
  add(record: Omit<ApprovalRecord, 'id' | 'name'>): Promise<void>;
  /** The approval of an issue that has not ended; null when there is none. */
  standing(issue: string): Promise<ApprovalRecord | null>;
  standingHead(issue: string): Promise<ApprovalHead | null>;
  /**
   * Asks for a campaign whether an approval stands, and keeps it from ending until the transaction around this is over. So an end
   * comes before, and the campaign does not leave, or after, and finds the campaign in the ledger.
   */
  claim(name: string): Promise<boolean>;
  /** Whether there is an approval of that name, of the edition with that hash, whatever became of it. */
  knows(name: string, hash: string): Promise<boolean>;
  /** The approval of an issue that ended last; null when none has ended. */
  lastEnded(issue: string): Promise<(ApprovalRecord & { endedAt: Date }) | null>;
  /** The approvals of an issue, whatever became of them, the newest first. */
  past(issue: string): Promise<PastApproval[]>;
  /** The last approvals of any issue, the newest first: a hundred at most. */
  pastOfAny(): Promise<PastApproval[]>;
  /** Ends what stands. Idempotent: what has ended keeps its reason. */
  end(issue: string, because: ApprovalEnd, at: Date): Promise<void>;
  /** Lets the approval stand again that a correction has ended; null when there is none. */
  reopen(issue: string): Promise<Pick<ApprovalRecord, 'seal' | 'approvedByName' | 'approvedAt'> | null>;
}

const headSchema = z.object({ name: z.string(), content: z.string() });
const reopenedSchema = approvalSchema.pick({ id: true, seal: true, approvedByName: true, approvedAt: true });
const endedSchema = approvalSchema.extend({ endedAt: z.coerce.date() });
const pastSchema = approvalSchema.pick({
  approvedAt: true,
  journalEntry: true,
  approvedById: true,
  fourEyes: true,
  contained: true,
});

/** Reads and writes by the database and not by the document service, whose middleware refuses every write to approvals. */
export function openApprovalStore({ db }: Pick<Core.Strapi, 'db'>): ApprovalStore {
  const query = () => db.query(uids.approval);
  const standing = (issue: string): Promise<unknown> =>
    query().findOne({ where: { issue, endedAt: { $null: true } }, orderBy: { id: 'desc' } });
  const past = async (where: object): Promise<PastApproval[]> => {
    const select = ['approvedAt', 'journalEntry', 'approvedById', 'fourEyes', 'contained'];
    const rows: unknown[] = await query().findMany({ select, where, orderBy: { id: 'desc' }, limit: 100 });
    return rows.map((row) => {
      const { approvedAt: at, journalEntry: entry, approvedById: by, ...rest } = pastSchema.parse(row);
      return { at, entry, by, ...rest };
    });
  };
  return {
    async add(record) {
      const { edition, ...rest } = record;
      const name = `${rest.issue}/${rest.approvedAt.toISOString()}`;
      await query().create({
        data: { ...rest, name, hash: edition.hash, edition: JSON.stringify(edition) },
      });
    },
    async standing(issue) {
      const row = await standing(issue);
      return row ? approvalSchema.parse(row) : null;
    },
    async standingHead(issue) {
      const row: unknown = await query().findOne({
        select: ['name', 'content'],
        where: { issue, endedAt: { $null: true } },
        orderBy: { id: 'desc' },
      });
      return row ? headSchema.parse(row) : null;
    },
    async claim(name) {
      // Written as it is: what counts is that the row is locked.
      const { count } = await query().updateMany({
        where: { name, endedAt: { $null: true } },
        data: { name },
      });
      return count === 1;
    },
    knows: async (name, hash) => (await query().count({ where: { name, hash } })) > 0,
    async lastEnded(issue) {
      const where = { issue, endedAt: { $notNull: true } };
      const row: unknown = await query().findOne({ where, orderBy: { id: 'desc' } });
      return row ? endedSchema.parse(row) : null;
    },
    past: (issue) => past({ issue }),
    pastOfAny: () => past({}),
    async end(issue, because, at) {
      await query().updateMany({
        where: { issue, endedAt: { $null: true } },
        data: { endedAt: at, endedBecause: because },
      });
    },
    async reopen(issue) {
      const row: unknown = await query().findOne({
        select: ['id', 'seal', 'approvedByName', 'approvedAt'],
        where: { issue, endedBecause: 'corrected' },
        orderBy: { id: 'desc' },
      });
      if (!row) return null;
      const reopened = reopenedSchema.parse(row);
      await query().update({ where: { id: reopened.id }, data: { endedAt: null, endedBecause: null } });
      return reopened;
    },
  };
}
