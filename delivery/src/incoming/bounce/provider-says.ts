import type { Classification, DeliveryClue, Severity } from './classification';
import { findDeliveryClue } from './delivery-clue';
import { judge } from './judge';
import { unwrap } from './unwrap';

/** What a provider says about a refusal. */
interface ReportedBounce {
  recipient: string;
  /** The provider's own verdict. */
  verdict: Severity;
  status?: string | null;
  /** What the recipient's server said. */
  diagnostic?: string | null;
  clue: DeliveryClue | null;
}

const nothing = { recipients: [], status: null, severity: null } satisfies Partial<Classification>;

/**
 * A refusal as the classifier would have judged it: by code and words first, as those of a report by mail are, because
 * providers call a full mailbox or a blocked sender permanent too. Where they say nothing the provider's verdict holds;
 * what it calls temporary, a matter of the sender or of the message is never hard. Pure.
 */
export function bounceOf({ recipient, verdict, status, diagnostic, clue }: ReportedBounce): Classification {
  const said = diagnostic ?? '';
  const judged = judge({ action: 'failed', status: status ?? '', diagnostic: said, context: '' });
  const known = {
    kind: 'bounce' as const,
    recipient,
    recipients: [],
    delivery: clue,
    status: judged.status,
  };
  if (judged.severity === 'unknown' || (judged.severity === 'hard' && isPassing(verdict))) {
    return { ...known, severity: verdict, rule: `provider-says-${verdict}`, sentence: quoted(said) };
  }
  return { ...known, severity: judged.severity, rule: judged.rule, sentence: judged.sentence };
}

function isPassing(verdict: Severity): boolean {
  return verdict === 'soft' || verdict === 'policy' || verdict === 'content';
}

/** A complaint that a provider passes on; `said` is quoted. */
export function complaintOf(
  recipient: string,
  delivery: DeliveryClue | null,
  said: string = '',
): Classification {
  return {
    ...nothing,
    kind: 'complaint',
    recipient,
    delivery,
    rule: 'provider-complaint',
    sentence: quoted(said),
  };
}

/** An unsubscription that a provider passes on, from its own page or button; `said` is quoted. */
export function unsubscribeOf(
  recipient: string,
  delivery: DeliveryClue | null,
  said: string = '',
): Classification {
  return {
    ...nothing,
    kind: 'unsubscribe',
    recipient,
    delivery,
    rule: 'provider-unsubscribe',
    sentence: quoted(said),
  };
}

const longestSentence = 300;

function quoted(said: string): string {
  return unwrap(said).slice(0, longestSentence);
}

/** The delivery a message's headers name, or its Message-ID alone, with or without angle brackets. */
export function clueIn({
  headers,
  messageId,
}: {
  headers?: string;
  messageId?: string | null;
}): DeliveryClue | null {
  const id = messageId ? `<${messageId.replaceAll(/[<>\s]/g, '')}>` : '';
  return findDeliveryClue({ addressedTo: [], original: `${headers ?? ''}\n${id}` });
}
