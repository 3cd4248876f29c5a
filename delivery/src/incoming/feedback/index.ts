export {
  suppressionSources,
  uidOfMail,
  type FeedbackSource,
  type SuppressionSource,
  type WebhookProvider,
} from './feedback-sources';
export { readMailbox, type MailboxSettings } from './mailbox';
export { recordFeedback } from './record-feedback';
export { openWebhooks, type WebhookKeys, type WebhookResult, type Webhooks } from './webhooks';
