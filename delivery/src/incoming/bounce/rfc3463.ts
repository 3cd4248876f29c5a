import type { Severity } from './classification';

/** What a status code of RFC 3463 says about the address, where no words say it better. */
interface StatusRule {
  name: string;
  /** `subject.detail`, or `subject.*` for the rest of a subject. */
  code: string;
  severity: Severity;
  why: string;
}

/** Class 5, by subject and detail. Ordered: exact codes before the rest of their subject. */
export const permanentRules: readonly StatusRule[] = [
  {
    name: 'status-sender-syntax',
    code: '1.7',
    severity: 'policy',
    why: 'the sender’s address is malformed, not the reader’s',
  },
  { name: 'status-sender-system', code: '1.8', severity: 'policy', why: 'the sender’s domain takes no mail' },
  {
    name: 'status-address-valid',
    code: '1.5',
    severity: 'unknown',
    why: 'the status says that the address is valid',
  },
  { name: 'status-address', code: '1.*', severity: 'hard', why: 'the address reaches nobody' },
  { name: 'status-disabled', code: '2.1', severity: 'hard', why: 'the mailbox is switched off' },
  {
    name: 'status-mailbox-full',
    code: '2.2',
    severity: 'soft',
    why: 'the mailbox exists, and its owner may make room',
  },
  {
    name: 'status-too-long-for-mailbox',
    code: '2.3',
    severity: 'content',
    why: 'this message is too big for that mailbox',
  },
  { name: 'status-mailbox', code: '2.*', severity: 'soft', why: 'trouble with a mailbox that exists' },
  {
    name: 'status-too-big',
    code: '3.4',
    severity: 'content',
    why: 'this message is too big for that mail system',
  },
  {
    name: 'status-mail-system',
    code: '3.*',
    severity: 'soft',
    why: 'trouble with a mail system, not with the address',
  },
  { name: 'status-no-route', code: '4.4', severity: 'hard', why: 'the domain has no mail server' },
  {
    name: 'status-network',
    code: '4.*',
    severity: 'soft',
    why: 'routing and timeouts say nothing about the address',
  },
  {
    name: 'status-too-many',
    code: '5.3',
    severity: 'policy',
    why: 'too many recipients at once: a rate limit',
  },
  {
    name: 'status-protocol',
    code: '5.*',
    severity: 'unknown',
    why: 'the two servers misunderstood each other',
  },
  {
    name: 'status-address-needs-utf8',
    code: '6.7',
    severity: 'unknown',
    why: 'a server on the way takes only ASCII addresses',
  },
  {
    name: 'status-content',
    code: '6.*',
    severity: 'content',
    why: 'the content of the message was refused',
  },
  { name: 'status-null-mx', code: '7.27', severity: 'policy', why: 'the sender’s domain takes no mail' },
  {
    name: 'status-policy',
    code: '7.*',
    severity: 'policy',
    why: 'the sender was refused, by a rule or for its reputation',
  },
];

/** Class 4: temporary, except the refusals of subject 7, which concern the sender. */
export const temporaryRules: readonly StatusRule[] = [
  {
    name: 'status-policy-for-now',
    code: '7.*',
    severity: 'policy',
    why: 'the sender is slowed down or not trusted',
  },
  { name: 'status-temporary', code: '*', severity: 'soft', why: 'the server said to try again later' },
];

/**
 * The rule for a status, or null where the code names no reason (`5.0.0`). Pure.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3463#section-3
 * @see https://www.iana.org/assignments/smtp-enhanced-status-codes/
 */
export function statusRule(status: string): StatusRule | null {
  const [group, subject, detail] = status.split('.');
  if (group !== '4' && group !== '5') return null;
  const matches = ({ code }: StatusRule): boolean =>
    code === '*' || code === `${subject}.${detail}` || code === `${subject}.*`;
  return (group === '4' ? temporaryRules : permanentRules).find(matches) ?? null;
}

/**
 * Whether a status speaks of the sender whatever the words: his address or domain (x.1.7, x.1.8), his authentication
 * (x.7.20 to x.7.29), or what Microsoft numbers from x.7.500.
 */
export function isOfSender(status: string): boolean {
  return /^[45]\.(?:1\.[78]|7\.(?:2\d|[5-9]\d\d))$/.test(status);
}

/** Whether a status says no more than “failed”: other evidence is asked first. */
export function isGeneric(status: string): boolean {
  return status === '' || /^[245]\.(?:0\.\d+|5\.0)$/.test(status);
}

/** Three-digit SMTP replies that mean one thing even without words. @see https://www.rfc-editor.org/rfc/rfc7504 */
export const replyRules: readonly (StatusRule & { code: string })[] = [
  { name: 'reply-accepts-no-mail', code: '521', severity: 'hard', why: 'the host takes no mail at all' },
  {
    name: 'reply-domain-accepts-no-mail',
    code: '556',
    severity: 'hard',
    why: 'the domain takes no mail at all',
  },
  { name: 'reply-not-local', code: '551', severity: 'hard', why: 'the user is not on this server' },
  { name: 'reply-storage', code: '552', severity: 'soft', why: 'the mailbox is out of space' },
  { name: 'reply-sign-in', code: '530', severity: 'policy', why: 'the sender must sign in' },
  { name: 'reply-not-authorised', code: '535', severity: 'policy', why: 'the sender could not sign in' },
];
