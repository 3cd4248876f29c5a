/**
 * Words that server and admin share at run time. Nothing here imports anything that runs, so the admin's bundle takes in
 * neither zod nor the renderer.
 *
 * Stages, their events and the permissions are defined here. Lists whose owner is the renderer or the delivery stand here
 * in the order in which the admin shows them, and compile only while they are the owner's in full.
 */
import type { CampaignStatus, DeliveryState } from '@nachra/delivery';
import type { Dashboard, Language, Severity } from '@nachra/renderer';

/** Where an issue stands, in the order of its way; approval binds to the hash of the edition that was seen. */
export const stages = ['drafting', 'in-review', 'approved', 'scheduled', 'sending', 'sent'] as const;
export type Stage = (typeof stages)[number];

/**
 * What moves an issue from stage to stage.
 *
 * - `submit`, `withdraw`: a person asks for a review, or takes the issue back to her desk
 * - `approve`: a person has seen this very edition and lets it go out
 * - `void`: the content no longer is what was approved
 * - `schedule`, `start`, `finish`, `release`: its campaign waits, runs, has ended, was cancelled before anybody got it
 */
export const stageEvents = [
  'submit',
  'withdraw',
  'approve',
  'void',
  'schedule',
  'start',
  'finish',
  'release',
] as const;
export type StageEvent = (typeof stageEvents)[number];

/** Kinds of documents whose saves are held to the revision they began from. */
export const revisedTypes = ['article', 'issue', 'dashboard', 'brand'] as const;
export type RevisedType = (typeof revisedTypes)[number];

/** What a person may be allowed to do at the desk; each is granted to roles by itself. */
export const deskActions = [
  'desk.read',
  'desk.edit',
  'issue.approve',
  'campaign.send',
  'audience.manage',
] as const;
export type DeskAction = (typeof deskActions)[number];

/** The action as Strapi's permission engine knows it: `plugin::newsletter.issue.approve`. */
export function permissionOf<Action extends DeskAction>(action: Action): `plugin::newsletter.${Action}` {
  return `plugin::newsletter.${action}`;
}

type Indicator = Dashboard['groups'][number]['indicators'][number];

/**
 * A list of every word of a union, in an order of its own: one word too few or too many does not compile.
 *
 * @example const languages = inFull<Language>()(['fr', 'en', 'ar'])
 */
export const inFull =
  <Word extends string>() =>
  <const List extends readonly Word[]>(
    list: List & ([Word] extends [List[number]] ? unknown : never),
  ): List =>
    list;

/** Languages of issues and readers (the renderer's `languages`). */
export const languages = inFull<Language>()(['fr', 'ar', 'en']);

/** How bad a finding is (the renderer's `severities`), the worse first. */
export const severities = inFull<Severity>()(['error', 'warning']);

/** What a figure counts (the renderer's). */
export const units = inFull<Indicator['unit']>()(['count', 'KDH', 'percent']);

/** What a figure measures (the renderer's), the default first. */
export const measures = inFull<Indicator['measure']>()(['flow', 'stock']);

/** How an indicator may be drawn (the renderer's). */
export const charts = inFull<NonNullable<Indicator['chart']>>()(['bars', 'line']);

/** States of a delivery (the delivery's), as a person reads them: what became of it first, what is still to come after. */
export const deliveryStates = inFull<DeliveryState>()([
  'accepted',
  'rejected',
  'in-doubt',
  'suppressed',
  'deferred',
  'sending',
  'claimed',
  'queued',
]);

/** How a campaign stands (the delivery's), in the order of its way. */
export const campaignStatuses = inFull<CampaignStatus>()([
  'scheduled',
  'running',
  'paused',
  'cancelled',
  'complete',
]);

/** States about which a person may decide for all deliveries at once. */
export const decidableStates = ['rejected', 'in-doubt'] as const satisfies readonly DeliveryState[];

/** What a person can do with a campaign once it stands. */
export const campaignTurns = ['pause', 'resume', 'cancel'] as const;
export type CampaignTurn = (typeof campaignTurns)[number];
