import { openMemory } from '@nachra/renderer';
import type { Ledger } from '../../../ledger';
import type { FeedbackResult, WebhookProvider } from '../feedback-sources';
import { recordFeedback } from '../record-feedback';
import { readBrevo } from './brevo';
import { readGeneric } from './generic';
import { readMailgun } from './mailgun';
import { readPostmark } from './postmark';
import { readSendGrid } from './sendgrid';
import { readSes } from './ses';
import { tokenBook } from './token-book';
import type { WebhookFault, WebhookReader, WebhookRequest } from './webhook';

const readers: Record<WebhookProvider, WebhookReader> = {
  ses: readSes,
  brevo: readBrevo,
  mailgun: readMailgun,
  postmark: readPostmark,
  sendgrid: readSendGrid,
  generic: readGeneric,
};

/** What each provider is verified by: a secret, a public key or a topic. Webhooks without one are closed. */
export type WebhookKeys = Partial<Record<WebhookProvider, string>>;

interface WebhookDependencies {
  ledger: Ledger;
  keys: WebhookKeys;
  /** Key of the tokens' HMAC (`NACHRA_LINK_SECRET`). */
  secret: string;
  now: () => Date;
  /** For tests; {@link fetchSmallText} otherwise. */
  fetchText?: (url: string) => Promise<string>;
}

/** What became of a request. */
export type WebhookResult =
  | { verdict: 'closed' | 'refused' | 'confirmed' }
  | { verdict: 'unreadable'; faults: WebhookFault[] }
  | { verdict: 'recorded'; results: FeedbackResult[] };

/** Where providers report. */
export interface Webhooks {
  /** Verifies a request and records what it tells. A request that fails half-way may be sent again: nothing is done twice. */
  receive(provider: string, request: WebhookRequest): Promise<WebhookResult>;
}

/** Opens the webhooks whose key is set. */
export function openWebhooks({ ledger, keys, secret, now, fetchText }: WebhookDependencies): Webhooks {
  const book = tokenBook(ledger);
  const fetcher = remembering(fetchText ?? fetchSmallText);
  return {
    async receive(name, request) {
      const provider = isProvider(name) ? name : null;
      const key = provider && keys[provider];
      if (!provider || !key) return { verdict: 'closed' };
      const at = now();
      const ports = { now: at, fetchText: fetcher, isFirstUse: book(at) };
      const reading = await readers[provider](request, key, ports);
      if (reading.verdict === 'confirm') {
        await (fetchText ?? fetchSmallText)(reading.url);
        return { verdict: 'confirmed' };
      }
      if (reading.verdict !== 'read') return reading;
      const results: FeedbackResult[] = [];
      for (const { uid, classification } of reading.feedback) {
        const context = { uid, source: provider, now: now(), secret };
        results.push(await recordFeedback(ledger, classification, context));
      }
      return { verdict: 'recorded', results };
    },
  };
}

function isProvider(name: string): name is WebhookProvider {
  return Object.hasOwn(readers, name);
}

const mostTexts = 20;

/** Certificates are few and last for years. */
function remembering(fetchText: (url: string) => Promise<string>): (url: string) => Promise<string> {
  const known = openMemory<string>(mostTexts);
  return async (url) => {
    const text = known.get(url) ?? (await fetchText(url));
    known.set(url, text);
    return text;
  };
}

const longestText = 64 * 1024;

async function fetchSmallText(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status}.`);
  const text = await answer.text();
  if (text.length > longestText) throw new Error(`${new URL(url).host} answered more than a certificate.`);
  return text;
}
