export {
  uidOfMail,
  webhookProviders,
  type FeedbackResult,
  type FeedbackSource,
  type WebhookProvider,
} from './feedback-sources';
export {
  mailboxSettings,
  mailboxVariables,
  readMailbox,
  watchMailbox,
  type MailboxSettings,
  type MailboxTiming,
} from './mailbox';
export { recordFeedback } from './record-feedback';
export { openWebhooks, type WebhookKeys, type WebhookResult, type Webhooks } from './webhooks';
