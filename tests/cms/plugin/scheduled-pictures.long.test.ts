import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  decideHeldCampaign,
  examineLedger,
  markWitnessed,
  openLedger,
  pauseCampaign,
  readTestimony,
  releaseLedger,
  resumeCampaign,
} from '@nachra/delivery';
import type { Edition } from '@nachra/renderer';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  describeOnBoth,
  linkSecret,
  openBench,
  somebody,
  startWorker,
  workerConfig,
  type LedgerBench,
  type RunningWorker,
} from '../../support/campaign';
import { loadPlugin } from '../../support/cms';
import { aPng } from '../../support/pictures';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { drawnEdition, linkedEdition, pictureFolders } from './picture-store';

type Watching = typeof import('../../../cms/plugin/server/src/ledger-watch/watch-pictures');

const photograph = aPng(20, 20, 'own');

describeOnBoth('the pictures of a campaign that was scheduled', (kind) => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  let worker: RunningWorker;
  let folders: ReturnType<typeof pictureFolders>;
  let name: string;
  let drawn: Edition;
  let linked: Edition;
  let logged: { event: string; picture?: unknown }[];
  let held: boolean;
  const opened: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    bench = await openBench(kind);
    sink = await startSmtpSink();
    worker = startWorker(workerConfig(bench.options, sink.url));
  });
  beforeEach(async () => {
    folders = pictureFolders();
    [logged, held] = [[], false];
    const kept = await folders.open(log).keepPicture(photograph);
    name = 'name' in kept ? kept.name : '';
    drawn ??= await drawnEdition();
    linked ??= await linkedEdition(name);
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.stop();
    await bench.ledger.run(`UPDATE campaign SET hold = NULL, intent = 'cancel'`);
    folders.remove();
  });
  afterAll(async () => {
    await worker.stop();
    await sink.close();
    await bench.close();
  });

  const log = {
    info: () => undefined,
    warn: (fields: { event: string }) => void logged.push(fields),
    error: (fields: { event: string }) => void logged.push(fields),
  };
  /** The CMS's side, which looks only when it is asked. */
  const aWatch = () => {
    const watch = loadPlugin<Watching>('ledger-watch/watch-pictures').watchPictures(
      {
        ...{ ledger: bench.ledger, assets: folders.open(log), log, now: () => new Date() },
        ...{ isHeld: () => held, wake: () => undefined },
      },
      3_600_000,
    );
    opened.push(watch);
    return watch;
  };
  const file = () => path.join(folders.folder, name);
  const scheduled = (edition: Edition, ms = -1_000) =>
    bench.freeze({
      editions: { fr: edition },
      startAt: new Date(Date.now() + ms),
      awaitsPictures: true,
    });
  const holdOf = async (id: string) => (await bench.progress(id)).hold;
  const becomesDue = (id: string) =>
    bench.ledger.run('UPDATE campaign SET start_at = ? WHERE uid = ?', [Date.now() - 1_000, id]);
  const decide = (campaignId: string, choice: 'send-the-rest' | 'cancel') =>
    decideHeldCampaign(bench.ledger, { campaignId, choice, by: somebody, now: new Date() });
  /** What leaves beside it, by the same worker, which takes what has waited longest first. */
  const anotherLeaves = async () => bench.complete(await bench.freeze());
  const queuedOf = async (id: string) => (await bench.progress(id)).counts.queued;

  it('keep it from leaving before somebody has looked, and then it leaves', async () => {
    const id = await scheduled(linked);
    await anotherLeaves();
    expect(await queuedOf(id)).toBe(3);
    await aWatch().look();
    await bench.complete(id);
    expect(logged).toEqual([]);
  });

  it('are not looked at before its hour', async () => {
    const id = await scheduled(linked, 3_600_000);
    rmSync(file());
    await aWatch().look();
    expect(await holdOf(id)).toBeNull();
    await becomesDue(id);
    await aWatch().look();
    expect(await holdOf(id)).toBe('picture-lost');
  });

  it.each(['changed', 'deleted'] as const)(
    'hold it for a person where one was %s, until it is put back and somebody lets it go on',
    async (how) => {
      const id = await scheduled(linked);
      if (how === 'changed') writeFileSync(file(), aPng(20, 20, 'other'));
      else rmSync(file());
      await aWatch().look();
      await anotherLeaves();
      expect([await holdOf(id), await queuedOf(id)]).toEqual(['picture-lost', 3]);
      expect(logged).toContainEqual(
        expect.objectContaining({ event: 'campaign.held', hold: 'picture-lost', picture: name }),
      );
      const events = await bench.ledger.rows<{ data: string }>(
        `SELECT data FROM event WHERE name = 'campaign.held' AND campaign_id = (SELECT id FROM campaign WHERE uid = ?)`,
        [id],
      );
      expect(events.map(({ data }) => JSON.parse(data) as unknown)).toEqual([
        { hold: 'picture-lost', picture: name },
      ]);
      // A person's word alone brings no picture back.
      await decide(id, 'send-the-rest');
      await aWatch().look();
      await anotherLeaves();
      expect([await holdOf(id), await queuedOf(id)]).toEqual(['picture-lost', 3]);
      writeFileSync(file(), photograph);
      await decide(id, 'send-the-rest');
      await aWatch().look();
      await bench.complete(id);
    },
  );

  it('are put back where an upload has them, whether changed or deleted', async () => {
    writeFileSync(path.join(folders.uploads, 'palm.png'), photograph);
    for (const spoil of [() => writeFileSync(file(), 'no picture'), () => rmSync(file())]) {
      const id = await scheduled(linked);
      spoil();
      await aWatch().look();
      await bench.complete(id);
      expect(readFileSync(file())).toEqual(photograph);
    }
    expect(logged.map(({ event }) => event)).toEqual(['picture.put-back', 'picture.put-back']);
  });

  it('are put back from the ledger where they were drawn', async () => {
    const id = await scheduled(drawn);
    expect(drawn.assets.length).toBeGreaterThan(0);
    const [first] = drawn.assets;
    writeFileSync(path.join(folders.folder, first?.name ?? ''), aPng(20, 20, 'other'));
    await aWatch().look();
    await bench.complete(id);
    for (const { name: asset, base64 } of drawn.assets)
      expect(readFileSync(path.join(folders.folder, asset)).toString('base64')).toBe(base64);
  });

  it('are looked at once it goes on, where it was paused when its hour came', async () => {
    const id = await scheduled(linked, 3_600_000);
    await pauseCampaign(bench.ledger, id, somebody, new Date());
    await becomesDue(id);
    await aWatch().look();
    rmSync(file());
    await resumeCampaign(bench.ledger, id, somebody, new Date());
    await anotherLeaves();
    expect(await queuedOf(id)).toBe(3);
    await aWatch().look();
    expect(await holdOf(id)).toBe('picture-lost');
  });

  it('are nobody’s business where it was cancelled, or waits for its witness', async () => {
    const cancelled = await scheduled(linked);
    await bench.ledger.run(`UPDATE campaign SET intent = 'cancel' WHERE uid = ?`, [cancelled]);
    const unwitnessed = await bench.freeze({
      ...{ editions: { fr: linked }, awaitsPictures: true, awaitsWitness: true },
    });
    rmSync(file());
    await aWatch().look();
    expect([await holdOf(cancelled), await holdOf(unwitnessed)]).toEqual([null, null]);
    await markWitnessed(bench.ledger, await readTestimony(bench.ledger), new Date());
    await aWatch().look();
    expect(await holdOf(unwitnessed)).toBe('picture-lost');
  });

  it('delay nothing of what is sent at once', async () => {
    rmSync(file());
    const id = await bench.freeze({ editions: { fr: linked } });
    expect((await bench.complete(id)).counts.accepted).toBe(3);
  });

  it.each([
    ['a CMS', 1, 'picture-lost'],
    ['no CMS, where nobody would look', 0, null],
  ] as const)('are looked at in a ledger of an earlier version beside %s', async (_, hasContent, hold) => {
    const scheduledBefore = await scheduled(linked, 3_600_000);
    const immediate = await bench.freeze({ editions: { fr: linked } });
    rmSync(file());
    await bench.ledger.run('UPDATE identity SET has_content = ?', [hasContent]);
    await bench.ledger.run('ALTER TABLE campaign DROP COLUMN pictures_at');
    await bench.ledger.run(`DELETE FROM migration WHERE name = '0011-pictures'`);
    await (await openLedger(bench.options)).close();
    await bench.complete(immediate);
    await becomesDue(scheduledBefore);
    await aWatch().look();
    expect([await holdOf(scheduledBefore), await holdOf(immediate)]).toEqual([hold, null]);
    await bench.ledger.run('UPDATE identity SET has_content = 0');
  });

  it('are looked at after a restore, once a person has let it go on and the ledger is released', async () => {
    const id = await scheduled(linked, 3_600_000);
    const { anchor } = await readTestimony(bench.ledger);
    const older = { ...anchor, position: anchor.position + 500 };
    await examineLedger(bench.ledger, { anchor: older, linkSecret, now: new Date() });
    rmSync(file());
    held = true;
    await becomesDue(id);
    await aWatch().look();
    expect(await holdOf(id)).toBe('older');
    await decide(id, 'send-the-rest');
    await aWatch().look();
    expect(await holdOf(id)).toBeNull();
    await bench.ledger.run(`UPDATE campaign SET intent = 'cancel' WHERE uid <> ?`, [id]);
    await releaseLedger(bench.ledger, { by: somebody, now: new Date(), anchor: older, linkSecret });
    held = false;
    await aWatch().look();
    expect(await holdOf(id)).toBe('picture-lost');
    expect(existsSync(file())).toBe(false);
  });
});
