import type { Core } from '@strapi/strapi';
import { stageRules, type Stage, type StageRule } from '../../../../shared/stages';
import type { EventLog } from '../../common/log';
import type { Person } from '../../common/person';
import type { Correction } from '../documents/issue';
import { uids } from '../../../../shared/uids';

/** Whose approval of which edition an issue bears. */
interface Approval {
  hash: string;
  by: string;
  at: Date;
}

/** An event of the table, with what it writes beside the stage. An approval comes and goes by a move alone. */
export type StageMove =
  | { event: 'submit'; by: Person; pictureCopies: Readonly<Record<string, string>> }
  /** `from` is where her right to take it back was judged: an approval given meanwhile stays. */
  | { event: 'withdraw'; by: Person; from: readonly Stage[] }
  | { event: 'approve'; by: Person; hash: string; at: Date }
  | { event: 'correct'; by: Person; correction: Correction }
  | { event: 'uncorrect'; by: Person; correction: Correction | null; approval: Approval }
  | { event: 'void' | 'schedule' | 'start' | 'release' }
  | { event: 'finish'; at: Date };

/**
 * Moves an issue to where the table says, if it stands where the event can happen. One statement, so that of two who move it
 * at the same time only one does.
 *
 * @returns whether this call moved it
 */
export type MoveStage = (documentId: string, move: StageMove) => Promise<boolean>;

/** Makes the one effect that changes the stage of an issue; how a new one begins is said by the guard of the stage. */
export function stageMover({ db }: Pick<Core.Strapi, 'db'>, log: EventLog): MoveStage {
  return async (documentId, move) => {
    const { from, to: stage, who }: StageRule = stageRules[move.event];
    const judged = move.event === 'withdraw' ? from.filter((each) => move.from.includes(each)) : [...from];
    const { count } = await db
      .query(uids.issue)
      .updateMany({ where: { documentId, stage: { $in: judged } }, data: { stage, ...besides(move) } });
    if (count === 0) return false;
    const fields = { event: `issue.${move.event}`, issue: documentId, stage };
    if (who === 'edit') log.warn(fields, 'An approval was voided by an edit.');
    else if (who === 'campaign') log.info(fields, 'An issue followed its campaign.');
    else log.info({ ...fields, by: 'by' in move ? move.by.id : null }, 'An issue changed its stage.');
    return true;
  };
}

interface Stamps {
  approvedHash?: string | null;
  approvedBy?: string | null;
  approvedAt?: Date | null;
  sentAt?: Date;
  correction?: Correction | null;
  pictureCopies?: Readonly<Record<string, string>>;
}

function besides(move: StageMove): Stamps {
  switch (move.event) {
    case 'submit':
      return { pictureCopies: move.pictureCopies };
    case 'approve':
      return { approvedHash: move.hash, approvedBy: move.by.name, approvedAt: move.at };
    case 'withdraw':
    case 'void':
      return { approvedHash: null, approvedBy: null, approvedAt: null };
    case 'correct':
      return { approvedHash: null, approvedBy: null, approvedAt: null, correction: move.correction };
    case 'uncorrect': {
      const { hash, by, at } = move.approval;
      return { approvedHash: hash, approvedBy: by, approvedAt: at, correction: move.correction };
    }
    case 'finish':
      return { sentAt: move.at };
    default:
      return {};
  }
}
