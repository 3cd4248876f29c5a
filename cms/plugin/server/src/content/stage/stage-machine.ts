import type { Stage, StageEvent } from '../../../../shared/lists';

/**
 * The whole life of an issue:
 *
 * ```
 * drafting ─submit─▶ in-review ─approve─▶ approved ─schedule─▶ scheduled ─start─▶ sending ─finish─▶ sent
 *    ▲ └──────────approve──────────────────▲ │ ▲────release──────┘ │              │
 *    └──withdraw, void─────────────────────┴─┴─────────void────────┘   (release)──┘
 * ```
 *
 * Somebody who may approve need not submit first, so `drafting` takes `approve` too. A campaign may start at once, and an
 * interval may have been missed, so `start` and `finish` are also taken from the stages before.
 */
export const moves: Readonly<Record<StageEvent, { from: readonly Stage[]; to: Stage }>> = {
  submit: { from: ['drafting'], to: 'in-review' },
  withdraw: { from: ['in-review', 'approved'], to: 'drafting' },
  approve: { from: ['drafting', 'in-review'], to: 'approved' },
  void: { from: ['approved', 'scheduled'], to: 'drafting' },
  schedule: { from: ['approved'], to: 'scheduled' },
  start: { from: ['approved', 'scheduled'], to: 'sending' },
  finish: { from: ['approved', 'scheduled', 'sending'], to: 'sent' },
  release: { from: ['scheduled', 'sending'], to: 'approved' },
};

/** The stage an event leads to, or null where it cannot happen. Pure. */
export function stageAfter(stage: Stage, event: StageEvent): Stage | null {
  const { from, to } = moves[event];
  return from.includes(stage) ? to : null;
}

/** Stages in which readers have the issue or are getting it: the issue is read-only. */
export const lockedStages: readonly Stage[] = ['sending', 'sent'];

/** Stages that hold only as long as the content is what was approved. */
export const approvedStages: readonly Stage[] = ['approved', 'scheduled'];
