/**
 * Words that server and admin share at run time. Nothing here imports anything that runs, so the admin's bundle takes in
 * neither zod nor the renderer.
 *
 * The permissions are defined here. Lists whose owner is the renderer or the delivery stand here
 * in the order in which the admin shows them, and compile only while they are the owner's in full.
 */
import type {
  CampaignStatus,
  DeliveryState,
  MissingEdition,
  SuppressionSource,
  unfinishedStates as unfinished,
} from '@nachra/delivery';
import type {
  ArticleKind,
  articleLayouts as layouts,
  ChartForm,
  Direction,
  Language,
  Measure,
  mostHtmlBytes as limit,
  Severity,
  Unit,
} from '@nachra/renderer';

/** Why a picture on another server was not copied. */
export const pictureFaults = [
  'unreachable',
  'private',
  'too-large',
  'too-many-pixels',
  'too-slow',
  'no-picture',
] as const;
/** One of {@link pictureFaults}. */
export type PictureFault = (typeof pictureFaults)[number];

/** Kinds of documents whose saves are held to the revision they began from. */
export const revisedTypes = ['article', 'issue', 'dashboard', 'brand'] as const;
export type RevisedType = (typeof revisedTypes)[number];

/** The field by which a save is recorded that changed nothing but the words of the house. */
export const houseWords = 'words';

/** What a person may be allowed to do at the desk; each is granted to roles by itself. */
export const deskActions = [
  'desk.read',
  'desk.edit',
  'issue.approve',
  'campaign.send',
  'audience.manage',
  'journal.read',
] as const;
export type DeskAction = (typeof deskActions)[number];

/** The action as Strapi's permission engine knows it: `plugin::newsletter.issue.approve`. */
export function permissionOf<Action extends DeskAction>(action: Action): `plugin::newsletter.${Action}` {
  return `plugin::newsletter.${action}`;
}

/** A permission of Strapi's own that a route of the desk asks for. */
export type AdminAction = 'admin::users.create';

/** Any action of a route as Strapi's permission engine knows it. */
export function strapiPermission(action: DeskAction | AdminAction): string {
  return action === 'admin::users.create' ? action : permissionOf(action);
}

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

/** What an article may be (the renderer's `articleKinds`). */
export const articleKinds = inFull<ArticleKind>()([
  'editorial',
  'governance-meeting',
  'company-news',
  'event',
  'sector-news',
  'feature',
]);

/** How a section of articles is laid out (the renderer's `articleLayouts`). */
export const articleLayouts = inFull<(typeof layouts)[number]>()(['lead', 'list', 'cards']);

/** The direction of each language (the renderer's `directionOf`). */
export const directions = { fr: 'ltr', ar: 'rtl', en: 'ltr' } as const satisfies Record<Language, Direction>;

/** Above this many bytes of HTML Gmail clips a mail and hides the unsubscribe link (the renderer's). */
export const mostHtmlBytes: typeof limit = 102_400;

/** How bad a finding is (the renderer's `severities`), the worst first. */
export const severities = inFull<Severity>()(['error', 'warning']);

/** What a figure counts (the renderer's). */
export const units = inFull<Unit>()(['count', 'KDH', 'percent']);

/** What a figure measures (the renderer's), the default first. */
export const measures = inFull<Measure>()(['flow', 'stock']);

/** How an indicator may be drawn (the renderer's). */
export const charts = inFull<ChartForm>()(['bars', 'line']);

/** States of a delivery (the delivery's), as a person reads them: what became of it first, what is still to come after. */
export const deliveryStates = inFull<DeliveryState>()([
  'accepted',
  'rejected',
  'in-doubt',
  'suppressed',
  'cancelled',
  'deferred',
  'sending',
  'claimed',
  'queued',
]);

/** What readers get whose language has no edition (the delivery's `MissingEdition`), the default first. */
export const missingEditions = inFull<MissingEdition>()(['wait', 'default']);

/** States in which a delivery may still change by itself (the delivery's). */
export const unfinishedStates = inFull<(typeof unfinished)[number]>()([
  'queued',
  'claimed',
  'sending',
  'deferred',
]);

/** How a suppression came to be (the delivery's). */
export const suppressionSources = inFull<SuppressionSource>()([
  'one-click',
  'page',
  'mail',
  'smtp',
  'mailbox',
  'ses',
  'brevo',
  'mailgun',
  'postmark',
  'sendgrid',
  'generic',
  'desk',
  'other-address',
]);

/** How a campaign stands (the delivery's), from its start to its end. */
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
export const campaignMoves = ['pause', 'resume', 'cancel'] as const;
export type CampaignMove = (typeof campaignMoves)[number];
