export {
  uidOfEvent,
  uidOfMail,
  webhookProviders,
  type Feedback,
  type FeedbackResult,
  type FeedbackSource,
  type WebhookProvider,
} from './feedback';
export * from './mailbox';
export { recordFeedback, type FeedbackContext } from './record-feedback';
export * from './webhooks';
