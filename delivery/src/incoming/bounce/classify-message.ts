import { messageOf } from '../../errors';
import { aboutAll, aboutOne } from './about-recipient';
import { addressInReturnPath, addressesIn } from './addresses-in-text';
import type { Classification, ReportedRecipient } from './classification';
import { findDeliveryClue } from './delivery-clue';
import { judge, type Evidence } from './judge';
import { kindOf } from './kind';
import { all, first, readFields } from './mime/header-fields';
import { readMessage, type ReadMessage } from './read-message';
import {
  namedRecipients,
  originalRecipients,
  ownAddresses,
  returnPathRecipients,
  senderOf,
} from './recipients';
import { isRefusal } from './report/delivery-report';
import { sesNotificationIn } from './report/ses-notification';

const addressedTo = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'];

/**
 * Says what a message that came back is, whom it is about and what it means for that address. Reads bytes and nothing
 * else: no clock, no network, no ledger.
 *
 * The walk: `read-message` takes it apart (words, report fields, original; a report that is attached as a whole is classified in
 * the place of the mail it came with) → `kind` → for a bounce `recipients` and
 * `judge`, which asks the tables in `rules/` and `rfc3463` → `delivery-clue` finds which of our deliveries it is.
 *
 * Takes anything: an empty message or rubbish is `other`, with the rule that says why. Reads the first 768 KiB, in linear time.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3464 (delivery reports), 3463 (status codes), 5965 (complaints), 3834 (automatic replies)
 * @example (await classifyMessage(bytes)).severity // 'hard': suppress; 'policy': the fault is with us, the sender
 */
export async function classifyMessage(bytes: Buffer): Promise<Classification> {
  try {
    return await classify(bytes);
  } catch (error) {
    const what = messageOf(error);
    return { ...nothing, rule: 'not-understood', fault: what.slice(0, 200) };
  }
}

const nothing = {
  kind: 'other',
  recipient: null,
  recipients: [],
  delivery: null,
  status: null,
  severity: null,
  sentence: '',
} satisfies Omit<Classification, 'rule'>;

async function classify(bytes: Buffer, isAttached = false): Promise<Classification> {
  if (bytes.every((byte) => byte <= 0x20)) return { ...nothing, rule: 'empty' };
  const message = await readMessage(bytes);
  const passedOn = isAttached ? null : await passedOnIn(message);
  if (passedOn !== null) return passedOn;
  const { kind, rule, sentence } = kindOf(message);
  const delivery = findDeliveryClue({
    addressedTo: all(message.fields, ...addressedTo),
    original: `${message.original}\n${all(message.fields, 'in-reply-to', 'references').join('\n')}`,
  });
  const known = { ...nothing, kind, delivery, rule, sentence };
  if (kind === 'other') return known;
  if (kind === 'complaint') return { ...known, recipient: complainant(message) };
  if (kind !== 'bounce') return { ...known, recipient: senderOf(message) };

  const judged = message.reports.length > 0 ? reported(message) : named(message);
  const recipients = message.isCut ? judged.map(inDoubt) : judged;
  const decisive = recipients.find(({ action }) => action === null || action === 'failed') ?? recipients[0];
  const verdict = decisive ?? {
    address: null,
    ...(message.isCut ? inDoubt(inWordsAlone(message)) : inWordsAlone(message)),
  };
  const { address: recipient, status, severity } = verdict;
  return {
    ...known,
    recipient,
    recipients,
    status,
    severity,
    rule: verdict.rule,
    sentence: verdict.sentence,
  };
}

/** What somebody else passes on: a provider's notification, or a report that is attached. Not where the address it came to says whose it is. */
async function passedOnIn({
  fields,
  said,
  reports,
  attachedReport,
}: ReadMessage): Promise<Classification | null> {
  if (findDeliveryClue({ addressedTo: all(fields, ...addressedTo), original: '' }) !== null) return null;
  const notified = sesNotificationIn(said);
  if (notified !== null) return oneOf(notified);
  if (attachedReport === null || reports.length > 0) return null;
  const passedOn = await classify(attachedReport, true);
  return passedOn.kind === 'bounce' || passedOn.kind === 'complaint' ? passedOn : null;
}

