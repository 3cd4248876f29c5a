export { openWebhooks, type WebhookKeys, type WebhookResult, type Webhooks } from './open-webhooks';
