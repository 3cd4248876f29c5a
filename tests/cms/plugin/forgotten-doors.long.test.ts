import { openLedger, type Ledger, type LedgerOptions } from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSmtpSink } from '../../support/smtp-sink';
import { eventually } from './newsroom';
import { onEachDatabase } from './on-each-database';

const sink = await startSmtpSink();
afterAll(() => sink.close());

onEachDatabase(
  'a later campaign of a number that the ledger has lost',
  { SMTP_URL: sink.url, NACHRA_WORKER: 'embedded' },
  (room) => {
    let ledger: Ledger;
    /** Both databases send to one server. */
    let before = 0;
    beforeAll(async () => {
      before = sink.received.length;
      ledger = await openLedger(room().cms.strapi.config.get<LedgerOptions>('plugin::newsletter.ledger'));
    });
    afterAll(() => ledger.close());

    const ofCampaign = 'campaign_id = (SELECT id FROM campaign WHERE uid = ?)';
    async function forget(id: string): Promise<void> {
      for (const table of ['event', 'exclusion', 'delivery', 'edition'])
        await ledger.run(`DELETE FROM ${table} WHERE ${ofCampaign}`, [id]);
      await ledger.run('DELETE FROM campaign WHERE uid = ?', [id]);
    }
    const approved = async () => {
      const issue = await room().issue();
      await room().approve(issue);
      return issue;
    };
    const sent = async (issue: string, lists: string[]) => {
      const { id } = await room().sent(issue, lists);
      await eventually(
        async () => (await room().detail(issue)).stage,
        (stage) => stage === 'sent',
      );
      return id;
    };
    const refused = (id: string, address: string) =>
      ledger.run(`UPDATE delivery SET state = 'rejected' WHERE ${ofCampaign} AND address = ?`, [id, address]);
    const mailsTo = (address: string) =>
      sink.received.slice(before).filter(({ to }) => to === address).length;

    it('is asked before anything is sent again by hand', async () => {
      const issue = await approved();
      const list = await room().list('Encore', ['salma@again.test', 'lina@again.test']);
      const first = await sent(issue, [list]);
      await refused(first, 'salma@again.test');
      await forget(await sent(issue, [list]));
      expect(mailsTo('salma@again.test')).toBe(2);
      await refused(first, 'lina@again.test');
      const { body } = await room().desk('POST', `/campaigns/${first}/decide`, {
        ...{ decision: 'send-again', state: 'rejected' },
      });
      expect(body).toEqual({ changed: 1, unchanged: 1 });
      await room().complete(first);
      expect([mailsTo('salma@again.test'), mailsTo('lina@again.test')]).toEqual([2, 2]);
    });

    it('is asked before a held campaign is sent to the rest', async () => {
      const issue = await approved();
      const some = await room().list('Certains', ['salma@rest.test']);
      const others = await room().list('Autres', ['zoe@rest.test']);
      const { body: held } = await room().send(issue, [some, others], '2099-01-01T00:00:00Z');
      await room().desk('POST', `/campaigns/${held.id}/cancel`);
      await eventually(
        async () => (await room().detail(issue)).stage,
        (stage) => stage === 'approved',
      );
      await forget(await sent(issue, [some]));
      await ledger.run(`UPDATE campaign SET intent = 'run', hold = 'older', start_at = 1 WHERE uid = ?`, [
        held.id,
      ]);
      await ledger.run(`UPDATE delivery SET next_attempt_at = 1 WHERE ${ofCampaign}`, [held.id]);
      const { status } = await room().desk('POST', `/holds/campaigns/${held.id}`, {
        choice: 'send-the-rest',
      });
      expect(status).toBe(200);
      const { counts } = await room().complete(held.id);
      expect([counts.accepted, counts.suppressed]).toEqual([1, 1]);
      expect([mailsTo('salma@rest.test'), mailsTo('zoe@rest.test')]).toEqual([1, 1]);
    });
  },
);
