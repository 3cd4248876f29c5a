/**
 * Where an issue may stand, and what may move it: the one table. The server moves issues by it, the desk's routes take their
 * permissions from it, and the admin shows the buttons that it allows.
 */
import type { DeskAction } from './lists';

/** Where an issue stands, from the first draft to the last mail; approval binds to the hash of the edition that was seen. */
export const stages = ['drafting', 'in-review', 'approved', 'scheduled', 'sending', 'sent'] as const;
export type Stage = (typeof stages)[number];

/**
 * What moves an issue from stage to stage.
 *
 * - `submit`, `withdraw`: a person asks for a review, or takes the issue back to her desk, which ends its approval and its
 *   campaign that waits
 * - `approve`: a person has seen this very edition and lets it go out
 * - `void`: the content no longer is what was approved
 * - `correct`, `uncorrect`: what was sent was wrong, and is written once more for those who have it; or that was begun by
 *   mistake, and the issue is what was sent again
 * - `schedule`, `start`, `finish`, `release`: its campaign waits, runs, has ended, was cancelled before anybody got it
 */
export const stageEvents = [
  'submit',
  'withdraw',
  'approve',
  'void',
  'correct',
  'uncorrect',
  'schedule',
  'start',
  'finish',
  'release',
] as const;
export type StageEvent = (typeof stageEvents)[number];

/** One row of the table. */
export interface StageRule {
  from: readonly Stage[];
  to: Stage;
  /** The permission a person needs; `edit` when any change to content does it; `campaign` when the ledger's truth does it. */
  who: DeskAction | 'edit' | 'campaign';
}

/**
 * The whole life of an issue:
 *
 * ```
 * drafting ─submit─▶ in-review ─approve─▶ approved ─schedule─▶ scheduled ─start─▶ sending ─finish─▶ sent
 *    ▲ └──────────approve──────────────────▲ │ ▲────release──────┘ │              │
 *    └──withdraw, void─────────────────────┴─┴─────withdraw, void──┘   (release)──┘
 * ```
 *
 * From `sent`, `correct` leads back to `drafting`, and until the correction is approved `uncorrect` leads from there to `sent`.
 *
 * Somebody who may approve need not submit first, so `drafting` takes `approve` too. A campaign may start at once, and an
 * interval may have been missed, so `start` and `finish` are also taken from the stages before.
 */
export const stageRules = {
  submit: { from: ['drafting'], to: 'in-review', who: 'desk.edit' },
  withdraw: { from: ['in-review', 'approved', 'scheduled'], to: 'drafting', who: 'desk.edit' },
  approve: { from: ['drafting', 'in-review'], to: 'approved', who: 'issue.approve' },
  void: { from: ['approved', 'scheduled'], to: 'drafting', who: 'edit' },
  correct: { from: ['sent'], to: 'drafting', who: 'campaign.send' },
  uncorrect: { from: ['drafting', 'in-review'], to: 'sent', who: 'campaign.send' },
  schedule: { from: ['approved'], to: 'scheduled', who: 'campaign' },
  start: { from: ['approved', 'scheduled'], to: 'sending', who: 'campaign' },
  finish: { from: ['approved', 'scheduled', 'sending'], to: 'sent', who: 'campaign' },
  release: { from: ['scheduled', 'sending'], to: 'approved', who: 'campaign' },
} as const satisfies Record<StageEvent, StageRule>;

/** The stage an event leads to, or null where it cannot happen. Pure. */
export function stageAfter(stage: Stage, event: StageEvent): Stage | null {
  const { from, to }: StageRule = stageRules[event];
  return from.includes(stage) ? to : null;
}

/** Whether an event can happen to an issue that stands there. Pure. */
export function mayHappen(event: StageEvent, stage: Stage): boolean {
  return stageAfter(stage, event) !== null;
}

/** Stages in which readers have the issue or are getting it: the issue is read-only. */
export const lockedStages: readonly Stage[] = ['sending', 'sent'];

/** Stages that hold only as long as the content is what was approved. */
export const approvedStages: readonly Stage[] = stageRules.void.from;

/** Stages in which the issue stands for what was approved, whatever its drafts say. */
export const boundStages: readonly Stage[] = ['approved', 'scheduled', 'sending', 'sent'];

/** Stages from which a campaign may be started: the first, or one more for the rest of the readers. */
export const sendableStages: readonly Stage[] = ['approved', 'sent'];

/** Stages that a campaign may still move. */
export const followingStages: readonly Stage[] = stageRules.finish.from;

/** Whether a campaign waits to send the issue: it may be edited, which stops the campaign, but not deleted. Pure. */
export function waitsForCampaign(stage: Stage): boolean {
  return stage === 'scheduled';
}