/** What a provider says of several addresses, as one: of all of them, and first of the one that decides. */
function oneOf(notified: readonly Classification[]): Classification {
  const decisive = notified.find(({ kind }) => kind !== 'auto-reply') ?? notified[0];
  if (decisive === undefined) return { ...nothing, rule: 'feedback-report' };
  const recipients = notified.flatMap(({ kind, recipient: address, status, severity, rule, sentence }) =>
    kind === 'bounce' && severity !== null
      ? [{ address, action: 'failed', status, severity, rule, sentence }]
      : [],
  );
  return { ...decisive, recipients };
}

/** The rule of a report that ends before its end: what is missing may be the reason. */
const cutRule = 'cut-off';

function inDoubt<Verdict extends Pick<ReportedRecipient, 'severity' | 'rule'>>(verdict: Verdict): Verdict {
  return verdict.severity === 'hard' ? { ...verdict, severity: 'unknown', rule: cutRule } : verdict;
}

/** Recipients by the fields of RFC 3464; those that got the message are left out. */
function reported(message: ReadMessage): ReportedRecipient[] {
  const refused = message.reports.filter(isRefusal);
  const fallback = refused.length === 1 ? (namedRecipients(message)[0]?.address ?? null) : null;
  const everybody = message.reports.flatMap(({ address }) => address ?? []);
  return refused.map(({ address, action, status, diagnostic }) => {
    const whom = address ?? fallback;
    const context = whom === null ? message.said : aboutRecipient(message, whom, everybody);
    return {
      address: whom,
      action: action === '' ? null : action,
      ...judge({ action, status, diagnostic, context, ours: oursIn(message, everybody) }),
    };
  });
}

function inWordsAlone(message: ReadMessage): ReturnType<typeof judge> {
  return judge(inWords(message, message.said));
}

/** What the words above the fields say of one recipient, and of all. */
function aboutRecipient({ said }: ReadMessage, whom: string, everybody: readonly string[]): string {
  const own = aboutOne(said, whom, everybody);
  return everybody.length > 1 ? `${own}\n${aboutAll(said, everybody)}` : own;
}

function named(message: ReadMessage): ReportedRecipient[] {
  const recipients = namedRecipients(message);
  const everybody = recipients.map(({ address }) => address);
  return recipients.map(({ address, about }) => {
    const evidence = inWords(message, about);
    const context = recipients.length > 1 ? aboutAll(message.said, everybody) : evidence.context;
    return {
      address,
      action: null,
      ...judge({ ...evidence, context, ours: oursIn(message, everybody) }),
    };
  });
}

/** Our addresses: where this report came to, and the original's senders; never one that is reported. */
function oursIn(message: ReadMessage, reported: readonly string[]): Set<string> {
  const ours = ownAddresses(message);
  const fields = readFields(message.original.slice(0, 16_000));
  for (const address of all(fields, 'return-path', 'from', 'sender').flatMap(addressesIn))
    ours.add(address.toLowerCase());
  for (const address of reported) ours.delete(address.toLowerCase());
  return ours;
}

/** Evidence from a report without fields: a subject that says “delayed”, or a text that says it is still trying. */
function inWords({ said, subject }: ReadMessage, about: string): Evidence {
  const isDelay =
    /THIS IS A WARNING MESSAGE ONLY|YOU DO NOT NEED TO RESEND|will (?:keep|continue) (?:on )?trying|has not (?:yet )?been delivered|will be retried|delivery (?:has been |is )?delayed|temporary failure\b.{0,200}will retry/i.test(
      said.slice(0, 6_000),
    ) || /\bdelay(?:ed)?\b|could not send message for/i.test(subject);
  return { action: isDelay ? 'delayed' : '', status: '', diagnostic: about, context: `${said}\n${subject}` };
}

function complainant(message: ReadMessage): string | null {
  const fromFields = message.feedback?.recipient ?? null;
  if (fromFields !== null) return fromFields;
  const own = addressesIn(first(message.fields, 'x-hmxmroriginalrecipient'));
  const returnPath = addressesIn(message.original).map(addressInReturnPath);
  return (
    [...own, ...originalRecipients(message.original), ...returnPath, ...returnPathRecipients(message)].find(
      (address) => address !== null,
    ) ?? null
  );
}
