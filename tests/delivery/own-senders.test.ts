import { parseIssue, renderIssue } from '@nachra/renderer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  anEdition,
  describeOnBoth,
  openBench,
  sender,
  startWorker,
  workerConfig,
  type LedgerBench,
} from '../support/campaign';
import { anIssue } from '../support/issue';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

describeOnBoth('editions of one campaign that were approved from different senders', (kind) => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  beforeAll(async () => {
    [bench, sink] = [await openBench(kind), await startSmtpSink()];
  });
  afterAll(async () => {
    await sink.close();
    await bench.close();
  });

  it('leave each from its own, however their readers are mixed', async () => {
    const arabic = {
      ...sender,
      fromName: 'النخلة',
      fromAddress: 'nakhla@arabic.example.test',
      replyTo: undefined,
    };
    const masthead = { language: 'ar', subject: 'نشرة' } as const;
    const editions = { fr: await anEdition(), ar: await renderIssue(parseIssue(anIssue({ masthead }))) };
    const candidates = Array.from({ length: 12 }, (_, index) => ({
      subscriberId: `s${index}`,
      address: `r${index}@mixed.test`,
      language: index % 2 === 0 ? ('fr' as const) : ('ar' as const),
      confirmed: true,
    }));
    const id = await bench.freeze({ editions, candidates, senders: { ar: arabic } });
    const worker = startWorker(workerConfig(bench.options, sink.url));
    await bench.complete(id);
    await worker.stop();
    for (const { address, language } of candidates) {
      const [mail, ...more] = await sink.messagesTo(address);
      const from = language === 'ar' ? arabic : sender;
      expect(mail?.from?.value).toEqual([{ name: from.fromName, address: from.fromAddress }]);
      expect(mail?.replyTo?.value.map((one) => one.address)).toEqual(
        from.replyTo ? [from.replyTo] : undefined,
      );
      expect(more).toEqual([]);
    }
  });

  it('are frozen with complete senders only, or not at all', async () => {
    const freeze = bench.freeze({ key: 'half', senders: { fr: { ...sender, listId: '' } } });
    await expect(freeze).rejects.toMatchObject({ code: 'SENDER_INVALID' });
    expect(await bench.ledger.rows(`SELECT id FROM campaign WHERE key = 'half'`)).toEqual([]);
  });
});
