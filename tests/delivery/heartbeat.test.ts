import { cancelCampaign, decideHeldCampaign, openLedger, pauseCampaign, readHolds } from '@nachra/delivery';
import { expect, it } from 'vitest';
import { candidates, personKey, startWorker, until, workerConfig } from '../support/campaign';
import { onWatchedLedger } from './watched-ledger';

const by = { id: '7', name: 'Rim Test' };
const hour = 3_600_000;

onWatchedLedger('the heartbeat of workers', (watched, kind) => {
  const { examine, witness, complete, sendAll } = watched;

  const ago = (hours: number) => new Date(Date.now() - hours * hour);
  const made = (domain: string, startAt: Date) =>
    watched.bench.freeze({ startAt, candidates: candidates(2, domain) });
  const madeAgo = (hours: number) =>
    watched.bench.ledger.run('UPDATE campaign SET created_at = ?', [ago(hours).getTime()]);
  const lastBeat = (hours: number) =>
    watched.bench.ledger.run('UPDATE identity SET beat_at = ?', [ago(hours).getTime()]);
  const lastBeatFor = (campaign: string, hours: number) =>
    watched.bench.ledger.run('UPDATE campaign SET heartbeat_at = ? WHERE uid = ?', [
      ago(hours).getTime(),
      campaign,
    ]);
  const goOn = (campaignId: string) =>
    decideHeldCampaign(watched.bench.ledger, { campaignId, choice: 'send-the-rest', by, now: new Date() });

  it('lets every campaign with work left wait for a person when no worker was there for an hour', async () => {
    // As the image of a machine that is put back looks: what became of any of them since, nobody here knows.
    const due = await made('due.test', ago(2));
    const setBack = await made('set-back.test', ago(0.5));
    const scheduled = await made('scheduled.test', ago(-48));
    const paused = await made('paused.test', ago(2));
    const cancelled = await made('cancelled.test', ago(-48));
    await pauseCampaign(watched.bench.ledger, paused, by, new Date());
    await cancelCampaign(watched.bench.ledger, cancelled, by, new Date());
    await lastBeatFor(paused, 3);
    await madeAgo(3);
    await lastBeat(1.5);
    // Made a moment ago, with a start that has passed.
    const fresh = await made('fresh.test', ago(6));
    const waiting = [due, setBack, scheduled, paused];
    expect((await examine()).silent.sort()).toEqual([...waiting].sort());
    expect((await watched.bench.progress(fresh)).hold).toBeNull();
    expect((await watched.bench.progress(scheduled)).hold).toBe('silent-too-long');
    for (const campaignId of waiting) await goOn(campaignId);
    expect((await examine()).silent).toEqual([]);
    // Whoever goes on lets each be what it was: at its hour, and paused.
    expect(await watched.bench.progress(scheduled)).toMatchObject({ status: 'scheduled', hold: null });
    expect(await watched.bench.progress(paused)).toMatchObject({ status: 'paused', hold: null });
    expect((await sendAll(due)).counts.accepted).toBe(2);
  });

  it('lets only those wait that were left alone while workers were there', async () => {
    const [silent, lively] = [await made('silent.test', ago(2)), await made('lively.test', ago(2))];
    const scheduled = await made('scheduled.test', ago(-48));
    await madeAgo(3);
    await lastBeatFor(silent, 1.5);
    await lastBeatFor(lively, 0.5);
    await lastBeat(0.1);
    expect(await examine()).toMatchObject({ hold: null, silent: [silent] });
    expect((await watched.bench.progress(scheduled)).hold).toBeNull();
    expect((await sendAll(lively)).counts.accepted).toBe(2);
    expect(await watched.bench.progress(silent)).toMatchObject({
      hold: 'silent-too-long',
      counts: { queued: 2 },
    });
  });

  it('measures by the clock of the database alone', async () => {
    const [silent, later] = [await made('silent.test', ago(2)), await made('later.test', ago(-1))];
    await madeAgo(4);
    await lastBeat(3);
    // The clock of a machine that has come back is behind by as long as it was away.
    expect((await examine({ now: ago(4) })).silent).toContain(silent);
    await goOn(silent);
    await goOn(later);
    const ahead = { now: () => ago(-2) };
    const worker = watched.startWorker(ahead);
    await complete(silent);
    await complete(await watched.bench.freeze({ candidates: candidates(1, 'marker.test') }));
    await worker.stop();
    expect((await watched.bench.progress(later)).counts.queued).toBe(2);
  });

  it('is held when it was restored under the hands of a worker, before anything of it leaves', async () => {
    const config = { ...workerConfig(watched.bench.options, watched.sink.url), examines: true };
    const worker = startWorker(config, { timing: { beatMs: 20 } });
    await complete(await watched.bench.freeze({ candidates: candidates(3) }));
    const lastSaid = async () =>
      Number(
        (await watched.bench.ledger.rows<{ beat_at: number }>('SELECT beat_at FROM identity'))[0]?.beat_at,
      );
    // Twice: the first may have looked before the messages were handed over, and says so only now.
    for (const _ of [1, 2]) {
      const before = await lastSaid();
      await until(lastSaid, (said) => said > before);
    }
    // The sequence first: a beat in between would lift the position to where it still is.
    if (kind === 'postgres') await watched.bench.ledger.rows(`SELECT setval('ledger_position', 1)`);
    await watched.bench.ledger.run('UPDATE identity SET position = 0');
    await until(
      () => readHolds(watched.bench.ledger),
      ({ hold }) => hold === 'rolled-back',
    );
    await watched.bench.freeze({ candidates: candidates(2, 'restored.test') });
    await worker.stop();
    expect(watched.sink.received).toHaveLength(3);
  });

  it('waits for nobody after a crash in the middle of a send', async () => {
    const id = await watched.bench.freeze({ candidates: candidates(30) });
    const anchor = await witness();
    const worker = watched.startWorker();
    await until(
      () => watched.sink.received.length,
      (count) => count > 5,
    );
    await worker.stop();
    expect(await examine({ anchor })).toMatchObject({ hold: null, silent: [] });
    const end = await sendAll(id);
    expect(end.counts.accepted + end.counts['in-doubt']).toBe(30);
  });

  it('is refused, with a sentence, when a newer version has written it', async () => {
    await watched.bench.ledger.run(`INSERT INTO migration (name, applied_at) VALUES ('9999-later', 1)`);
    const error = await openLedger(watched.bench.options, personKey).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'LEDGER_NEWER', data: { steps: ['9999-later'] } });
    expect(String(error)).toMatch(/newer version of Nachra \(9999-later\).*Nothing was changed/);
  });

  it('is held by two workers started by hand, which leave its position with the machine', async () => {
    const config = { ...workerConfig(watched.bench.options, watched.sink.url), examines: true };
    const workers = [startWorker(config), startWorker(config)];
    const id = await watched.bench.freeze({ candidates: candidates(20) });
    await complete(id);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(watched.sink.received).toHaveLength(20);
    const [row] = await watched.bench.ledger.rows<{ heartbeat_at: number }>(
      'SELECT heartbeat_at FROM campaign',
    );
    expect(Number(row?.heartbeat_at)).toBeGreaterThan(0);
    // What a data folder copied back in place looks like: all in it agrees, and this machine has seen more.
    // The sequence first: a beat in between would lift the position to where it still is.
    if (kind === 'postgres') await watched.bench.ledger.rows(`SELECT setval('ledger_position', 1)`);
    await watched.bench.ledger.run('UPDATE identity SET position = 0');
    const again = startWorker(config);
    await until(
      () => again.logged,
      (lines) => lines.some(({ event }) => event === 'ledger.held'),
    );
    await again.stop();
    expect((await readHolds(watched.bench.ledger)).hold).toBe('rolled-back');
  });
});
