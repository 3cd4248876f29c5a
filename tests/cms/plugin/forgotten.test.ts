import path from 'node:path';
import { openLedger } from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AudiencePreview } from '../../../cms/plugin/shared/desk';
import { loadPlugin } from '../../support/cms';
import { openBench } from '../../support/campaign';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { eventually, openNewsroom, type Newsroom } from './newsroom';

type ForgottenReaders = typeof import('../../../cms/plugin/server/src/campaigns/audience/forgotten-readers');
const { forgottenReaders, lostCampaignOf } = loadPlugin<ForgottenReaders>(
  'campaigns/audience/forgotten-readers',
);

describe('a number that was sent before the ledger was lost', () => {
  let sink: SmtpSink;
  let room: Newsroom;
  beforeAll(async () => {
    sink = await startSmtpSink();
    room = await openNewsroom({ SMTP_URL: sink.url, NACHRA_WORKER: 'embedded' });
  });
  afterAll(async () => {
    await room?.close();
    await sink?.close();
  });

  const approved = async (over: Record<string, unknown> = {}) => {
    const issue = await room.issue(over);
    expect((await room.approve(issue)).status).toBe(200);
    return issue;
  };
  /** What a ledger knows that was made anew: nothing. */
  async function forget(id: string): Promise<void> {
    const ledger = await openLedger({
      client: 'sqlite',
      filename: path.join(room.cms.dataDir, 'ledger.db'),
    });
    const [row] = await ledger.rows<{ id: number }>('SELECT id FROM campaign WHERE uid = ?', [id]);
    await ledger.transaction(async (statements) => {
      for (const table of ['event', 'exclusion', 'delivery', 'edition'])
        await statements.run(`DELETE FROM ${table} WHERE campaign_id = ?`, [row?.id ?? 0]);
      await statements.run('DELETE FROM campaign WHERE id = ?', [row?.id ?? 0]);
    });
    await ledger.close();
  }

  it('goes to none of its readers by another language or another send, but to those of the other language', async () => {
    const list = await room.list('Perdus', [
      'salma@lost.test',
      { address: 'omar@lost.test', language: 'ar' },
    ]);
    const french = await approved();
    const { body: first } = await room.send(french, [list]);
    await room.complete(first.id);
    await eventually(
      async () => (await room.detail(french)).stage,
      (stage) => stage === 'sent',
    );
    await forget(first.id);

    const { body: counted } = await room.desk<AudiencePreview>('POST', `/issues/${french}/audience`, {
      listIds: [list],
    });
    expect(counted.recipients).toBe(0);
    expect(counted.exclusions).toContainEqual(expect.objectContaining({ reason: 'has-number', count: 1 }));
    const { number } = await room.detail(french);
    const arabic = await approved({ number, language: 'ar', subject: `العدد ${number}`, preheader: '' });
    const { body: second } = await room.send(arabic, [list]);
    expect(await room.complete(second.id)).toMatchObject({ recipients: 1, exclusions: 1 });
    expect(await sink.messagesTo('salma@lost.test')).toHaveLength(1);
    expect(await sink.messagesTo('omar@lost.test')).toHaveLength(1);
  });

  it('is as good as never sent where the lost campaign was cancelled before its start', async () => {
    const list = await room.list('Annulés', ['zoe@lost.test']);
    const french = await approved();
    const { body: first } = await room.send(french, [list], '2999-01-01T00:00:00Z');
    expect((await room.desk('POST', `/campaigns/${first.id}/cancel`)).status).toBe(200);
    const entries = () =>
      room.cms.strapi.db
        .query('plugin::newsletter.journal-entry')
        .count({ where: { campaign: first.id, name: 'campaign.cancelled' } });
    await eventually(entries, (count) => count === 1);
    await forget(first.id);
    const { body: second } = await room.send(french, [list]);
    expect(await room.complete(second.id)).toMatchObject({ recipients: 1 });
  });

  it('stays with those who got it before, when a person decides that its lost correction had not left', async () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
    const frozen = (campaign: string, minute: number, readers: object) => ({
      ...{ id: minute, at: at(minute), name: 'campaign.frozen' as const, byId: '7', byName: 'Rim Test' },
      ...{ document: 'french', number: 243, campaign, data: { startAt: at(minute).toISOString(), readers } },
    });
    const decided = (choice: string, language: string, lost: string | null) => ({
      ...{ id: 9, at: at(9), name: 'issue.hold-decided' as const, byId: '7', byName: 'Rim Test' },
      ...{ document: 'french', number: 243, language, data: { choice, lost } },
    });
    // The first sending in both languages, and the correction of the French edition, started from one issue.
    const both = [frozen('second', 5, { fr: 1, ar: 0 }), frozen('first', 1, { fr: 0, ar: 0 })];
    const { ledger } = await openBench();
    const memoryOf = (...written: (ReturnType<typeof frozen> | ReturnType<typeof decided>)[]) => ({
      ledger,
      entries: {
        each: async function* () {
          yield* written;
        },
      },
    });
    const lostOf = (document: string, since: Date, ...written: ReturnType<typeof frozen>[]) =>
      lostCampaignOf(
        memoryOf(...written),
        { documentId: document, number: 243, language: document === 'french' ? 'fr' : 'ar' },
        { entry: null, at: since },
      );
    expect(await lostOf('french', at(4), ...both)).toBe('second');
    // Approved, and lost before anything was frozen: the sending before is not the one that is asked about.
    expect(await lostOf('french', at(6), ...both)).toBeNull();
    // Arabic was scheduled, and then French was sent to those who waited: it is not Arabic that was on its way by that.
    const apart = [
      frozen('french-first', 5, { fr: { fr: 0 } }),
      { ...frozen('arabic', 1, { ar: { ar: 0 } }), document: 'arabic' },
    ];
    expect(await lostOf('arabic', at(0), ...apart)).toBe('arabic');
    const arabicOff = memoryOf(decided('cancel', 'ar', 'arabic'), ...apart);
    expect(await forgottenReaders(arabicOff, 243)).toEqual({ fr: { fr: 0 } });
    expect(await forgottenReaders(memoryOf(...both), 243)).toEqual({
      fr: { unknown: 1 },
      ar: { unknown: 0 },
    });
    const off = memoryOf(decided('cancel', 'fr', 'second'), ...both);
    expect(await forgottenReaders(off, 243)).toEqual({ fr: { unknown: 0 }, ar: { unknown: 0 } });
    const onlyFrench = memoryOf(
      decided('cancel', 'fr', 'second'),
      decided('treat-as-sent', 'ar', 'second'),
      ...both,
    );
    expect(await forgottenReaders(onlyFrench, 243)).toEqual({
      fr: { unknown: 0 },
      ar: { ar: 0, unknown: 0 },
    });
    // Written down by edition: what the French correction brought to readers of Arabic is French, and taken back with it.
    const byEdition = [frozen('second', 5, { fr: { fr: 1 }, ar: { fr: 1 } }), frozen('first', 1, { ar: 0 })];
    expect(await forgottenReaders(memoryOf(...byEdition), 243)).toEqual({
      fr: { fr: 1 },
      ar: { fr: 1, unknown: 0 },
    });
    const taken = memoryOf(decided('cancel', 'fr', 'second'), decided('cancel', 'ar', null), ...byEdition);
    expect(await forgottenReaders(taken, 243)).toEqual({ ar: { unknown: 0 } });
    await ledger.close();
  });
});
