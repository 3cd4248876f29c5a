import { copyFile, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  decideHeldCampaign,
  examineLedger,
  markWitnessed,
  openLedger,
  readTestimony,
  type Ledger,
  type LedgerAnchor,
} from '@nachra/delivery';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  candidates,
  linkSecret,
  openBench,
  personKey,
  startWorker,
  until,
  workerConfig,
  type LedgerBench,
} from '../support/campaign';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

const by = { id: '7', name: 'Rim Test' };

describe('a ledger file', () => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  let ledger: Ledger | null = null;
  beforeEach(async () => {
    bench = await openBench();
    sink = await startSmtpSink();
  });
  afterEach(async () => {
    await ledger?.close();
    ledger = null;
    await sink.close();
    await bench.close();
  });
  const filename = () => ('filename' in bench.options ? bench.options.filename : '');
  const testimony = async (of: Ledger) => {
    const read = await readTestimony(of);
    await markWitnessed(of, read, new Date());
    return read.anchor;
  };
  const examine = (of: Ledger, anchor: LedgerAnchor | null) =>
    examineLedger(of, { anchor, linkSecret, now: new Date() });

  it('that was copied elsewhere, or into its place under its name, is held', async () => {
    await examine(bench.ledger, null);
    const anchor = await testimony(bench.ledger);
    await bench.ledger.close();
    const copy = `${filename()}.copy`;
    await copyFile(filename(), copy);
    await rm(filename());
    await rename(copy, filename());
    ledger = await openLedger(bench.options, personKey);
    expect((await examine(ledger, anchor)).hold).toBe('moved');
  });

  it.each(['in the middle of a send', 'after it'])(
    'whose folder was copied back in place %s is held, though all in it agrees',
    async (when) => {
      await examine(bench.ledger, null);
      const id = await bench.freeze({ candidates: candidates(40) });
      const inside = await testimony(bench.ledger);
      const folder = path.dirname(filename());
      const kept = `${folder}-kept`;
      await bench.ledger.close();
      await cp(folder, kept, { recursive: true });

      ledger = await openLedger(bench.options, personKey);
      const worker = startWorker(workerConfig(bench.options, sink.url));
      await until(
        () => sink.received.length,
        (count) => count >= (when === 'after it' ? 40 : 5),
      );
      await worker.stop();
      await testimony(ledger);
      await ledger.close();

      // Byte for byte into the same files, as `rsync --inplace` or `cp` do.
      for (const name of ['ledger.db-wal', 'ledger.db-shm'])
        await rm(path.join(folder, name), { force: true });
      await writeFile(filename(), await readFile(path.join(kept, 'ledger.db')));
      await rm(kept, { recursive: true });
      ledger = await openLedger(bench.options, personKey);
      expect((await examine(ledger, inside)).hold).toBe('rolled-back');
      const sent = sink.received.length;
      const restarted = startWorker(workerConfig(bench.options, sink.url));
      const marker = await decideHeldCampaign(ledger, {
        campaignId: id,
        choice: 'treat-as-sent',
        by,
        now: new Date(),
      });
      expect(marker).toBeUndefined();
      await restarted.stop();
      expect(sink.received).toHaveLength(sent);
    },
  );

  it('that is damaged is found at the start, and nothing is sent', async () => {
    await bench.freeze({ candidates: candidates(3_000) });
    await bench.ledger.close();
    await damage(filename());
    ledger = await openLedger(bench.options, personKey);
    expect((await examine(ledger, null)).hold).toBe('damaged');
    const worker = startWorker({ ...workerConfig(bench.options, sink.url), examines: true });
    await until(
      () => worker.logged,
      (lines) => lines.some(({ event }) => event === 'ledger.held'),
    );
    await worker.stop();
    expect(sink.received).toHaveLength(0);
  });

  it('that turns out damaged while it is used stops the worker, which says so once', async () => {
    await bench.freeze({ candidates: candidates(3_000) });
    await bench.ledger.close();
    await damage(filename());
    let told = 0;
    const worker = startWorker(workerConfig(bench.options, sink.url), { onDamage: () => (told += 1) });
    await until(
      () => told,
      (times) => times > 0,
    );
    const sent = sink.received.length;
    await worker.stop();
    expect(told).toBe(1);
    expect(sink.received).toHaveLength(sent);
    expect(worker.logged.filter(({ event }) => event === 'ledger.damaged')).toHaveLength(1);
    expect(worker.logged.find(({ event }) => event === 'ledger.damaged')?.message).toMatch(
      /is damaged .*restore the ledger from a backup/,
    );
  });
});

/** Overwrites the middle of a file, where the deliveries lie, and leaves what opening it reads. */
async function damage(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0xa5, Math.floor(bytes.length * 0.3));
  await writeFile(file, bytes);
  await mkdir(path.dirname(file), { recursive: true });
}
