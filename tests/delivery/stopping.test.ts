import { readTestimony, stopEdition } from '@nachra/delivery';
import { expect, it } from 'vitest';
import { candidates, until } from '../support/campaign';
import { onWatchedLedger } from './watched-ledger';

onWatchedLedger('a campaign whose approval may be ending', (watched) => {
  let number = 7_000;
  /** Witnessed from the beginning, as where nobody keeps approvals. */
  const frozen = async (readers: number) => {
    number += 1;
    const id = await watched.bench.freeze({
      issueNumber: number,
      candidates: candidates(readers, `n${number}.test`),
    });
    return { id, edition: { number, language: 'fr' as const } };
  };
  const waiting = async () => (await readTestimony(watched.bench.ledger)).campaigns.map(({ id }) => id);
  const accepted = async (id: string) => (await watched.bench.progress(id)).counts.accepted;

  it('sends nothing more until it is witnessed again, and is not cancelled by that', async () => {
    const { id, edition } = await frozen(3);
    const stop = () => stopEdition(watched.bench.ledger, edition, 'untouched');
    const stopped = { stopped: [{ id, startAt: expect.any(Date) as Date }], hasReached: false };
    expect(await stop()).toEqual(stopped);
    expect(await stop()).toEqual(stopped);
    await watched.sendAll((await frozen(1)).id);
    expect(await accepted(id)).toBe(0);
    expect(await waiting()).toEqual([id]);
    await watched.witness();
    expect((await watched.sendAll(id)).counts.accepted).toBe(3);
  });

  it('goes on as it was where somebody has it, unless all is to stop', async () => {
    const { id, edition } = await frozen(3);
    await watched.bench.ledger.run(
      `UPDATE delivery SET state = 'accepted' WHERE id = (SELECT MIN(d.id) FROM delivery d JOIN campaign c ON c.id = d.campaign_id WHERE c.uid = ?)`,
      [id],
    );
    const stop = (which: 'untouched' | 'all') => stopEdition(watched.bench.ledger, edition, which);
    expect(await stop('untouched')).toEqual({ stopped: [], hasReached: true });
    expect(await waiting()).toEqual([]);
    expect(await stop('all')).toMatchObject({ stopped: [{ id }], hasReached: true });
    expect(await waiting()).toEqual([id]);
  });

  it('is either stopped and reaches nobody, or reaches everybody, however a worker and a person meet', async () => {
    const worker = watched.startWorker();
    for (let round = 0; round < 12; round += 1) {
      const { id, edition } = await frozen(2);
      for (let turn = 0; turn < round; turn += 1) await watched.bench.progress(id);
      const { stopped } = await stopEdition(watched.bench.ledger, edition, 'untouched');
      // The worker has had time to send what it began once it has sent another one.
      await watched.complete((await frozen(1)).id);
      if (stopped.length === 0)
        await until(
          () => accepted(id),
          (count) => count === 2,
        );
      expect(await accepted(id)).toBe(stopped.length > 0 ? 0 : 2);
    }
    await worker.stop();
  });
});
