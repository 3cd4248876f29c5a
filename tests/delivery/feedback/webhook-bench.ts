import { generateKeyPairSync } from 'node:crypto';
import {
  listSuppressions,
  openWebhooks,
  type Delivery,
  type SuppressionCause,
  type WebhookResult,
} from '@nachra/delivery';
import { candidates, linkSecret, openBench, type LedgerBench, type LedgerKind } from '../../support/campaign';

export const topic = 'arn:aws:sns:eu-west-3:123456789012:bounces';
export const amazon = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const sendgrid = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
export const keys = {
  ses: topic,
  brevo: 'brevo-token-of-the-tests',
  mailgun: 'mailgun-signing-key',
  postmark: 'postmark:a-pass:word',
  sendgrid: sendgrid.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  generic: 'generic-secret-of-the-tests',
};
export const now = new Date('2026-03-02T09:00:00Z');
export const seconds = String(now.getTime() / 1000);

/** Webhooks with every provider's key, and a delivery of each round's own to report on. */
export interface WebhookBench {
  ledger: LedgerBench;
  /** Different in every round, for ids that must not repeat. */
  round(): number;
  delivery(): Delivery;
  /** Addresses that were fetched in this round. */
  fetched(): string[];
  begin(): Promise<void>;
  /** Opens the webhooks anew, as another process would. */
  restart(at?: Date): void;
  post(provider: string, body: unknown, headers?: Record<string, string>): Promise<WebhookResult>;
  /** What stands against the delivery's address. */
  suppressed(): Promise<{ reason: string; source: string; why: SuppressionCause | null }[]>;
  close(): Promise<void>;
}

export async function openWebhookBench(kind: LedgerKind = 'sqlite'): Promise<WebhookBench> {
  const ledger = await openBench(kind);
  let round = 0;
  let delivery: Delivery | undefined;
  let fetched: string[] = [];
  const open = (at = now) =>
    openWebhooks({
      ledger: ledger.ledger,
      keys,
      secret: linkSecret,
      now: () => at,
      fetchText: (url) => {
        fetched.push(url);
        return Promise.resolve(amazon.publicKey.export({ format: 'pem', type: 'spki' }).toString());
      },
    });
  let webhooks = open();
  const theDelivery = (): Delivery => {
    if (!delivery) throw new Error('The round has not begun.');
    return delivery;
  };
  return {
    ledger,
    round: () => round,
    delivery: theDelivery,
    fetched: () => fetched,
    async begin() {
      round += 1;
      fetched = [];
      webhooks = open();
      const campaign = await ledger.freeze({ candidates: candidates(1, `readers${round}.test`) });
      [delivery] = (await ledger.deliveries(campaign)).values();
    },
    restart: (at) => void (webhooks = open(at)),
    post: (provider, body, headers = {}) =>
      webhooks.receive(provider, {
        headers,
        body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
      }),
    async suppressed() {
      const search = theDelivery().address;
      const { rows } = await listSuppressions(ledger.ledger, { page: 1, pageSize: 9, search });
      return rows.map(({ reason, source, why }) => ({ reason, source, why }));
    },
    close: () => ledger.close(),
  };
}
