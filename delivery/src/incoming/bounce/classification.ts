import type { TokenPurpose } from '../../campaigns/links/link-token';

/**
 * What a message that came back is.
 * - `bounce`: refused after acceptance (RFC 3464 or in words), or still waiting (`Action: delayed`)
 * - `complaint`: reported as spam (RFC 5965 and its forerunners)
 * - `auto-reply`: written by a machine in a person's name: out of office, “confirm that you are human”
 * - `unsubscribe`: asks to leave, by mail to the address in List-Unsubscribe
 * - `other`: anything else, including what cannot be understood
 */
export type MessageKind = 'bounce' | 'complaint' | 'auto-reply' | 'unsubscribe' | 'other';

/**
 * What a bounce says about the address.
 * - `hard`: nobody can be reached there, now or later
 * - `soft`: not now
 * - `policy`: the sender, its server or its standing was refused; says nothing about the person
 * - `content`: this message was refused, for its size or for what it carries
 * - `unknown`: refused, without a reason that can be understood
 */
export const severities = ['hard', 'soft', 'policy', 'content', 'unknown'] as const;
/** One of {@link severities}. */
export type Severity = (typeof severities)[number];

/** One recipient that a report is about. */
export interface ReportedRecipient {
  address: string | null;
  /** RFC 3464 §2.3.3: `failed`, `delayed`, `delivered`, `relayed`, `expanded`; null where a report has only words. */
  action: string | null;
  /** RFC 3463, `5.1.1`. */
  status: string | null;
  severity: Severity;
  /** Permanent name of the rule that decided; {@link explainRule} says what each goes by. */
  rule: string;
  /** The other side's words that the rule matched, on one line; '' where it went by a code or a field. */
  sentence: string;
}

/**
 * Which of our deliveries or readers a message is about. A `token` can be checked with `readLinkToken` and its `purpose`; where it
 * is null the id was read from a Message-ID, which anybody can write.
 */
export interface DeliveryClue {
  /** Null where the token names a person alone. */
  deliveryId: string | null;
  token: string | null;
  purpose: TokenPurpose | null;
  foundIn: 'address' | 'original-address' | 'list-unsubscribe' | 'message-id';
}

/** What {@link classifyMessage} makes of a message. */
export interface Classification {
  kind: MessageKind;
  /** The address that failed, complained, replied or asks to leave. */
  recipient: string | null;
  /** Everybody the report is about, in its order; the first that failed is `recipient`. */
  recipients: ReportedRecipient[];
  delivery: DeliveryClue | null;
  /** RFC 3463, `5.1.1`. */
  status: string | null;
  /** Null for anything but a bounce. */
  severity: Severity | null;
  /** Permanent name of the rule that decided; {@link explainRule} says what each goes by. */
  rule: string;
  /**
   * The other side's words that the rule matched, on one line, 300 characters at most; '' where it went by a code or a
   * field. For quoting only: what it means is in the other fields.
   */
  sentence: string;
  /** Only with the rule `not-understood`: the error of this program, for its log. */
  fault?: string;
}
