import type { Language } from '@nachra/renderer';
import type { Delivery, DeliveryOutcome } from './delivery';
import { quote } from '../quote';
import { explainStatus } from '../status-words';
import { explanations } from './explanations';

/**
 * Says in one plain sentence what became of a delivery, for whoever has to answer “did she get it?”. Pure.
 *
 * The reason comes from the enhanced status code where there is one (RFC 3463), else from the three digits; the server's
 * own words are quoted behind it, because they are what a mail administrator asks for.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3463
 */
export function explainDelivery(delivery: Delivery, language: Language): string {
  const words = explanations[language];
  const { state, outcome } = delivery;
  switch (state) {
    case 'queued':
      return words.queued;
    case 'claimed':
    case 'sending':
      return words.sending;
    case 'suppressed':
      if (outcome?.kind === 'erased') return words.erased;
      if (outcome?.kind === 'no-longer-subscribed') return words.noLongerSubscribed;
      if (outcome?.kind === 'has-number') return words.hasNumber;
      return outcome?.kind === 'corrected' ? words.corrected : words.suppressed;
    case 'cancelled':
      return words.cancelled;
    case 'accepted':
      if (outcome?.kind === 'heard-from') return words.heardFrom;
      return outcome?.kind === 'by-hand' ? words.arrivedByHand : words.accepted;
    case 'deferred':
      return withReason(words.deferred(timeOf(delivery.nextAttemptAt, language)), outcome, language);
    case 'rejected':
      if (outcome?.kind === 'by-hand') return words.notArrivedByHand;
      if (outcome?.kind === 'bounced') return withReason(words.bounced, outcome, language);
      return withReason(outcome?.kind === 'gave-up' ? words.gaveUp : words.rejected, outcome, language);
    case 'in-doubt':
      if (outcome?.kind === 'treated-as-sent') return words.treatedAsSent;
      return outcome?.kind === 'worker-lost' ? words.workerLost : words.inDoubt;
  }
}

function withReason(sentence: string, outcome: DeliveryOutcome | null, language: Language): string {
  if (!outcome) return sentence;
  const quoted = outcome.reply === '' ? '' : `(${quote(outcome.reply, language)})`;
  // A status without an answer is ours: nothing was handed over.
  const isUnsent = outcome.kind === 'rejected' && outcome.code === null && outcome.enhanced !== null;
  return [sentence, reasonOf(outcome, language), quoted, isUnsent ? explanations[language].notSent : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Statuses that three digits of SMTP stand for where the server gave no status of its own. */
const statusOfReply: Record<number, string> = {
  550: '5.1.1',
  551: '5.1.1',
  553: '5.1.1',
  552: '5.2.2',
  421: '4.4.0',
  450: '4.4.0',
  451: '4.4.0',
  452: '4.3.0',
};

function reasonOf({ kind, enhanced, code }: DeliveryOutcome, language: Language): string {
  const isBrokenOff = code === null && enhanced === null && (kind === 'deferred' || kind === 'gave-up');
  if (isBrokenOff) return explanations[language].brokenOff;
  const known = enhanced === null ? '' : explainStatus(enhanced, language);
  return known || explainStatus(statusOfReply[code ?? 0] ?? '', language);
}

/** Western digits in Arabic, as in the mails, and hours as Morocco writes them. */
const locales: Record<Language, string> = { fr: 'fr', ar: 'ar-MA-u-nu-latn', en: 'en' };

function timeOf(at: Date | null, language: Language): string {
  if (at === null) return '';
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
