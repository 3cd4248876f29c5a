import { personHash } from '@nachra/delivery';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  candidates,
  describeOnBoth,
  openBench,
  personKey,
  somebody,
  until,
  type LedgerBench,
} from '../../support/campaign';
import { emptyContent, startWatching, type WatchedContent } from './watched-content';

/** Who gets which edition, as the content remembers it of a ledger. */
describeOnBoth('a campaign of a watched ledger', (kind) => {
  let bench: LedgerBench;
  let content: WatchedContent;
  const opened: { stop(): Promise<void> }[] = [];
  beforeEach(async () => {
    bench = await openBench(kind);
    content = emptyContent();
  });
  afterEach(async () => {
    for (const each of opened.splice(0).reverse()) await each.stop();
    await bench.close();
  });
  async function aCms() {
    const watch = await startWatching(bench, content);
    opened.push(watch);
    return watch;
  }
  const isWitnessed = async (id: string) => {
    const rows = await bench.ledger.rows<{ witnessed_at: number | null }>(
      'SELECT witnessed_at FROM campaign WHERE uid = ?',
      [id],
    );
    return rows[0]?.witnessed_at != null;
  };
  const remembered = (id: string) => content.readers.filter(({ campaign }) => campaign === id);

  it('leaves once all of its readers are remembered, also where a crash has ended that', async () => {
    const watch = await aCms();
    const id = await bench.freeze({ candidates: candidates(1_200), awaitsWitness: true });
    let pieces = 0;
    content.beforePiece = () => {
      pieces += 1;
      if (pieces > 1) throw new Error('The content cannot be written.');
    };
    await expect(watch.remember(id)).rejects.toThrow('cannot be written');
    await watch.witness();
    expect(await isWitnessed(id)).toBe(false);
    expect(remembered(id).map(({ piece }) => piece)).toEqual([0]);
    await watch.stop();

    content.beforePiece = () => undefined;
    const next = await aCms();
    await until(
      () => isWitnessed(id),
      (is) => is,
    );
    expect(remembered(id).map(({ piece, readers }) => [piece, readers])).toEqual([
      [0, 500],
      [1, 500],
      [2, 200],
    ]);
    const hashes = remembered(id).flatMap(({ hashes: text }) => text.match(/.{13}/g) ?? []);
    expect(new Set(hashes).size).toBe(2_400);
    expect(hashes).toContain(personHash(personKey, 'r1199@readers.test').slice(0, 13));
    await next.remember(id);
    expect(remembered(id)).toHaveLength(3);
  });

  it('is remembered anew by a content that knows less of it, but not while it is held', async () => {
    const before = await aCms();
    const id = await bench.freeze({ candidates: candidates(3) });
    await before.stop();
    expect(remembered(id)).toEqual([]);
    await bench.ledger.run(`UPDATE identity SET place = ?`, [
      kind === 'sqlite' ? 'sqlite:1:1' : 'postgres:1:1:1:1',
    ]);
    const watch = await aCms();
    await watch.witness();
    expect(watch.hold()).toBe('moved');
    expect(remembered(id)).toEqual([]);
    await bench.ledger.run('UPDATE campaign SET hold = NULL');
    await watch.release(somebody);
    // Before anything of it may leave.
    expect(remembered(id)).toMatchObject([{ readers: 3 }]);
    const sent = await bench.freeze({ candidates: candidates(2) });
    await bench.cancelAll();
    await watch.stop();
    await aCms();
    await until(
      () => remembered(sent),
      (rows) => rows.length === 1,
    );
  });
});
