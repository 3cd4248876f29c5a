import { readAddress } from '../addresses-in-text';
import { all, first, readFields } from '../mime/header-fields';

/** A complaint, from the fields of RFC 5965. */
export interface FeedbackReport {
  /** `abuse`, `fraud`, `virus`, `not-spam`, `auth-failure`, …; `abuse` where none is given. */
  type: string;
  /** Original-Rcpt-To or Removal-Recipient; null where the provider removed it. */
  recipient: string | null;
}

/** Whether a text holds a feedback report, however its part is labelled. */
export function looksLikeFeedback(text: string): boolean {
  return (
    /^Feedback-Type[ \t]*:/im.test(text) &&
    /^(?:User-Agent|Version|Original-|Removal-|Source-IP|Received-Date|Arrival-Date)/im.test(text)
  );
}

/**
 * Reads a `message/feedback-report` part, or a text that holds its fields.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5965#section-3
 */
export function readFeedbackReport(text: string): FeedbackReport {
  const fields = readFields(text.slice(Math.max(0, text.search(/^Feedback-Type[ \t]*:/im))));
  const recipients = all(fields, 'original-rcpt-to', 'removal-recipient', 'original-recipient');
  return {
    type: /^[a-z-]+/.exec(first(fields, 'feedback-type').toLowerCase())?.[0] ?? 'abuse',
    recipient: recipients.map(readAddress).find((address) => address !== null) ?? null,
  };
}
