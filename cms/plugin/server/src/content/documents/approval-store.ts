import { senderIdentitySchema } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../../shared/uids';
import { approvalSchema, type ApprovalEnd, type ApprovalRecord } from './approval';

/** An approval without its bytes: enough to ask whether it holds, and for its campaign. */
interface ApprovalHead {
  content: string;
  /** Hash of the edition, which campaigns carry it by. */
  hash: string;
  sender: ApprovalRecord['sender'];
}

/** The approvals. A record is written once, and only its end is written after that. */
export interface ApprovalStore {
  add(record: Omit<ApprovalRecord, 'id'>): Promise<void>;
  /** The approval of an issue that has not ended; null when there is none. */
  standing(issue: string): Promise<ApprovalRecord | null>;
  standingHead(issue: string): Promise<ApprovalHead | null>;
  /** When an issue was last approved, whatever became of it. */
  lastAt(issue: string): Promise<Date | null>;
  /** When any issue was last approved. */
  lastAtAll(): Promise<Date | null>;
  /** Ends what stands. Idempotent: what has ended keeps its reason. */
  end(issue: string, because: ApprovalEnd, at: Date): Promise<void>;
  /** Lets the approval stand again that a correction has ended; null when there is none. */
  reopen(issue: string): Promise<Pick<ApprovalRecord, 'seal' | 'approvedByName' | 'approvedAt'> | null>;
}

const headSchema = z.object({ content: z.string(), hash: z.string(), sender: senderIdentitySchema });
const reopenedSchema = approvalSchema.pick({ id: true, seal: true, approvedByName: true, approvedAt: true });
const momentSchema = z.object({ approvedAt: z.coerce.date() });

/** Reads and writes by the database and not by the document service, whose middleware refuses every write to approvals. */
export function openApprovalStore({ db }: Pick<Core.Strapi, 'db'>): ApprovalStore {
  const query = () => db.query(uids.approval);
  const standing = (issue: string): Promise<unknown> =>
    query().findOne({ where: { issue, endedAt: { $null: true } }, orderBy: { id: 'desc' } });
  const lastApproval = async (where: object): Promise<Date | null> => {
    const row: unknown = await query().findOne({ select: ['approvedAt'], where, orderBy: { id: 'desc' } });
    return row ? momentSchema.parse(row).approvedAt : null;
  };
  return {
    async add(record) {
      const { edition, ...rest } = record;
      await query().create({ data: { ...rest, hash: edition.hash, edition: JSON.stringify(edition) } });
    },
    async standing(issue) {
      const row = await standing(issue);
      return row ? approvalSchema.parse(row) : null;
    },
    async standingHead(issue) {
      const row: unknown = await query().findOne({
        select: ['content', 'hash', 'sender'],
        where: { issue, endedAt: { $null: true } },
        orderBy: { id: 'desc' },
      });
      return row ? headSchema.parse(row) : null;
    },
    lastAt: (issue) => lastApproval({ issue }),
    lastAtAll: () => lastApproval({}),
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
