import { decideHeldCampaign, openLedger, readHolds } from '@nachra/delivery';
import { expect, it } from 'vitest';
import { candidates, personKey, startWorker, until, workerConfig } from '../support/campaign';
import { onWatchedLedger } from './watched-ledger';

const by = { id: '7', name: 'Rim Test' };
const hour = 3_600_000;

onWatchedLedger('the heartbeat of workers', (watched, kind) => {
  const { examine, witness, complete, sendAll } = watched;

  it('lets a campaign wait for a person when no worker was there for it for an hour, and no other', async () => {
    const made = (domain: string, startAt: Date) =>
      watched.bench.freeze({ startAt, candidates: candidates(2, domain) });
    const ago = (hours: number) => new Date(Date.now() - hours * hour);
    const silent = await made('silent.test', ago(2));
    // Set back to before its start, which was half an hour ago: whether it was sent then, this ledger cannot know.
    const setBack = await made('set-back.test', ago(0.5));
    const lively = await made('lively.test', ago(2));
    const later = await made('later.test', ago(-1));
    await watched.bench.ledger.run('UPDATE campaign SET created_at = ?', [ago(3).getTime()]);
    await watched.bench.ledger.run('UPDATE campaign SET heartbeat_at = ? WHERE uid = ?', [
      ago(0.5).getTime(),
      lively,
    ]);
    await watched.bench.ledger.run('UPDATE identity SET beat_at = ?', [ago(1.5).getTime()]);
    // Made a moment ago, with a start that has passed.
    const fresh = await made('fresh.test', ago(6));
    expect(await examine()).toEqual({ hold: null, silent: [silent, setBack] });
    expect((await watched.bench.progress(fresh)).hold).toBeNull();
    const end = await sendAll(lively);
    expect(end.counts.accepted).toBe(2);
    expect(await watched.bench.progress(silent)).toMatchObject({
      hold: 'silent-too-long',
      counts: { queued: 2 },
    });
    expect((await watched.bench.progress(later)).hold).toBeNull();
    for (const campaignId of [silent, setBack])
      await decideHeldCampaign(watched.bench.ledger, {
        campaignId,
        choice: 'send-the-rest',
        by,
        now: new Date(),
      });
    expect((await examine()).silent).toEqual([]);
    expect((await sendAll(silent)).counts.accepted).toBe(2);
  });

  it('is held when it was restored under the hands of a worker, before anything of it leaves', async () => {
    const config = { ...workerConfig(watched.bench.options, watched.sink.url), examines: true };
    const worker = startWorker(config, { timing: { beatMs: 20 } });
    await complete(await watched.bench.freeze({ candidates: candidates(3) }));
    const beats = async () =>
      (await watched.bench.ledger.rows<{ beat_at: number }>('SELECT beat_at FROM identity'))[0];
    const before = Number((await beats())?.beat_at);
    await until(beats, (row) => Number(row?.beat_at) > before);
    await watched.bench.ledger.run('UPDATE identity SET position = 0');
    if (kind === 'postgres') await watched.bench.ledger.rows(`SELECT setval('ledger_position', 1)`);
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
    const worker = startWorker(workerConfig(watched.bench.options, watched.sink.url));
    await until(
      () => watched.sink.received.length,
      (count) => count > 5,
    );
    await worker.stop();
    expect(await examine({ anchor })).toEqual({ hold: null, silent: [] });
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
    await watched.bench.ledger.run('UPDATE identity SET position = 0');
    if (kind === 'postgres') await watched.bench.ledger.rows(`SELECT setval('ledger_position', 1)`);
    const again = startWorker(config);
    await until(
      () => again.logged,
      (lines) => lines.some(({ event }) => event === 'ledger.held'),
    );
    await again.stop();
    expect((await readHolds(watched.bench.ledger)).hold).toBe('rolled-back');
  });
});
