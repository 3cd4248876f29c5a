import type { Ledger } from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holds, JournalRow, Page } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin } from '../../support/cms';
import { eventually, type Newsroom, type Refused } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

const { openNewsletter } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/open-newsletter')>('open-newsletter');
const { parseSettings } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/common/settings')>('common/settings');

const rim = {
  ...{ id: 9, name: 'Rim Test', language: 'fr' as const },
  ...{ may: () => true, mayEdit: () => true, mayCreate: () => true, mayRead: () => true, ability: null },
};

const nothingHeld = {
  ...{ hold: null, heldAt: null, madeAt: null, journal: null },
  ...{ campaigns: [], lostSends: [], undecided: 0, decisions: [] },
};

describe('content and ledger that know each other', () => {
  let room: Newsroom;
  let ledger: Ledger;
  beforeAll(async () => {
    ({ room } = await openSendingNewsroom());
    ledger = await room.openLedger();
  });
  afterAll(async () => {
    await ledger.close();
    await room.close();
  });

  const anchor = () =>
    room.cms.strapi.db.query('plugin::newsletter.ledger-anchor').findOne({}) as Promise<{
      ledger: string;
      position: string;
    }>;
  const setAnchor = (data: object) =>
    room.cms.strapi.db.query('plugin::newsletter.ledger-anchor').updateMany({ where: {}, data });
  const holds = async () => (await room.desk<Holds>('GET', '/holds')).body;
  const health = async () => (await room.cms.call<string>('GET', '/healthz')).body;

  it('stores the position before a campaign may leave, and keeps it up while it sends', async () => {
    const issue = await room.issue();
    await room.approve(issue);
    const list = await room.list('Témoin', ['one@witness.test', 'two@witness.test']);
    const before = Number((await anchor()).position);
    const { body } = await room.send(issue, [list]);
    expect(Number((await anchor()).position)).toBeGreaterThan(before);
    await room.complete(body.id);
    const [identity] = await ledger.rows<{ position: number }>('SELECT position FROM identity');
    const stored = await eventually(anchor, ({ position }) => Number(position) >= (identity?.position ?? 0));
    expect(Number(stored.position)).toBeGreaterThanOrEqual(identity?.position ?? 0);
    expect(await holds()).toEqual(nothingHeld);
    expect(await health()).toBe('ok\n');
  });

  it('holds all sending at a start with an older ledger until each send is decided and somebody releases it', async () => {
    const waiting = await room.issue();
    await room.approve(waiting);
    const list = await room.list('Plus tard', ['later@held.test']);
    const { body: later } = await room.send(waiting, [list], '2999-01-01T08:00:00+01:00');
    const lost = await room.issue();
    await room.approve(lost);
    await room.cms.strapi.db
      .query('plugin::newsletter.issue')
      .updateMany({ where: { documentId: lost }, data: { stage: 'sending' } });
    const unsent = await room.issue();
    await room.approve(unsent);
    const { position } = await anchor();
    // A second opening on the same stores stands for the start after a restore.
    await setAnchor({ position: String(Number(position) + 500) });
    const settings = parseSettings(room.cms.strapi.config.get('plugin::newsletter'));
    const open = await openNewsletter(room.cms.strapi, { ...settings, worker: 'none' });
    try {
      expect(open.hold()).toBe('older');
      const found = await open.desk.holds.read();
      expect(found).toMatchObject({
        hold: 'older',
        campaigns: [{ id: later.id, hold: 'older' }],
        lostSends: [{ documentId: lost, stage: 'sending' }],
      });
      await expect(open.desk.holds.release(rim)).rejects.toMatchObject({
        code: 'HOLD_UNDECIDED',
        data: { count: 2 },
      });
      const another = await room.issue();
      await room.approve(another);
      await expect(
        open.desk.campaigns.start(another, { listIds: [list], segmentIds: [], startAt: null }, rim),
      ).rejects.toMatchObject({ code: 'SENDING_HELD', data: { hold: 'older' } });
      await open.desk.holds.decide(later.id, 'cancel', rim);
      await open.desk.holds.decideLost(lost, 'treat-as-sent', rim);
      expect((await room.detail(lost)).stage).toBe('sent');
      // Whoever comes later sees what is decided already, and by whom.
      const [by, at] = [{ id: '9', name: 'Rim Test' }, expect.any(String) as string];
      expect((await open.desk.holds.read()).decisions).toEqual([
        {
          ...{ at, by, choice: 'cancel', status: 'scheduled' },
          ...{ number: later.issueNumber, languages: ['fr'] },
        },
        {
          ...{ at, by, choice: 'treat-as-sent', status: null },
          ...{ number: (await room.detail(lost)).number, languages: ['fr'] },
        },
      ]);
      // A release that is broken off finds its approvals ended: none of them outlives it.
      const holdWhenEnded: unknown[] = [];
      const unsubscribe = room.cms.strapi.db.lifecycles.subscribe({
        models: [uids.journalEntry],
        async afterCreate({ params }) {
          if ((params.data as { name?: string }).name !== 'issue.voided') return;
          holdWhenEnded.push(...(await ledger.rows('SELECT hold FROM identity')));
        },
      });
      expect(await open.desk.holds.release(rim)).toEqual(nothingHeld);
      unsubscribe();
      expect(holdWhenEnded).toEqual([{ hold: 'older' }, { hold: 'older' }]);
      expect(open.hold()).toBeNull();
      // It may have been sent by what is not known here, so somebody has to look and approve it again.
      for (const issue of [unsent, waiting]) expect((await room.detail(issue)).stage).toBe('drafting');
      await expect(
        open.desk.campaigns.start(unsent, { listIds: [list], segmentIds: [], startAt: null }, rim),
      ).rejects.toMatchObject({ code: 'NOT_APPROVED' });
      // Whoever approved while sending was held knew of it.
      expect((await room.detail(another)).stage).toBe('approved');
      const events = await ledger.rows<{ by_id: string; by_name: string }>(
        `SELECT by_id, by_name FROM event WHERE name LIKE '%hold-decided%' OR name = 'ledger.released'`,
      );
      expect(events).toHaveLength(3);
      for (const event of events) expect(event).toEqual({ by_name: 'Rim Test', by_id: '9' });
      const [identity] = await ledger.rows<{ uid: string }>('SELECT uid FROM identity');
      expect((await anchor()).ledger).toBe(identity?.uid);
    } finally {
      await open.close();
    }
  });

  it('holds a campaign whose approval the content does not know, and lets nobody have it go on', async () => {
    const issue = await room.issue();
    await room.approve(issue);
    const list = await room.list('Inconnu', ['unknown@held.test']);
    // The CMS itself learns within a second that another one has released the ledger.
    const { body } = await eventually(
      () => room.send(issue, [list], '2999-01-01T08:00:00+01:00'),
      ({ status }) => status === 200,
    );
    // The content of before the approval, restored alone: the ledger is ahead of it.
    const approvals = room.cms.strapi.db.query(uids.approval);
    await approvals.deleteMany({ where: { issue } });
    const before = { stage: 'drafting', approvedHash: null, approvedBy: null, approvedAt: null };
    await room.cms.strapi.db.query(uids.issue).updateMany({ where: { documentId: issue }, data: before });
    const settings = parseSettings(room.cms.strapi.config.get('plugin::newsletter'));
    const open = await openNewsletter(room.cms.strapi, { ...settings, worker: 'none' });
    try {
      expect(open.hold()).toBeNull();
      expect((await open.desk.holds.read()).campaigns).toMatchObject([
        { id: body.id, hold: 'approval-unknown' },
      ]);
      await expect(open.desk.holds.decide(body.id, 'send-the-rest', rim)).rejects.toMatchObject({
        code: 'EDITION_CORRECTED',
      });
      expect((await open.desk.holds.read()).campaigns).toHaveLength(1);
      expect((await open.desk.holds.decide(body.id, 'cancel', rim)).campaigns).toEqual([]);
      const page = await room.desk<Page<JournalRow>>('GET', `/journal?number=${body.issueNumber}`);
      expect(page.body.rows.find(({ name }) => name === 'campaign.held')?.data).toEqual({
        hold: 'approval-unknown',
      });
    } finally {
      await open.close();
    }
    // Decided once: the next start has nothing to ask.
    const again = await openNewsletter(room.cms.strapi, { ...settings, worker: 'none' });
    expect((await again.desk.holds.read()).campaigns).toEqual([]);
    await again.close();
  });

  it('warns whoever approves what may have left since a backup was made, until somebody has answered', async () => {
    const rulesOf = async (id: string) => (await room.detail(id)).findings.map(({ rule }) => rule);
    const old = await room.issue();
    expect(await rulesOf(old)).not.toContain('may-have-left');
    await room.cms.strapi.db.query(uids.journalEntry).create({
      data: { at: new Date(), name: 'ledger.held', byId: 'system', byName: '', data: { hold: 'restored' } },
    });
    const fresh = await room.issue();
    expect(await rulesOf(fresh)).not.toContain('may-have-left');
    const { edition, findings } = await room.detail(old);
    expect(findings[0]).toMatchObject({ rule: 'may-have-left', mustAcknowledge: true });
    const refused = await room.desk<Refused>('POST', `/issues/${old}/approve`, { hash: edition?.hash });
    expect(refused.body.error.details.code).toBe('ACKNOWLEDGEMENT_MISSING');
    expect((await room.approve(old)).status).toBe(200);
    await room.desk('POST', `/issues/${old}/withdraw`);
    expect(await rulesOf(old)).not.toContain('may-have-left');
  });

  it('says so to a monitor by a code, and to people at the desk', async () => {
    await ledger.run(`UPDATE identity SET hold = 'moved', held_at = 1`);
    expect(await holds()).toMatchObject({ hold: 'moved' });
    expect(await eventually(health, (word) => word === 'degraded ledger-moved\n')).toBe(
      'degraded ledger-moved\n',
    );
    const refused = await room.desk<Refused>('POST', '/holds/campaigns/nowhere', { choice: 'cancel' });
    expect(refused).toMatchObject({
      status: 404,
      body: { error: { details: { code: 'CAMPAIGN_UNKNOWN' } } },
    });
    // The page of an issue says so too, before anybody tries to send it.
    const issue = await room.issue();
    expect((await room.detail(issue)).hold).toBe('moved');
    await ledger.run('UPDATE identity SET hold = NULL, held_at = NULL');
    await eventually(
      () => room.detail(issue),
      ({ hold }) => hold === null,
    );
    expect(await eventually(health, (word) => word === 'ok\n')).toBe('ok\n');
  });

  it('lets nobody decide who may not send', async () => {
    const token = await room.cms.token('nachra-author');
    expect((await room.cms.call('POST', '/newsletter/holds/release', { token, body: {} })).status).toBe(403);
  });
});
