import type { Stage, StageEvent } from '../../../shared/lists';

/**
 * The whole life of an issue:
 *
 * ```
 * drafting ─submit─▶ in-review ─approve─▶ approved ─schedule─▶ scheduled ─start─▶ sending ─finish─▶ sent
 *    ▲ └──────────approve──────────────────▲ │ ▲────release──────┘ │              │
 *    └──withdraw, void─────────────────────┴─┴─────────void────────┘   (release)──┘
 * ```
 *
 * Who may approve need not submit to herself, so `drafting` takes `approve` too. A campaign may start at once, and an
 * interval may have been missed, so `start` and `finish` are also taken from the stages before.
 */
const table: Record<Stage, Partial<Record<StageEvent, Stage>>> = {
  drafting: { submit: 'in-review', approve: 'approved' },
  'in-review': { withdraw: 'drafting', approve: 'approved' },
  approved: {
    withdraw: 'drafting',
    void: 'drafting',
    schedule: 'scheduled',
    start: 'sending',
    finish: 'sent',
  },
  scheduled: { void: 'drafting', release: 'approved', start: 'sending', finish: 'sent' },
  sending: { release: 'approved', finish: 'sent' },
  sent: {},
};

/** The stage an event leads to, or null where it cannot happen. Pure. */
export function stageAfter(stage: Stage, event: StageEvent): Stage | null {
  return table[stage][event] ?? null;
}

/** The stages an event may start from. Pure. */
export function stagesBefore(event: StageEvent): Stage[] {
  return (Object.keys(table) as Stage[]).filter((stage) => stageAfter(stage, event) !== null);
}

/** Stages in which the readers have the issue, or are getting it: not a letter of it may change. */
export const lockedStages: readonly Stage[] = ['sending', 'sent'];

/** Stages that hold only as long as the content is what was approved. */
export const approvedStages: readonly Stage[] = ['approved', 'scheduled'];
