import { editionOfCampaign, holdUnapproved } from '@nachra/delivery';
import { parseIssue, renderIssue, type Edition } from '@nachra/renderer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  anEdition,
  candidates,
  describeOnBoth,
  openBench,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
  type RunningWorker,
} from '../support/campaign';
import { anIssue, everything } from '../support/issue';
import { aPng } from '../support/pictures';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

describeOnBoth('a frozen edition that is not what was frozen', (kind) => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  let worker: RunningWorker | undefined;
  let edition: Edition;

  beforeAll(async () => {
    bench = await openBench(kind);
    sink = await startSmtpSink();
    edition = await renderIssue(parseIssue(everything((name) => name, { language: 'fr' })), {
      images: { mode: 'embedded', files: new Map([['https://media.example/a.png', aPng()]]) },
    });
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await bench.cancelAll();
  });
  afterAll(async () => {
    await sink.close();
    await bench.close();
  });

  const campaignIs = (id: string): string => `campaign_id = (SELECT id FROM campaign WHERE uid = '${id}')`;
  const spoil = (id: string, from: string, to: string): Promise<number> =>
    bench.ledger.run(`UPDATE edition SET content = replace(content, ?, ?) WHERE ${campaignIs(id)}`, [
      from,
      to,
    ]);

  it.each(['html', 'text', 'subject', 'greeting'] as const)(
    'is read by nobody once its %s is another',
    async (field) => {
      const id = await bench.freeze({ editions: { fr: edition } });
      expect((await editionOfCampaign(bench.ledger, id, 'fr'))?.hash).toBe(edition.hash);
      await spoil(
        id,
        `"${field}":`,
        `"${field}":${field === 'greeting' ? '{"named":["",""],"unnamed":"!"}' : '"!"'},"before":`,
      );
      await expect(editionOfCampaign(bench.ledger, id, 'fr')).rejects.toMatchObject({
        code: 'EDITION_SPOILT',
      });
    },
  );

  it('is read by nobody once it is another edition altogether, cut off, or has other pictures', async () => {
    const other = await renderIssue(parseIssue(anIssue({ masthead: { title: 'Une autre lettre' } })));
    for (const content of [JSON.stringify(other), JSON.stringify(edition).slice(0, -9)]) {
      const id = await bench.freeze({ editions: { fr: edition } });
      await bench.ledger.run(`UPDATE edition SET content = ? WHERE ${campaignIs(id)}`, [content]);
      await expect(editionOfCampaign(bench.ledger, id, 'fr')).rejects.toMatchObject({
        code: 'EDITION_SPOILT',
      });
    }
    const [asset] = edition.assets;
    const id = await bench.freeze({ editions: { fr: edition } });
    await bench.ledger.run('UPDATE asset SET base64 = ? WHERE sha256 = ?', ['AAAA', asset?.sha256 ?? '']);
    await expect(editionOfCampaign(bench.ledger, id, 'fr')).rejects.toMatchObject({ code: 'EDITION_SPOILT' });
    await bench.ledger.run('DELETE FROM asset');
  });

  it('is no approved one once its hash is another, too', async () => {
    const id = await bench.freeze({ approvals: { fr: 'an-approval' } });
    const isKnown = async (approval: string, hash: string): Promise<boolean> =>
      approval === 'an-approval' && hash === (await anEdition()).hash;
    expect(await holdUnapproved(bench.ledger, isKnown, new Date())).toEqual([]);
    await bench.ledger.run(`UPDATE edition SET hash = 'another' WHERE ${campaignIs(id)}`);
    expect(await holdUnapproved(bench.ledger, isKnown, new Date())).toEqual([id]);
  });

  it('reaches nobody: its campaign waits for a person, and the next one leaves', async () => {
    const spoilt = await bench.freeze({ candidates: candidates(3, 'spoilt.test') });
    const sound = await bench.freeze({ candidates: candidates(3, 'sound.test') });
    await spoil(spoilt, '"subject":', '"subject":"!","before":');
    worker = startWorker(workerConfig(bench.options, sink.url));
    await bench.complete(sound);
    await until(
      () => bench.progress(spoilt),
      ({ hold }) => hold === 'edition-spoilt',
    );
    await until(
      () => bench.deliveries(spoilt),
      (rows) => [...rows.values()].every(({ state }) => state === 'queued'),
    );
    expect(sink.received.map(({ to }) => to).sort()).toEqual(
      candidates(3, 'sound.test').map(({ address }) => address),
    );
    expect(worker.logged).toContainEqual(
      expect.objectContaining({
        level: 'error',
        event: 'campaign.held',
        message: expect.stringContaining('restore') as string,
      }),
    );
    const events = await bench.ledger.rows<{ name: string }>(
      `SELECT name FROM event WHERE ${campaignIs(spoilt)} AND name = 'campaign.held'`,
    );
    expect(events).toHaveLength(1);
  });
});
