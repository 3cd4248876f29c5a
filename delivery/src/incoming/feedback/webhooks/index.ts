export {
  openWebhooks,
  type WebhookDependencies,
  type WebhookKeys,
  type WebhookResult,
  type Webhooks,
} from './open-webhooks';
export type { WebhookRequest } from './webhook';
