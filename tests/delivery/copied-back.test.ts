import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  examineLedger,
  holdRestored,
  markWitnessed,
  openLedger,
  readTestimony,
  releaseLedger,
  type Ledger,
  type LedgerAnchor,
} from '@nachra/delivery';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSamePlace, placeInPostgres, placeWithMemory } from '../../delivery/src/ledger/place';
import { linkSecret, openBench, personKey, somebody, type LedgerBench } from '../support/campaign';

/** A data folder that is copied over the one in use: its files keep their inodes, and all in it agrees. */
describe('a ledger whose files were copied over in place', () => {
  let bench: LedgerBench;
  let kept: string;
  let state: string;
  let ledger: Ledger;
  /** What the copied content database stores, too. */
  let inside: LedgerAnchor;
  const before = process.env['XDG_STATE_HOME'];

  const testimony = async () => {
    const read = await readTestimony(ledger);
    await markWitnessed(ledger, read, new Date());
    return read.anchor;
  };
  const examine = () => examineLedger(ledger, { anchor: inside, linkSecret, now: new Date() });
  const folder = () => path.dirname('filename' in bench.options ? bench.options.filename : '');
  const reopen = async () => {
    ledger = await openLedger(bench.options, personKey);
  };

  beforeEach(async () => {
    state = await mkdtemp(path.join(tmpdir(), 'nachra-state-'));
    process.env['XDG_STATE_HOME'] = state;
    bench = await openBench();
    ledger = bench.ledger;
    await examineLedger(ledger, { anchor: null, linkSecret, now: new Date() });
    await bench.freeze();
    inside = await testimony();
    kept = `${folder()}-kept`;
    await ledger.close();
    await cp(folder(), kept, { recursive: true });
    // Last night's.
    await utimes(path.join(kept, 'ledger.db'), new Date(), new Date(Date.now() - 36_000_000));
    await reopen();
  });
  afterEach(async () => {
    process.env['XDG_STATE_HOME'] = before;
    await ledger.close();
    await bench.close();
    for (const each of [kept, state]) await rm(each, { recursive: true, force: true });
  });

  const copyOver = async () => {
    await ledger.close();
    // A stop leaves neither.
    for (const name of ['ledger.db-wal', 'ledger.db-shm'])
      await rm(path.join(folder(), name), { force: true });
    execFileSync('cp', ['-a', `${kept}/.`, folder()]);
    await reopen();
  };
  const places = (): Record<string, string> => ({
    state: path.join(state, 'nachra'),
    kept: `/var/tmp/nachra-${process.getuid?.()}`,
    temporary: path.join(tmpdir(), `nachra-${process.getuid?.()}`),
  });
  const empty = async (which: readonly string[]) => {
    for (const name of which)
      await rm(path.join(places()[name] ?? '', `${inside.ledger}.position`), { force: true });
  };

  it.each([
    ['after a restart that empties temporary folders', ['kept', 'temporary']],
    ['after the account’s own folder went back as well', ['state', 'temporary']],
  ])('is held %s', async (_, gone) => {
    await ledger.transaction((statements) => statements.run('UPDATE identity SET position = position + 5'));
    await testimony();
    await empty(gone);
    await copyOver();
    expect((await examine()).hold).toBe('rolled-back');
  });

  it('lets what has work left wait where the machine remembers nothing, by the times of its file', async () => {
    await empty(Object.keys(places()));
    await copyOver();
    // An owner set anew, as some containers do at each start, looks the same: not all sending stops for it.
    expect((await examine()).hold).toBeNull();
    const held = await ledger.rows('SELECT id FROM campaign WHERE hold IS NOT NULL');
    expect(held).toHaveLength(1);
  });

  it('is well where the machine remembers nothing and nothing was copied, and says so', async () => {
    await ledger.run('UPDATE identity SET position = position + 5');
    await empty(Object.keys(places()));
    await ledger.close();
    await reopen();
    expect(await examine()).toMatchObject({ hold: null, isUnwitnessed: true });
    // Known again from here on: another owner of the files is no sign of a copy.
    await ledger.close();
    execFileSync('touch', ['-m', '-d', 'yesterday', path.join(folder(), 'ledger.db')]);
    await reopen();
    expect(await examine()).toMatchObject({ hold: null, isUnwitnessed: false });
  });

  it('is held although it is from before the last hold, and had another name then', async () => {
    expect(
      (await examineLedger(ledger, { anchor: inside, linkSecret: 'another-secret', now: new Date() })).hold,
    ).toBe('link-secret-changed');
    await ledger.run('UPDATE campaign SET hold = NULL');
    await releaseLedger(ledger, { by: somebody, now: new Date(), anchor: inside, linkSecret });
    await testimony();
    await copyOver();
    expect((await examine()).hold).toBe('rolled-back');
  });

  /** The same ledger in another folder, as a restore makes it, until somebody lets it send. */
  const restoreElsewhere = async () => {
    const filename = path.join(kept, 'ledger.db');
    const restored = await openLedger({ client: 'sqlite', filename }, personKey);
    await holdRestored(restored, { by: somebody, now: new Date(), madeAt: new Date() });
    await restored.run('UPDATE campaign SET hold = NULL');
    return restored;
  };

  it('is held when a restore of it was released meanwhile and the folder of before is put back', async () => {
    await ledger.close();
    const restored = await restoreElsewhere();
    await reopen();
    expect((await examine()).hold).toBeNull();
    await ledger.close();
    await releaseLedger(restored, { by: somebody, now: new Date(), anchor: null, linkSecret });
    await restored.close();
    await reopen();
    expect((await examine()).hold).toBe('rolled-back');
  });

  it('goes on when it was running while a restore of it was tried out', async () => {
    const restored = await restoreElsewhere();
    await releaseLedger(restored, { by: somebody, now: new Date(), anchor: null, linkSecret });
    await restored.close();
    await testimony();
    await ledger.close();
    await reopen();
    expect((await examine()).hold).toBeNull();
  });
});

describe('the place of a ledger in PostgreSQL', () => {
  const known = 'postgres:7412:1:16384:16400';

  it('is the same where one account may read what another may not, and another where something differs', () => {
    for (const [other, isSame] of [
      ['postgres:-:-:16384:16400', true],
      ['postgres:-:16384:16400', true],
      ['postgres:7412:2:16384:16400', false],
      ['postgres:-:-:16384:16401', false],
      ['sqlite:7412:1', false],
      ['postgres:7412:1:16384', false],
    ] as const)
      expect([other, isSamePlace(known, other), isSamePlace(other, known)]).toEqual([other, isSame, isSame]);
    expect(placeWithMemory('postgres:-:-:16384:16400', known)).toBe(known);
    // A file has always said all of its place.
    for (const unsaid of ['sqlite:-:-', 'sqlite:7412:-'])
      expect(isSamePlace(unsaid, 'sqlite:7412:1') || isSamePlace('sqlite:7412:1', unsaid)).toBe(false);
    expect(placeWithMemory('postgres:-:-:16384:9', known)).toBe('postgres:-:-:16384:9');
  });

  it('is not known when a question fails, instead of being another', async () => {
    const answering = (code: string) => ({
      async rows<Row>(sql: string): Promise<Row[]> {
        if (sql.includes('pg_control')) throw Object.assign(new Error('refused'), { code });
        return [{ database: '5', campaign: '9' }] as Row[];
      },
    });
    expect(await placeInPostgres(answering('42501'))).toBe('postgres:-:-:5:9');
    await expect(placeInPostgres(answering('57014'))).rejects.toThrow('refused');
  });
});
