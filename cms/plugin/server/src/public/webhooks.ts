import { messageOf } from '../common/errors';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { fillPath, publicPaths, type Webhooks, type WebhookResult } from '@nachra/delivery';
import { eventLog, type EventLog } from '../common/log';
import { bytesOf } from './bytes-of';
import { forgeryLimit } from './forgery-limit';

/** Amazon SNS sends 256 KiB at most; SendGrid’s and Brevo’s batches stay below this too. */
const longestBody = 1024 * 1024;

const webhookPath = new RegExp(`^${fillPath(publicPaths.webhook, { provider: '([a-z]{1,20})' })}$`);

/**
 * Mounts `POST /webhooks/:provider`, where mail providers report bounces and complaints. Called in `register`, so that
 * it stands before Strapi's middlewares: a signature is made over the bytes of a body, and Strapi would parse them away.
 *
 * A request that fails verification gets 401 without a reason; one that could not be recorded gets 503, so the provider sends
 * it again. Recording is idempotent.
 *
 * @param webhooks null until the plugin is open
 */
export function mountWebhooks(strapi: Core.Strapi, webhooks: () => Webhooks | null): void {
  const log = eventLog(strapi.log);
  const forgeries = forgeryLimit();
  strapi.server.use(async (context: Context, next: () => Promise<void>): Promise<void> => {
    const provider = webhookPath.exec(context.path)?.[1];
    if (provider === undefined || context.method !== 'POST') return next();
    context.set('Cache-Control', 'no-store');
    context.body = '';
    try {
      const open = webhooks();
      const body = open && (await bytesOf(context.req, longestBody));
      if (body === 'too-long') {
        context.set('Connection', 'close');
        return void (context.status = 413);
      }
      const result = body && (await open.receive(provider, { headers: context.headers, body }));
      context.status = result ? statusOf(result) : 503;
      if (result) tell(log, provider, result);
      if (result?.verdict === 'refused') {
        const wait = await forgeries.strike(context.ip);
        if (wait === 0) return;
        context.status = 429;
        context.set('Retry-After', String(wait));
      }
    } catch (error) {
      context.status = 503;
      const reason = messageOf(error);
      log.error({ event: 'webhook.failed', provider, reason }, 'A provider’s report could not be recorded.');
    }
  });
}

/**
 * A provider is told that its report is recorded once both databases have what it led to: until then it sends it again, and
 * nothing is done twice.
 */
export function witnessed(webhooks: Webhooks, witness: () => Promise<void>): Webhooks {
  return {
    async receive(provider, request) {
      const result = await webhooks.receive(provider, request);
      if (result.verdict === 'recorded' && result.results.some((one) => one !== 'ignored')) await witness();
      return result;
    },
  };
}

function statusOf({ verdict }: WebhookResult): number {
  switch (verdict) {
    case 'closed':
      return 404;
    case 'refused':
      return 401;
    case 'unreadable':
      return 400;
    case 'confirmed':
    case 'recorded':
      return 204;
  }
}

function tell(log: EventLog, provider: string, result: WebhookResult): void {
  if (result.verdict === 'unreadable') {
    const fault = result.faults
      .map(({ at, code }) => `${at}: ${code}`)
      .join('; ')
      .slice(0, 300);
    log.warn({ event: 'webhook.unreadable', provider, fault }, 'A provider’s report has an unknown form.');
  } else if (result.verdict === 'confirmed') {
    log.info({ event: 'webhook.confirmed', provider }, 'The provider’s subscription was confirmed.');
  } else if (result.verdict === 'recorded' && result.results.length > 0) {
    const suppressed = result.results.filter((each) => each === 'suppressed').length;
    const fields = { event: 'webhook.recorded', provider, reports: result.results.length, suppressed };
    log.info(fields, 'A provider reported on messages.');
  }
}
