import type { Language } from '@nachra/renderer';
import { z } from 'zod';
import { needsSmtpUtf8, normaliseAddress } from '../candidates';
import { DeliveryError, senderExpectations, type SenderExpectation, type SenderProblem } from '../../errors';
import type { Ledger } from '../../ledger';

/** What each expectation says in a log, in English. */
const senderExpectationWords: Record<SenderExpectation, string> = {
  text: 'expected text, got nothing',
  address: 'expected an e-mail address such as news@example.org',
  'short-local-part':
    'the part before the @ may have 18 characters at most, because a token of up to 45 is added to it',
  'list-id': 'expected a list identifier such as amanews.example.org',
  url: 'expected an address such as https://news.example.org',
  'feedback-id': 'expected 5 to 15 letters, digits, hyphens or underscores',
};

/** Every server has to take it, so it is ASCII before the `@`. */
const address = z.string().refine((value) => {
  const normal = normaliseAddress(value);
  return normal !== null && !needsSmtpUtf8(normal);
});

/** An address that gets `+<token>` before its `@`: of the 64 characters RFC 5321 allows there, the token takes up to 45. */
const taggedAddress = address.refine((value) => value.trim().lastIndexOf('@') <= 18, {
  params: expecting('short-local-part'),
});

const line = z.string().refine((value) => value.trim() !== '');

/** Who an edition's mail comes from, frozen with it. */
export const senderIdentitySchema = z.object({
  fromName: line,
  fromAddress: address,
  replyTo: address.optional(),
  /** What a mail client shows as the list's name. */
  listName: line,
  /** RFC 2919, without angle brackets: `amanews.example.org`. */
  listId: z.string().regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/),
  /** Return path; each message gets its own: `bounce+<token>@…` (VERP). */
  bounceAddress: taggedAddress,
  /** Where an unsubscribe by mail goes: `unsubscribe+<token>@…`. */
  unsubscribeAddress: taggedAddress,
  /** Where the public pages stand. */
  publicUrl: z.url({ protocol: /^https?$/ }),
  /** Last part of Feedback-ID: 5 to 15 characters that Gmail's postmaster tools know the sender by. */
  feedbackSenderId: z.string().regex(/^[A-Za-z0-9_-]{5,15}$/),
});

/** Who an edition's mail comes from. */
export type SenderIdentity = z.infer<typeof senderIdentitySchema>;

/** What each field has to be; a check that expects something narrower says so by {@link expecting}. */
const expectedOf: Record<keyof SenderIdentity, SenderExpectation> = {
  fromName: 'text',
  fromAddress: 'address',
  replyTo: 'address',
  listName: 'text',
  listId: 'list-id',
  bounceAddress: 'address',
  unsubscribeAddress: 'address',
  publicUrl: 'url',
  feedbackSenderId: 'feedback-id',
};

/** The `params` of a refinement: what its failure expected. */
function expecting(expected: SenderExpectation): { expected: SenderExpectation } {
  return { expected };
}

/** What keeps a sender from being complete; empty when nothing does. Pure. A field may be named twice. */
export function senderProblems(sender: unknown): SenderProblem[] {
  const { error } = senderIdentitySchema.safeParse(sender);
  return (error?.issues ?? []).map((issue) => {
    const field = issue.path.join('.');
    const narrower: unknown = issue.code === 'custom' ? issue.params?.['expected'] : null;
    const expected =
      senderExpectations.find((one) => one === narrower) ?? new Map(Object.entries(expectedOf)).get(field);
    return { field, expected: expected ?? 'text' };
  });
}

/**
 * Reads a sender, whoever wrote it.
 *
 * @throws {DeliveryError} `SENDER_INVALID`; its data names each field and what was expected
 */
export function parseSenderIdentity(sender: unknown): SenderIdentity {
  const result = senderIdentitySchema.safeParse(sender);
  if (result.success) return result.data;
  const problems = senderProblems(sender);
  const told = problems.map(({ field, expected }) => `${field}: ${senderExpectationWords[expected]}`);
  throw new DeliveryError(
    'SENDER_INVALID',
    { problems },
    `The sender is not complete. ${told.join('; ')}. Correct it in the brand.`,
  );
}

/** Who the mail of a campaign's edition comes from, as it was frozen; null when there is no such edition. */
export async function senderOfEdition(
  ledger: Ledger,
  campaignId: string,
  language: Language,
): Promise<SenderIdentity | null> {
  const [row] = await ledger.rows<{ sender: string }>(
    `SELECT e.sender FROM edition e JOIN campaign c ON c.id = e.campaign_id WHERE c.uid = ? AND e.language = ?`,
    [campaignId, language],
  );
  return row ? parseSenderIdentity(JSON.parse(row.sender)) : null;
}
