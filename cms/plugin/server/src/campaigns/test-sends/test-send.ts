import { sendTest, type DkimKey, type Ledger, type MailServer } from '@nachra/delivery';
import type { RequestOf, TestSendResponse } from '../../../../shared/desk';
import type { ApprovalStore } from '../../content/documents/approval-store';
import type { AssetStore } from '../../editions/asset-store';
import type { Editions } from '../../editions/editions';
import { usableServer } from '../../common/usable-server';
import { actorOf, type Journal } from '../../common/journal';
import type { Person } from '../../common/person';
import { senderOf } from '../../editions/sender';
import { existingEdition } from '../approvals/shown-edition';
import type { ContentTransactions } from '../../common/content-transactions';
import { assertMailable, assertTestLimit, sortTestRecipients, type TeamMember } from './test-recipients';

/** What a test send is handed. */
interface TestSendDependencies {
  editions: Editions;
  records: Pick<ApprovalStore, 'standing'>;
  assets: Pick<AssetStore, 'keep' | 'holds' | 'find'>;
  mailServers: readonly MailServer[];
  dkim: readonly DkimKey[];
  publicUrl: string;
  linkSecret: string;
  journal: Journal;
  ledger: Ledger;
  /** Those who can sign in to the admin. */
  people: () => Promise<TeamMember[]>;
  transaction: ContentTransactions['transaction'];
  /** Keeps everybody else waiting who locks the same person, until the transaction is over. */
  lockPerson: (id: number) => Promise<void>;
  now: () => Date;
}

/**
 * Sends the issue as the desk shows it, the approved edition as soon as there is one, to a few addresses, over a connection of its own: in no ledger, in no
 * statistic, and without the worker, so that it works before the first campaign and while one is running.
 *
 * On record before it leaves: who, how many, whose addresses they are, and none of them.
 *
 * @throws {Refusal} `ISSUE_UNKNOWN`, `ISSUE_INVALID`, `SENDER_INCOMPLETE`, `SMTP_MISSING`, `SMTP_TROUBLE`,
 *   `TEST_ADDRESS_SUPPRESSED`, `TEST_ADDRESS_STRANGE`, `TEST_LIMIT`
 */
export async function testSend(
  dependencies: TestSendDependencies,
  documentId: string,
  { addresses, confirmed }: RequestOf<'sendTest'>['body'],
  person: Person,
): Promise<TestSendResponse> {
  const { assets, mailServers, dkim, publicUrl, linkSecret, journal, now } = dependencies;
  const shown = await existingEdition(dependencies, documentId, person.language);
  const { edition, issue, brand } = shown;
  const sender = shown.sender ?? senderOf(brand, publicUrl);
  const people = await dependencies.people();
  await assertMailable(dependencies.ledger, { addresses, people }, person);
  const kinds = sortTestRecipients({ addresses, confirmed, people, brand }, person);
  const transport = await usableServer(mailServers.map(({ smtp }) => smtp));
  try {
    // Together, and one test of a person at a time: two at once do not both find room under the limit, whatever process has them.
    await dependencies.transaction(async () => {
      await dependencies.lockPerson(person.id);
      const by = actorOf(person);
      await assertTestLimit(journal, by, addresses.length, now());
      const { number, language } = issue;
      const data = { count: addresses.length, ...kinds };
      await journal.record({ name: 'test.sent', by, documentId, number, language, data });
    });
    await assets.keep(edition);
    const results = await sendTest({
      edition,
      addresses,
      sender,
      transport,
      publicUrl,
      secret: linkSecret,
      dkim,
      now: now(),
    });
    return { results };
  } finally {
    await transport.close();
  }
}
