import { senderIdentitySchema, senderProblems, type SenderIdentity } from '@nachra/delivery';
import type { BrandDocument } from '../content/documents/brand';
import type { RefusalData } from '../../../shared/desk';
import { Refusal } from '../common/refusal';

/** A field of the sender, and the field of the brand where a person corrects it. */
const brandFields: Record<string, string> = {
  fromName: 'senderName',
  fromAddress: 'senderAddress',
  replyTo: 'replyTo',
  listName: 'newsletterTitle',
  listId: 'listId',
  bounceAddress: 'bounceAddress',
  unsubscribeAddress: 'unsubscribeAddress',
};

/**
 * Who the mail comes from, as the brand says. Bounces and unsubscribes by mail go to the sender's own address where no
 * other is set.
 *
 * @throws {Refusal} `SENDER_INCOMPLETE` naming each field of the brand that is missing or wrong
 */
export function senderOf(brand: BrandDocument, publicUrl: string): SenderIdentity {
  const { sender, lacking } = readSender(brand, publicUrl);
  if (sender === null) throw new Refusal('SENDER_INCOMPLETE', lacking);
  return sender;
}

/** The sender, or null with what the brand lacks. Pure. */
export function readSender(
  brand: BrandDocument,
  publicUrl: string,
): { sender: SenderIdentity; lacking: null } | { sender: null; lacking: RefusalData['SENDER_INCOMPLETE'] } {
  const written = {
    fromName: brand.senderName,
    fromAddress: brand.senderAddress,
    replyTo: brand.replyTo,
    listName: brand.newsletterTitle,
    listId: brand.listId,
    bounceAddress: brand.bounceAddress ?? brand.senderAddress,
    unsubscribeAddress: brand.unsubscribeAddress ?? brand.senderAddress,
    publicUrl,
    feedbackSenderId: feedbackSenderId(brand.listId ?? ''),
  };
  const result = senderIdentitySchema.safeParse(written);
  if (result.success) return { sender: result.data, lacking: null };
  const problems = new Map(
    senderProblems(written).map(({ field, expected }) => [brandFields[field] ?? field, expected]),
  );
  const lacking = [...problems].map(([field, expected]) => ({ field, expected }));
  return { sender: null, lacking: { problems: lacking } };
}

/**
 * What Gmail's postmaster tools know the sender by, 5 to 15 characters: the list identifier's first name, which stays
 * the same from issue to issue.
 *
 * @see https://support.google.com/a/answer/6254652 (Feedback-ID)
 */
function feedbackSenderId(listId: string): string {
  const name = (listId.split('.')[0] ?? '').replace(/[^A-Za-z0-9_-]/g, '').slice(0, 15);
  return name.length >= 5 ? name : `${name}-nachra`.slice(0, 15);
}
