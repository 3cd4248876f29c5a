/**
 * Delivery's door: edition and audience to mailboxes, and what became of each message. Knows no CMS.
 *
 * In the order of a campaign: the ledger is opened, an audience is frozen into it, a worker sends what it says is due,
 * and what comes back (bounces, complaints, unsubscriptions) is recorded in it.
 */

export type { Language } from '@nachra/renderer';

// The ledger, and the one error.
export {
  knownLedgerSteps,
  ledgerOptionsSchema,
  ledgerTables,
  openLedger,
  systemActor,
  type Actor,
  type Ledger,
  type LedgerOptions,
} from './ledger';
export { decisionsAfter, decisionsAtOnce, holdOfUid, type RecordedDecision } from './ledger/events';
export { overwriteErased, untilNotBusy } from './ledger/overwrite-erased';
export { dataWithoutAddresses } from './ledger/without-addresses';
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
  writtenAddressKey,
  domainOf,
  exclusionReasons,
  needsSmtpUtf8,
  normaliseAddress,
  raiseRound,
  suppressionReasons,
  type AudienceCount,
  type Candidate,
  type CandidateSource,
  type EditionsOnOffer,
  type ExclusionReason,
  type MissingEdition,
  type NumberLookup,
  type SuppressionReason,
} from './campaigns/candidates';
export {
  countAudience,
  freezeCampaign,
  parseSenderIdentity,
  senderIdentitySchema,
  senderOfEdition,
  senderProblems,
  type CampaignRequest,
  type FreezeOutcome,
  type NumberOnOffer,
  type SenderIdentity,
} from './campaigns/freeze';
export {
  editionOfCampaign,
  editionsToSend,
  findPublicEdition,
  languageOfNumber,
  type EditionToSend,
  type PublicEdition,
} from './campaigns/editions';
export {
  campaignOfEdition,
  campaignProgress,
  editionFigures,
  ledgerFigures,
  listCampaigns,
  sendsUnderWay,
  unknownCampaigns,
  waitingReaders,
  waitingSubscribers,
  type CampaignHead,
  type CampaignProgress,
  type CampaignStanding,
  type EditionFigures,
  type EditionProgress,
} from './campaigns/progress';
export {
  deliveryStates,
  unfinishedStates,
  type CampaignStatus,
  type DeliveryState,
} from './campaigns/states';
export {
  eachDelivery,
  explainDelivery,
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
} from './campaigns/decisions/decide-deliveries';
export { hashOfAddress, hashOfId, readerHashLength } from './campaigns/memory/reader-hash';
export {
  campaignsToRemember,
  recipientsToRemember,
  type CampaignToRemember,
  type RecipientsPiece,
} from './campaigns/memory/recipients-to-remember';
export { withdrawSubscriber } from './campaigns/changes/withdraw';
export { withdrawForgotten, type Forgotten } from './campaigns/changes/forgotten-holders';
export { onePersonIn, type OnePerson } from './campaigns/changes/known-holders';
export { withdrawDoubles } from './campaigns/changes/withdraw-doubles';
export { withdrawLeft, type AddressesToday } from './campaigns/changes/withdraw-left';
export { stopEdition } from './campaigns/decisions/stop-edition';
export { cancelCampaign, pauseCampaign, resumeCampaign } from './campaigns/decisions/steer-campaign';
export {
  erasePerson,
  explainSuppression,
  liftSuppression,
  listSuppressions,
  putBackSuppressions,
  suppress,
  suppressedAmong,
  type PutBack,
  type Suppression,
  type SuppressionCause,
  type SuppressionDecision,
} from './campaigns/suppressions';

// What is compared at a start, and what a person decides when it does not agree.
export {
  campaignsAwaitingPictures,
  compareJournal,
  decideHeldCampaign,
  examineLedger,
  fingerprintOf,
  holdCampaign,
  holdCarriedOver,
  holdJournal,
  holdRestored,
  holdUnapproved,
  journalDifferenceSchema,
  journalHead,
  markPictures,
  markWitnessed,
  readHolds,
  readTestimony,
  recordLostDecision,
  releaseLedger,
  witnessEntries,
  witnessSessions,
  type CampaignHold,
  type Examination,
  type HeldCampaign,
  type HoldDecision,
  type HoldChoice,
  type JournalDifference,
  type JournalSource,
  type LedgerAnchor,
  type LedgerHold,
  type Testimony,
  type WaitingCampaign,
} from './campaigns/holds';

export { readLinkToken, type TokenSubject } from './campaigns/links/link-token';
export { personHash } from './campaigns/links/person-hash';
export { fillPath, publicLinks, publicPaths } from './campaigns/links/public-links';
export { unsubscribeLinks } from './campaigns/links/reader-links';

// What comes back.
export { deliveryOfSubject, unsubscribe } from './incoming/unsubscribe';
export { classifyMessage, type Classification, type MessageKind, type Severity } from './incoming/bounce';
export {
  openWebhooks,
  readMailbox,
  recordFeedback,
  type FeedbackSource,
  type MailboxSettings,
  type WebhookKeys,
  type SuppressionSource,
  type WebhookProvider,
  type WebhookResult,
  type Webhooks,
} from './incoming/feedback';

// What goes out.
export { messageMaker, noticeMessage, type DkimKey } from './outgoing/message';
export {
  createSmtpTransport,
  parseSmtpUrl,
  serverTroubles,
  type BodyProgress,
  type ServerTrouble,
  type SmtpFailure,
  type SmtpOutcome,
  type SmtpSettings,
  type Transport,
} from './outgoing/smtp';
export { troubledServers, type MailServer } from './outgoing/servers';

export { type RedisSettings } from './outgoing/redis/redis-settings';
export { sendTest, testFaults, type TestFault } from './outgoing/send-test';

// The worker.
export { runWorker, wakeSignal, workerCommand, type WorkerDependencies } from './worker';
export { fromWorkerSchema, settingsByIpc, type FromWorker, type ToWorker } from './worker/messages';
export { type WorkerConfig, type WorkerSettings } from './worker/settings-by-ipc';
export { readWorkerConfig } from './worker/config';
export { ensurePersonKey, readPersonKey } from './worker/person-key';

// The settings, each described once.
export {
  readSending,
  sendingSettingsSchema,
  sendingVariables,
  type SendingSettings,
} from './worker/sending-settings';
export { logLevelSchema, logVariables } from './logger';
export { workerDescriptions } from './worker/descriptions';
export { adviceOf, type DeliverySettingGroup, type SettingDescription } from './setting-description';
export { openAnnouncer, type Announcer, type QueueState } from './worker/queue';
