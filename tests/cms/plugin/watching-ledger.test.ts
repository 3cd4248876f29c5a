import { randomBytes } from 'node:crypto';
import { cancelCampaign, decisionsAfter, examineLedger, readHolds, suppress } from '@nachra/delivery';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  candidates,
  describeOnBoth,
  openBench,
  somebody,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
} from '../../support/campaign';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { emptyContent, startWatching, type WatchedContent } from './watched-content';

/** Content and ledger, watched over by the CMS, without the rest of it. */
describeOnBoth('a watched ledger', (kind) => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  /** What the content database would have stored. */
  let content: WatchedContent;
  const opened: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    bench = await openBench(kind);
    sink = await startSmtpSink();
    content = emptyContent();
  });
  afterEach(async () => {
    for (const each of opened.splice(0).reverse()) await each.stop();
    await sink.close();
    await bench.close();
  });

  /** A CMS that has just started, and looks only when it is asked. */
  async function aCms() {
    const watch = await startWatching(bench, content);
    opened.push(watch);
    return watch;
  }
  const refuse = (count: number, domain: string) =>
    bench.ledger.transaction(async (statements) => {
      for (let index = 0; index < count; index += 1)
        await statements.run(
          `INSERT INTO event (at, name, by_id, by_name, person, data) VALUES (?, 'suppression.made', 'system', 'Nachra', ?, '{"reason":"bounced"}')`,
          [Date.now() + 7_200_000, `${domain}-${index}`],
        );
    });
  const unsubscribe = (address: string) =>
    suppress(bench.ledger, { address, reason: 'unsubscribed', source: 'page', now: new Date() });
  const unsubscriptions = () =>
    content.journal.filter(
      ({ name, data }) => name === 'suppression.made' && data['reason'] === 'unsubscribed',
    );
  const setBack = async (position: number) => {
    // The sequence first: a beat in between would lift the position to where it still is.
    if (kind === 'postgres') await bench.ledger.rows(`SELECT setval('ledger_position', ?)`, [position]);
    await bench.ledger.run('UPDATE identity SET position = ?', [position]);
  };

  it('has an unsubscription in the second record at once, however many refusals came before it', async () => {
    const watch = await aCms();
    // By a clock that is hours ahead, too.
    await refuse(2_300, 'dead');
    await unsubscribe('salma@x.test');
    await watch.witness();
    expect(unsubscriptions()).toHaveLength(1);
    expect(content.journal).toHaveLength(2_301);
    await unsubscribe('omar@x.test');
    await watch.witness();
    expect(unsubscriptions()).toHaveLength(2);
    expect(content.journal).toHaveLength(2_302);
  });

  it('loses nothing that was decided while no CMS was there, when it is held at the next start', async () => {
    await (await aCms()).stop();
    await unsubscribe('salma@x.test');
    await bench.ledger.run(`UPDATE identity SET place = ?`, [
      kind === 'sqlite' ? 'sqlite:1:1' : 'postgres:1:1:1:1',
    ]);
    const watch = await aCms();
    expect(watch.hold()).toBe('moved');
    expect(unsubscriptions()).toHaveLength(1);
    await watch.release(somebody);
    expect(watch.hold()).toBeNull();
    await unsubscribe('omar@x.test');
    await watch.witness();
    expect(unsubscriptions()).toHaveLength(2);
    expect(content.anchor?.ledger).toBe(unsubscriptions()[1]?.ledger);
  });

  it('loses nothing either when a worker has held it before the CMS was there', async () => {
    await (await aCms()).stop();
    await unsubscribe('salma@x.test');
    await examineLedger(bench.ledger, {
      anchor: null,
      linkSecret: 'another-secret-altogether',
      now: new Date(),
    });
    await unsubscribe('omar@x.test');
    const watch = await aCms();
    expect(watch.hold()).toBe('link-secret-changed');
    expect(unsubscriptions()).toHaveLength(2);
  });

  it('takes nothing over from an old copy, whose numbers stand for other events', async () => {
    const watch = await aCms();
    await bench.freeze();
    await watch.stop();
    const { length } = content.journal;
    await setBack(kind === 'postgres' ? 1 : 0);
    await bench.ledger.run('DELETE FROM event');
    await unsubscribe('salma@x.test');
    expect((await aCms()).hold()).toBe('older');
    expect(content.journal.filter(({ ledger }) => ledger === content.anchor?.ledger)).toHaveLength(length);
  });

  it('is held when it is exchanged for another under a running CMS, and not when another CMS has released it', async () => {
    const [watch, second] = [await aCms(), await aCms()];
    await bench.freeze();
    await watch.witness();
    await second.witness();
    // What a reload of last week's rows looks like: the same tables, the uid that it had before its last hold.
    await bench.ledger.run('UPDATE identity SET uid = ?', [randomBytes(16).toString('hex')]);
    const before = content.anchor;
    await watch.witness();
    expect(watch.hold()).toBe('another');
    expect(content.anchor).toEqual(before);
    await second.witness();
    expect(second.hold()).toBe('another');
    for (const { id } of (await readHolds(bench.ledger)).campaigns)
      await cancelCampaign(bench.ledger, id, somebody, new Date());
    await bench.ledger.run('UPDATE campaign SET hold = NULL');
    await watch.release(somebody);
    await second.witness();
    expect([watch.hold(), second.hold()]).toEqual([null, null]);
    expect((await decisionsAfter(bench.ledger, -1)).at(-1)?.name).toBe('ledger.released');
    // Nor at the next start.
    expect((await aCms()).hold()).toBeNull();
  });

  it('lets a worker started by hand wait until content and ledger were compared', async () => {
    const before = await aCms();
    const sent = await bench.freeze({ candidates: candidates(3), awaitsWitness: true });
    await before.stop();
    // The machine starts again, after its ledger alone was set back: the worker is there first.
    await setBack(kind === 'postgres' ? 1 : 0);
    const config = { ...workerConfig(bench.options, sink.url), examines: true };
    // The worker's own machine knows nothing of it.
    const uid = randomBytes(16).toString('hex');
    await bench.ledger.run('UPDATE identity SET uid = ?', [uid]);
    content.anchor = content.anchor && { ...content.anchor, ledger: uid };
    const worker = startWorker(config);
    opened.push(worker);
    await until(
      () => worker.logged,
      (lines) => lines.some(({ event }) => event === 'worker.waits'),
    );
    const watch = await aCms();
    expect(watch.hold()).toBe('older');
    expect(sink.received).toHaveLength(0);
    expect((await bench.progress(sent)).counts.queued).toBe(3);
    await bench.ledger.run('UPDATE campaign SET hold = NULL');
    await watch.release(somebody);
    await watch.witness();
    await until(
      () => bench.progress(sent),
      ({ status }) => status === 'complete',
    );
    // One that comes while the CMS runs waits for its next look.
    const other = startWorker(config);
    opened.push(other);
    await until(
      async () => {
        await watch.witness();
        return bench.ledger.rows('SELECT worker FROM attestation');
      },
      (rows) => rows.length === 0,
    );
  });
});
