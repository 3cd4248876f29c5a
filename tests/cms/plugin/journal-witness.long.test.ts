import path from 'node:path';
import { openLedger } from '@nachra/delivery';
import { types } from 'pg';
import { expect, it } from 'vitest';
import type { Holds, JournalRow, Page } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { onEachDatabase } from './on-each-database';
import { eventually } from './newsroom';

onEachDatabase('a journal that the ledger witnesses', { SMTP_URL: 'smtp://127.0.0.1:1' }, (room) => {
  /** Past every guard, as somebody with the database does, or `strapi import --force`. */
  const journal = () => room().cms.strapi.db.connection('newsletter_journal_entries');
  const write = async (): Promise<number> => {
    const data = {
      ...{ at: new Date('2026-03-01T09:00:00.123Z'), name: 'issue.submitted', byId: '7', byName: 'Rim Test' },
      ...{ number: 242, language: 'fr', data: { z: 1, a: { é: ['deux', null] } } },
    };
    const entry: unknown = await room().cms.strapi.db.query(uids.journalEntry).create({ data });
    return (entry as { id: number }).id;
  };
  const holds = async () => (await room().desk<Holds>('GET', '/holds')).body;
  const read = async () => (await room().desk<Page<JournalRow>>('GET', '/journal')).body.rows;
  /** The ledger lies in a file of its own, or in another schema of the same database. */
  const takeWitness = async (id: number) => {
    const { db } = room().cms.strapi;
    if (db.dialect.client === 'postgres')
      return void (await db.connection.raw('DELETE FROM nachra.journal_witness WHERE entry = ?', [id]));
    const ledger = await openLedger({
      client: 'sqlite',
      filename: path.join(room().cms.dataDir, 'ledger.db'),
    });
    await ledger.run('DELETE FROM journal_witness WHERE entry = ?', [id]);
    return ledger.close();
  };
  const health = async () => (await room().cms.call<string>('GET', '/healthz')).body.trim();
  async function release() {
    expect((await room().desk<Holds>('POST', '/holds/release')).body.hold).toBeNull();
    await read();
    expect([(await holds()).hold, await health()]).toEqual([null, 'ok']);
  }

  it('agrees with what was written, however many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, write));
    await read();
    await write();
    await read();
    expect([(await holds()).hold, await health()]).toEqual([null, 'ok']);
  });

  it('agrees for a process of another time zone', async () => {
    await write();
    await read();
    const { TIMESTAMP } = types.builtins;
    const asHere = types.getTypeParser(TIMESTAMP) as (text: string) => Date;
    // As the driver of PostgreSQL reads instants there.
    types.setTypeParser(TIMESTAMP, (text) => new Date(asHere(text).getTime() + 3_600_000));
    try {
      await read();
      expect([(await holds()).hold, await health()]).toEqual([null, 'ok']);
    } finally {
      types.setTypeParser(TIMESTAMP, asHere);
    }
  });

  it.each([
    ['is missing', { missing: 1, changed: 0, added: 0 }, (id: number) => journal().where({ id }).delete()],
    [
      'says something else',
      { missing: 0, changed: 1, added: 0 },
      (id: number) => journal().where({ id }).update({ by_name: 'Somebody else' }),
    ],
    [
      'has no instant any more',
      { missing: 0, changed: 1, added: 0 },
      (id: number) => journal().where({ id }).update({ at: null }),
    ],
    [
      'stands where none was',
      { missing: 0, changed: 0, added: 1 },
      () =>
        journal().insert({ id: -1, at: new Date(), name: 'issue.submitted', by_id: '8', by_name: 'Nobody' }),
    ],
  ])('holds sending once an entry %s, until a person releases it', async (_, counts, rewrite) => {
    const id = await write();
    await write();
    await read();
    await rewrite(id);
    await read();
    expect(await holds()).toMatchObject({ hold: 'journal-changed', journal: { ...counts, isForged: false } });
    expect(await health()).toBe('degraded ledger-journal-changed');
    // It is on record itself, and so is the release, with the figures.
    const figures = `manquantes : ${counts.missing}, changées : ${counts.changed}, ajoutées : ${counts.added}`;
    expect((await eventually(read, ([last]) => last?.name === 'ledger.held'))[0]?.sentence).toContain(
      figures,
    );
    await release();
    expect((await read())[0]).toMatchObject({ name: 'ledger.released' });
    expect((await read())[0]?.sentence).toContain(figures);
    await journal().where({ id: -1 }).delete();
    await read();
    if (counts.added > 0) await release();
  });

  it('is missed although what was witnessed of it is taken away as well', async () => {
    const id = await write();
    await read();
    await takeWitness(id);
    await journal().where({ id }).delete();
    await read();
    expect(await holds()).toMatchObject({ hold: 'journal-changed', journal: { isForged: true } });
    await release();
  });

  it('lets no earlier approval count once it was changed, and ends those that nothing was sent of', async () => {
    const issue = await room().issue();
    expect((await room().approve(issue)).status).toBe(200);
    const id = await write();
    await read();
    await journal().where({ id }).delete();
    await read();
    const list = await room().list('Personne', ['nobody@witness.test']);
    expect((await room().send(issue, [list])).body.error.details.code).toBe('SENDING_HELD');
    await release();
    expect((await room().detail(issue)).stage).toBe('drafting');
  });
});
