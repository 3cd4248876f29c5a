/**
 * Delivery's door: edition and audience to mailboxes, and what became of each message. Knows no CMS.
 *
 * In the order of a campaign: the ledger is opened, an audience is frozen into it, a worker sends what it says is due,
 * and what comes back (bounces, complaints, unsubscriptions) is recorded in it.
 */

export type { Language } from '@nachra/renderer';

// The ledger, and the one error.
export {
  ledgerOptionsSchema,
  ledgerTables,
  openLedger,
  systemActor,
  type Actor,
  type Ledger,
  type LedgerOptions,
} from './ledger';
export { decisionsAfter, type RecordedDecision } from './ledger/events';
export type { PageRequest } from './ledger/sql';
export {
  DeliveryError,
  deliveryErrorCodes,
  senderExpectations,
  type ConfigFault,
  type DeliveryErrorCode,
  type DeliveryErrorData,
  type DeliveryErrorTable,
  type SenderExpectation,
  type SenderProblem,
} from './errors';

// A campaign: who is in it, what they get, how far it is.
export {
  addressKey,
  domainOf,
  exclusionReasons,
  needsSmtpUtf8,
  normaliseAddress,
  planAudience,
  suppressionReasons,
  type AudienceCount,
  type AudiencePlan,
  type Candidate,
  type CandidateSource,
  type EditionsOnOffer,
  type ExclusionReason,
  type MissingEdition,
  type SuppressionReason,
} from './campaigns/candidates';
export {
  countAudience,
  freezeCampaign,
  parseSenderIdentity,
  previewAudience,
  senderExpectationWords,
  senderIdentitySchema,
  senderProblems,
  type CampaignRequest,
  type FreezeOutcome,
  type NumberOnOffer,
  type SenderIdentity,
} from './campaigns/freeze';
export { editionOfCampaign, findPublicEdition } from './campaigns/editions';
export {
  campaignOfEdition,
  campaignProgress,
  cancelCampaign,
  ledgerFigures,
  listCampaigns,
  pauseCampaign,
  resumeCampaign,
  sendsUnderWay,
  waitingReaders,
  type CampaignProgress,
  type CampaignStanding,
  type EditionProgress,
} from './campaigns/progress';
export {
  campaignStatus,
  campaignStatuses,
  deliveryEvents,
  deliveryStates,
  reachedStates,
  stateCounts,
  statesBefore,
  totalOf,
  transition,
  troubledCount,
  unfinishedStates,
  type CampaignStatus,
  type DeliveryEvent,
  type DeliveryState,
} from './campaigns/states';
export {
  eachDelivery,
  explainDelivery,
  findDelivery,
  listDeliveries,
  listExclusions,
  type Delivery,
  type DeliveryFilter,
  type ExcludedReader,
  type ExclusionFilter,
} from './campaigns/deliveries';
export {
  decideDeliveries,
  decisions,
  type Decision,
  type DecisionResult,
} from './campaigns/changes/decide-deliveries';
export {
  explainSuppression,
  liftSuppression,
  listSuppressions,
  suppress,
  type Suppression,
  type SuppressionCause,
} from './campaigns/suppressions';

// What is compared at a start, and what a person decides when it does not agree.
export {
  campaignHolds,
  decideHeldCampaign,
  examineLedger,
  holdChoices,
  ledgerHolds,
  markWitnessed,
  readHolds,
  readTestimony,
  recordLostDecision,
  releaseLedger,
  type CampaignHold,
  type Examination,
  type HeldCampaign,
  type HoldChoice,
  type LedgerAnchor,
  type LedgerHold,
  type Testimony,
  type WaitingCampaign,
} from './campaigns/holds';

export { readLinkToken } from './campaigns/links/link-token';
export { unsubscribeLinks } from './campaigns/links/reader-links';

// What comes back.
export { unsubscribe } from './incoming/unsubscribe';
export { classifyMessage, type Classification, type MessageKind, type Severity } from './incoming/bounce';
export {
  mailboxSettings,
  mailboxVariables,
  openWebhooks,
  readMailbox,
  recordFeedback,
  uidOfMail,
  suppressionSources,
  webhookProviders,
  type FeedbackSource,
  type MailboxSettings,
  type WebhookKeys,
  type SuppressionSource,
  type WebhookProvider,
  type WebhookResult,
  type Webhooks,
} from './incoming/feedback';

// What goes out.
export { dkimKeys, dkimVariables, messageMaker, type DkimKey } from './outgoing/message';
export {
  classifyFailure,
  createSmtpTransport,
  nameOfServer,
  parseSmtpUrl,
  serverTroubles,
  smtpSettingsSchema,
  smtpVariables,
  type BodyProgress,
  type ServerTrouble,
  type SmtpFailure,
  type SmtpOutcome,
  type SmtpSettings,
  type Transport,
} from './outgoing/smtp';
export { mailServers, serverVariables, troubledServers, type MailServer } from './outgoing/servers';
export { limitVariables, sendingLimits } from './outgoing/limits';
export { backOffOf, largestGroup, retryVariables } from './outgoing/dispatch';
export {
  nameOfRedis,
  redisSettings,
  redisVariables,
  type RedisSettings,
} from './outgoing/redis/redis-settings';
export { sendTest, testFaults, type TestFault } from './outgoing/send-test';

// The worker.
export { runWorker, wakeSignal, workerCommand, type WorkerDependencies } from './worker';
export {
  fromWorkerSchema,
  settingsByIpc,
  toWorkerSchema,
  type FromWorker,
  type ToWorker,
} from './worker/messages';
export {
  readWorkerSettings,
  toWorkerSettings,
  workerConfigSchema,
  type WorkerConfig,
  type WorkerSettings,
} from './worker/settings-by-ipc';
export { readWorkerConfig } from './worker/config';

// The settings, each described once.
export { logLevelSchema, logVariables } from './logger';
export { workerDescriptions } from './worker/descriptions';
export { adviceOf, type DeliverySettingGroup, type SettingDescription } from './setting-description';
export { openAnnouncer, type Announcer, type QueueState } from './worker/queue';
