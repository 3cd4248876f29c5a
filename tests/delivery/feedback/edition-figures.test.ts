import { classifyMessage, editionFigures, recordFeedback, type Delivery } from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { uidOfMail } from '../../../delivery/src/incoming/feedback';
import { candidates, describeOnBoth, linkSecret, openBench, type LedgerBench } from '../../support/campaign';
import { aBounce } from '../../support/returned-mail';

describeOnBoth('the figures of an edition', (kind) => {
  let bench: LedgerBench;
  beforeAll(async () => void (bench = await openBench(kind)));
  afterAll(() => bench.close());

  it('count a message that came back once, however many reports there are, and none for a delay', async () => {
    const approval = 'issue/40';
    const people = candidates(3, 'figures.test');
    const id = await bench.freeze({ issueNumber: 40, candidates: people, approvals: { fr: approval } });
    await bench.ledger.run("UPDATE delivery SET state = 'accepted'");
    const [first, second] = [...(await bench.deliveries(id)).values()] as [Delivery, Delivery];
    for (const bytes of [
      await aBounce(first, { status: '4.2.2', date: 'Mon, 5 Jun 2023 10:00:00 +0000' }),
      await aBounce(first, { status: '4.2.2', date: 'Tue, 6 Jun 2023 10:00:00 +0000' }),
      await aBounce(second, { action: 'delayed', status: '4.4.1' }),
    ])
      await recordFeedback(bench.ledger, await classifyMessage(bytes), {
        ...{ uid: uidOfMail(bytes), source: 'mailbox', now: new Date(), secret: linkSecret },
      });
    const edition = { number: 40, language: 'fr' as const };
    expect(await editionFigures(bench.ledger, { ...edition, approval })).toMatchObject({
      ...{ recipients: 3, bounced: 1 },
      counts: { accepted: 3, queued: 0, rejected: 0 },
    });
    expect(await editionFigures(bench.ledger, { ...edition, approval: 'issue/41' })).toBeNull();
  });
});
