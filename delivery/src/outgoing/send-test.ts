import type { Edition } from '@nachra/renderer';
import { normaliseAddress } from '../campaigns/candidates';
import type { SenderIdentity } from '../campaigns/freeze';
import { messageMaker, type DkimKey } from './message';
import { attemptFaults, type Transport } from './smtp';

/** What a test send is made of. */
interface TestSend {
  edition: Edition;
  addresses: readonly string[];
  sender: SenderIdentity;
  transport: Transport;
  publicUrl: string;
  secret: string;
  /** What messages are signed with; nothing when left out. */
  dkim?: readonly DkimKey[];
  now: Date;
}

/** Why no server answered for an address of a test. */
export const testFaults = ['address-invalid', ...attemptFaults] as const;
/** One of {@link testFaults}. */
export type TestFault = (typeof testFaults)[number];

/** What the server said to one address of a test. */
interface TestResult {
  address: string;
  accepted: boolean;
  /** Why no server answered; null when one did. */
  fault: TestFault | null;
  /** The server's words; '' when none answered. */
  reply: string;
}

/**
 * Sends an edition to any addresses, with “[Test]” before the subject. The message is made by the same code as in a
 * campaign, but the ledger is not touched: a test is not counted, and its unsubscribe link leads to a page that says so.
 */
export async function sendTest(test: TestSend): Promise<TestResult[]> {
  const { edition, transport, now } = test;
  const make = messageMaker({
    edition,
    sender: { ...test.sender, publicUrl: test.publicUrl },
    campaignId: 'test',
    secret: test.secret,
    subjectPrefix: '[Test] ',
    ...(test.dkim ? { dkim: test.dkim } : {}),
  });
  const results: TestResult[] = [];
  for (const [index, written] of test.addresses.entries()) {
    const address = normaliseAddress(written);
    if (address === null) {
      results.push({ address: written, accepted: false, fault: 'address-invalid', reply: '' });
      continue;
    }
    // Not a delivery's id, and nobody's name, so that a link in a test can never act for a subscriber.
    const deliveryId = `test-${now.getTime().toString(36)}-${index}`;
    const message = make({ deliveryId, address, person: null }, now);
    const outcome = await transport.send(message);
    results.push({
      address,
      accepted: outcome.kind === 'accepted',
      fault: outcome.fault?.code ?? null,
      reply: outcome.reply,
    });
  }
  return results;
}
