import { isDeepStrictEqual } from 'node:util';
import { lockedStages, waitsForCampaign, type Stage } from '../../../../shared/stages';
import type { IssueHead } from '../documents/issue';
import type { IssueStore } from '../documents/issue-store';
import { uids } from '../../../../shared/uids';
import { Refusal } from '../../common/refusal';
import type { DocumentWrite } from '../checks/check-fields';

/** Fields that only a move of the stage writes: a form, the API or a script may send them, but not change them. */
const guardedFields = [
  'stage',
  'approvedHash',
  'approvedBy',
  'approvedAt',
  'sentAt',
  'correction',
  'pictureCopies',
  'proposedSubject',
] as const;

const fresh: Record<(typeof guardedFields)[number], string | null> = {
  stage: 'drafting',
  approvedHash: null,
  approvedBy: null,
  approvedAt: null,
  sentAt: null,
  correction: null,
  pictureCopies: null,
  proposedSubject: null,
};

/**
 * Enforces the stage rules for every writer: the admin, the API and scripts. Runs before the write and removes the
 * guarded fields from `params.data`, so that a form opened before an approval cannot undo it.
 *
 * @throws {Refusal} `STAGE_GUARDED` when a guarded field would change; `ISSUE_LOCKED` when the issue is being sent or was
 *   sent; `ISSUE_SCHEDULED` when an issue that waits for its campaign would be deleted; `CORRECTION_BOUND` when one that is
 *   being corrected would be deleted, or change its number or language; `COPY_CLOSED` when an issue would be copied whole
 */
export async function guardIssue(write: DocumentWrite, issues: Pick<IssueStore, 'head'>): Promise<void> {
  if (write.uid !== uids.issue) return;
  const { action, params } = write;
  if (action === 'create') return void (params.data = startFresh(params.data ?? {}));
  if (action === 'clone') throw new Refusal('COPY_CLOSED', {});
  if (action !== 'update' && action !== 'delete') return;

  const issue = params.documentId ? await issues.head(params.documentId) : null;
  if (issue === null) return;
  if (lockedStages.includes(issue.stage)) throw lockedRefusal(issue);
  if (issue.correction !== null) assertSameNumber(write, issue);
  if (action === 'delete') return assertDeletable(issue);
  if (params.data) params.data = withoutGuarded(params.data, issue);
}

function startFresh(data: Record<string, unknown>): Record<string, unknown> {
  for (const field of guardedFields) {
    if (field in data && (data[field] ?? null) !== fresh[field] && data[field] !== undefined)
      throw guardedRefusal();
  }
  return { ...data, ...fresh };
}

function withoutGuarded(data: Record<string, unknown>, issue: IssueHead): Record<string, unknown> {
  const rest = { ...data };
  for (const field of guardedFields) {
    if (field in rest && rest[field] !== undefined && !sameValue(rest[field], issue[field]))
      throw guardedRefusal();
    delete rest[field];
  }
  return rest;
}

/** A form sends a date back as it came or as an ISO string of the same instant; an empty field as null or ''. */
function sameValue(sent: unknown, held: unknown): boolean {
  if (typeof sent === 'object' && typeof held === 'object' && !(sent instanceof Date))
    return isDeepStrictEqual(sent ?? null, held ?? null);
  const [one, two] = [sent ?? '', held ?? ''];
  if (one === two) return true;
  const [first, second] = [one, two].map((value) =>
    value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : NaN,
  );
  return first === second;
}

/**
 * While an issue is corrected readers have it, by its number and in its language: under another one everybody would get it as
 * new, and without it nobody could correct what they have.
 */
function assertSameNumber({ action, params }: DocumentWrite, issue: IssueHead): void {
  const { number = issue.number, language = issue.language } = params.data ?? {};
  const isSame = Number(number) === issue.number && language === issue.language;
  if (action === 'delete' || !isSame) throw new Refusal('CORRECTION_BOUND', { number: issue.number });
}

function assertDeletable(issue: IssueHead): void {
  if (!waitsForCampaign(issue.stage)) return;
  throw new Refusal('ISSUE_SCHEDULED', { number: issue.number });
}

/** The refusal of any change to an issue that readers already have. */
function lockedRefusal({ number, stage }: { number: number; stage: Stage }): Refusal {
  return new Refusal('ISSUE_LOCKED', { number, stage });
}

function guardedRefusal(): Refusal {
  return new Refusal('STAGE_GUARDED', {});
}
