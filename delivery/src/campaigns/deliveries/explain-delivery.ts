import type { Language } from '@nachra/renderer';
import type { Delivery, DeliveryOutcome } from './delivery';
import { explanations, type Explanations } from './explanations';

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
      return words.suppressed;
    case 'accepted':
      if (outcome?.kind === 'heard-from') return words.heardFrom;
      return outcome?.kind === 'by-hand' ? words.arrivedByHand : words.accepted;
    case 'deferred':
      return withReason(words.deferred(timeOf(delivery.nextAttemptAt, language)), outcome, words);
    case 'rejected':
      if (outcome?.kind === 'by-hand') return words.notArrivedByHand;
      if (outcome?.kind === 'bounced') return withReason(words.bounced, outcome, words);
      return withReason(outcome?.kind === 'gave-up' ? words.gaveUp : words.rejected, outcome, words);
    case 'in-doubt':
      return outcome?.kind === 'worker-lost' ? words.workerLost : words.inDoubt;
  }
}

function withReason(sentence: string, outcome: DeliveryOutcome | null, words: Explanations): string {
  if (!outcome) return sentence;
  const quoted = outcome.reply === '' ? '' : `(${outcome.reply})`;
  return [sentence, reasonOf(outcome, words), quoted].filter((part) => part !== '').join(' ');
}

function reasonOf({ enhanced, code }: DeliveryOutcome, words: Explanations): string {
  const detail = enhanced?.replace(/^\d\./, '');
  const subject = detail?.split('.')[0];
  if (detail !== undefined) {
    const known = words.reasons[detail] ?? words.reasons[`${subject}.x`];
    if (known) return known;
  }
  if (code === 550 || code === 551 || code === 553) return words.reasons['1.1'] ?? '';
  if (code === 552) return words.reasons['2.2'] ?? '';
  if (code === 450 || code === 421 || code === 451) return words.reasons['4.x'] ?? '';
  if (code === 452) return words.reasons['3.x'] ?? '';
  return '';
}

function timeOf(at: Date | null, language: Language): string {
  if (at === null) return '';
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
