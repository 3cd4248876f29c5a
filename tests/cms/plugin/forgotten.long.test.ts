import { openLedger, type LedgerOptions } from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AudiencePreview } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { withoutRevision } from '../../support/cms';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { eventually, type Newsroom } from './newsroom';
import { onEachDatabase } from './on-each-database';

let sink: SmtpSink;
beforeAll(async () => {
  sink = await startSmtpSink();
});
afterAll(() => sink.close());

onEachDatabase(
  'a number that was sent before the ledger was lost',
  {
    NACHRA_WORKER: 'embedded',
    get SMTP_URL() {
      return sink.url;
    },
  },
  (newsroom) => {
    let room: Newsroom;
    beforeAll(() => {
      room = newsroom();
    });

    const approved = async (over: Record<string, unknown> = {}) => {
      const issue = await room.issue(over);
      const { status, body } = await room.approve(issue);
      expect([status, body.error]).toEqual([200, undefined]);
      return issue;
    };
    const inArabic = async (french: string) => {
      const { number } = await room.detail(french);
      return approved({ number, language: 'ar', subject: `العدد ${number}`, preheader: '' });
    };
    /** Sends to some lists, to its end. @returns the campaign's id, and who got it, each as often as she did */
    const sent = async (issue: string, lists: string[]) => {
      const before = sink.received.length;
      const { id } = await room.sent(issue, lists);
      await eventually(
        async () => (await room.detail(issue)).stage,
        (stage) => stage === 'sent',
      );
      const to = sink.received.slice(before).flatMap((message) => message.to);
      return { id, to: to.map((address) => address.split('@')[0]).sort() };
    };
    const counted = async (issue: string, list: string) => {
      const request = { listIds: [list] };
      const { body } = await room.desk<AudiencePreview>('POST', `/issues/${issue}/audience`, request);
      return body;
    };
    const save = async (address: string, data: object) => {
      const subscribers = room.cms.strapi.documents(uids.subscriber);
      const { documentId = '' } = (await subscribers.findFirst({ filters: { address } })) ?? {};
      await withoutRevision(() => subscribers.update({ documentId, data } as never));
    };
    const join = (list: string, address: string, data: object = {}) =>
      room.create(uids.subscriber, { confirmed: true, language: 'fr', lists: [list], address, ...data });
    /** What a ledger knows that was made anew: nothing. */
    async function forget(id: string): Promise<void> {
      const options = room.cms.strapi.config.get<LedgerOptions>('plugin::newsletter.ledger');
      const ledger = await openLedger(options);
      const [row] = await ledger.rows<{ id: number }>('SELECT id FROM campaign WHERE uid = ?', [id]);
      await ledger.transaction(async (statements) => {
        for (const table of ['event', 'exclusion', 'delivery', 'edition'])
          await statements.run(`DELETE FROM ${table} WHERE campaign_id = ?`, [row?.id ?? 0]);
        await statements.run('DELETE FROM campaign WHERE id = ?', [row?.id ?? 0]);
      });
      await ledger.close();
    }
    /** As an earlier version has left it: nobody wrote down who the readers were. */
    const withoutMemory = (campaign: string) =>
      room.cms.strapi.db.connection('newsletter_reader_memories').where({ campaign }).delete();

    it('goes to whoever has not had it, whatever their language is and was, and to nobody twice', async () => {
      const list = await room.list('Perdus', [
        'salma@lost.test',
        'lina@lost.test',
        { address: 'rim@lost.test', person: 'L-1' },
        'hind@lost.test',
        { address: 'omar@lost.test', language: 'ar' },
      ]);
      const french = await approved();
      const first = await sent(french, [list]);
      expect(first.to).toEqual(['hind', 'lina', 'rim', 'salma']);
      await forget(first.id);
      await save('salma@lost.test', { language: 'ar' });
      await join(list, 'rim-2@lost.test', { language: 'ar', person: 'l-1 ' });
      // By an identifier that nobody knew then, and by an address that only her subscription has in common.
      await save('lina@lost.test', { person: 'L-2' });
      await join(list, 'lina-2@lost.test', { language: 'ar', person: 'L-2' });
      await save('hind@lost.test', { address: 'hind-2@lost.test', language: 'ar' });
      await join(list, 'zoe@lost.test', { language: 'ar' });
      await join(list, 'adam@lost.test');

      expect(await counted(french, list)).toMatchObject({ candidates: 9, recipients: 1 });
      const arabic = await inArabic(french);
      // The French edition that was sent is carried along, for those who joined.
      expect((await sent(arabic, [list])).to).toEqual(['adam', 'omar', 'zoe']);
      expect(await counted(arabic, list)).toMatchObject({ recipients: 0 });
    });

    it('is corrected for exactly those who had what is corrected', async () => {
      const french = await approved();
      const arabic = await inArabic(french);
      const list = await room.list('Corrigés', [
        'fadwa@lost.test',
        'french@lost.test',
        { address: 'anas@lost.test', language: 'ar' },
        { address: 'arab@lost.test', language: 'ar' },
      ]);
      const first = await sent(arabic, [list]);
      expect(first.to).toHaveLength(4);
      await forget(first.id);
      await save('french@lost.test', { language: 'ar' });
      await save('arab@lost.test', { language: 'fr' });
      await eventually(
        async () => (await room.detail(french)).stage,
        (stage) => stage === 'sent',
      );
      await room.desk('POST', `/issues/${french}/correct`, { reason: 'Le total de mai était faux.' });
      expect((await room.approve(french)).status).toBe(200);
      expect((await sent(french, [list])).to).toEqual(['fadwa', 'french']);
    });

    it('waits for nobody at the desk who has it already', async () => {
      const french = await approved();
      const list = await room.list('En attente', [
        'amal@lost.test',
        { address: 'ali@lost.test', language: 'ar' },
        { address: 'badr@lost.test', language: 'ar' },
      ]);
      expect((await sent(french, [list])).to).toEqual(['amal']);
      await save('ali@lost.test', { language: 'fr' });
      const second = await sent(french, [list]);
      expect(second.to).toEqual(['ali']);
      await save('ali@lost.test', { language: 'ar' });
      const arabic = await inArabic(french);
      expect((await room.detail(arabic)).waiting).toMatchObject({ readers: 1 });
      await forget(second.id);
      expect((await room.detail(arabic)).waiting).toMatchObject({ readers: 1 });
      expect((await sent(arabic, [list])).to).toEqual(['badr']);
    });

    it('goes to nobody twice where only the languages of its readers were written down', async () => {
      const list = await room.list('Avant', [
        'wafa@lost.test',
        { address: 'jad@lost.test', language: 'ar' },
        { address: 'ines@lost.test', person: 'L-3' },
        { address: 'ines-2@lost.test', language: 'ar', person: 'L-3' },
        { address: 'mona@lost.test', language: 'ar' },
      ]);
      const hours = 5 * 3_600_000;
      await room.cms.strapi.db
        .connection('newsletter_subscribers')
        .whereLike('address', '%@lost.test')
        .update({ updated_at: new Date(Date.now() - hours) });
      const french = await approved();
      const first = await sent(french, [list]);
      expect(first.to).toEqual(['ines', 'wafa']);
      await forget(first.id);
      await withoutMemory(first.id);
      await save('wafa@lost.test', { language: 'ar' });
      await save('jad@lost.test', { firstName: 'Jad' });
      await join(list, 'noor@lost.test', { language: 'ar' });
      const arabic = await inArabic(french);
      expect((await sent(arabic, [list])).to).toEqual(['mona']);
    });

    it('is as good as never sent where the lost campaign was cancelled before its start', async () => {
      const list = await room.list('Annulés', ['nadia@lost.test']);
      const french = await approved();
      const { body: first } = await room.send(french, [list], '2999-01-01T00:00:00Z');
      expect((await room.desk('POST', `/campaigns/${first.id}/cancel`)).status).toBe(200);
      const entries = () =>
        room.cms.strapi.db
          .query('plugin::newsletter.journal-entry')
          .count({ where: { campaign: first.id, name: 'campaign.cancelled' } });
      await eventually(entries, (count) => count === 1);
      await forget(first.id);
      expect((await sent(french, [list])).to).toEqual(['nadia']);
    });

    it('is remembered without naming anybody, and by rows that nothing changes', async () => {
      const memories = room.cms.strapi.db.query(uids.readerMemory);
      const rows = JSON.stringify(await memories.findMany({}));
      expect(rows).not.toMatch(/lost\.test|"L-1/);
      const subscribers = await room.cms.strapi.documents(uids.subscriber).findMany({ limit: -1 });
      for (const { documentId } of subscribers) expect(rows).not.toContain(documentId);
      await expect(memories.deleteMany({ where: {} })).rejects.toThrow('memory of readers');
      await expect(memories.updateMany({ where: {}, data: { readers: 0 } })).rejects.toThrow();
      const documents = room.cms.strapi.documents(uids.readerMemory as never);
      await expect(documents.create({ data: {} } as never)).rejects.toThrow();
    });
  },
);
