import {
  campaignOfEdition,
  campaignProgress,
  cancelCampaign,
  deliveryStates,
  editionOfCampaign,
  listCampaigns,
  listDeliveries,
  pauseCampaign,
  resumeCampaign,
  suppress,
} from '@nachra/delivery';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEdition, candidates, type LedgerBench, openBench, somebody } from '../support/campaign';

describe('steering a campaign', () => {
  let bench: LedgerBench;
  const now = new Date();

  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench.close());

  const statusOf = async (id: string): Promise<string> => (await bench.progress(id)).status;
  const eventsOf = async (id: string): Promise<string[]> => {
    const rows = await bench.ledger.rows<{ name: string }>(
      'SELECT e.name FROM event e JOIN campaign c ON c.id = e.campaign_id WHERE c.uid = ? ORDER BY e.id',
      [id],
    );
    return rows.map(({ name }) => name);
  };

  it('pauses, resumes and cancels, however often it is asked, and records each change once', async () => {
    const id = await bench.freeze();
    expect(await statusOf(id)).toBe('running');
    for (const _press of [1, 2]) await pauseCampaign(bench.ledger, id, somebody, now);
    expect(await statusOf(id)).toBe('paused');
    for (const _press of [1, 2]) await resumeCampaign(bench.ledger, id, somebody, now);
    expect(await statusOf(id)).toBe('running');
    for (const _press of [1, 2]) await cancelCampaign(bench.ledger, id, somebody, now);
    expect(await statusOf(id)).toBe('cancelled');
    expect(await eventsOf(id)).toEqual([
      'campaign.frozen',
      'campaign.paused',
      'campaign.resumed',
      'campaign.cancelled',
    ]);
  });

  it('does not bring back what was cancelled, and keeps the counts right', async () => {
    const id = await bench.freeze({ candidates: candidates(4) });
    await cancelCampaign(bench.ledger, id, somebody, now);
    const refusal = { code: 'CAMPAIGN_CANCELLED', data: { campaignId: id } };
    await expect(resumeCampaign(bench.ledger, id, somebody, now)).rejects.toMatchObject(refusal);
    await expect(pauseCampaign(bench.ledger, id, somebody, now)).rejects.toMatchObject(refusal);
    expect(await bench.progress(id)).toMatchObject({
      status: 'cancelled',
      counts: { queued: 0, cancelled: 4 },
    });
  });

  it('answers an unknown id with an error, or with nothing where one only asks', async () => {
    for (const steer of [pauseCampaign, resumeCampaign, cancelCampaign]) {
      await expect(steer(bench.ledger, 'nonesuch', somebody, now)).rejects.toMatchObject({
        code: 'CAMPAIGN_UNKNOWN',
        data: { campaignId: 'nonesuch' },
      });
    }
    expect(await campaignProgress(bench.ledger, 'nonesuch')).toBeNull();
    expect(await editionOfCampaign(bench.ledger, 'nonesuch', 'fr')).toBeNull();
  });

  it('is scheduled until its time, then runs', async () => {
    const startAt = new Date(now.getTime() + 3_600_000);
    const id = await bench.freeze({ startAt });
    expect(await statusOf(id)).toBe('scheduled');
    const later = new Date(startAt.getTime() + 1);
    expect((await campaignProgress(bench.ledger, id, later))?.status).toBe('running');
  });

  it('is complete when nobody is left to send to, though it was paused', async () => {
    const id = await bench.freeze({ candidates: candidates(1, 'alone.test') });
    await pauseCampaign(bench.ledger, id, somebody, now);
    await suppress(bench.ledger, { address: 'r1@alone.test', reason: 'unsubscribed', source: 'page', now });
    expect(await bench.progress(id)).toMatchObject({ status: 'complete', counts: { suppressed: 1 } });
  });

  it('stands, by one read, where its counts say: for each state, intent and time', async () => {
    const startAt = new Date(now.getTime() + 60_000);
    const id = await bench.freeze({ issueNumber: 9, startAt });
    const { hash } = await anEdition();
    // `cancelled` is what others read as in a cancelled campaign; no row has it.
    for (const state of deliveryStates.filter((each) => each !== 'cancelled'))
      for (const intent of ['run', 'pause', 'cancel'])
        for (const at of [now, new Date(startAt.getTime() + 1)]) {
          await bench.ledger.run('UPDATE campaign SET intent = ? WHERE uid = ?', [intent, id]);
          await bench.ledger.run(
            'UPDATE delivery SET state = ? WHERE campaign_id = (SELECT id FROM campaign WHERE uid = ?)',
            [state, id],
          );
          const counted = await campaignProgress(bench.ledger, id, at);
          expect(await campaignOfEdition(bench.ledger, { number: 9, language: 'fr', hash }, at)).toEqual({
            id,
            status: counted?.status,
            startAt,
            hasReached: ['accepted', 'sending', 'in-doubt'].includes(state),
          });
        }
    const newer = await bench.freeze({ issueNumber: 9 });
    const edition = { number: 9, language: 'fr', hash } as const;
    expect(await campaignOfEdition(bench.ledger, edition, now)).toMatchObject({ id: newer });
  });

  it('keeps the edition that was frozen, whatever becomes of the issue', async () => {
    const id = await bench.freeze();
    expect(await editionOfCampaign(bench.ledger, id, 'fr')).toEqual(await anEdition());
    expect(await editionOfCampaign(bench.ledger, id, 'ar')).toBeNull();
  });

  it('lists campaigns by issue and by number, the newest first', async () => {
    const id = await bench.freeze({ issueId: 'other', issueNumber: 8 });
    const ids = async (filter: Parameters<typeof listCampaigns>[1]): Promise<string[]> =>
      (await listCampaigns(bench.ledger, filter)).map((campaign) => campaign.id);
    expect(await ids({ issueId: 'other' })).toEqual([id]);
    expect(await ids({ issueNumbers: [8] })).toEqual([id]);
    expect(await ids({ issueNumbers: [] })).toEqual([]);
    expect((await ids({}))[0]).toBe(id);
  });

  it('lists them without counting as they stand by their counts', async () => {
    const now = new Date();
    for (const { languages, status, ...head } of await listCampaigns(bench.ledger, {}, now)) {
      const counted = await campaignProgress(bench.ledger, head.id, now);
      expect(counted).toMatchObject({ ...head, status });
      expect(counted?.byLanguage.map(({ language }) => language)).toEqual(languages);
    }
  });

  it('finds a delivery by any part of its address, and takes % and _ literally', async () => {
    const id = await bench.freeze({
      candidates: ['a_b@x.test', 'aXb@x.test', 'a%b@x.test', 'Salma@x.test'].map((address, index) => ({
        subscriberId: `p${index}`,
        address,
        language: 'fr',
        confirmed: true,
      })),
    });
    const found = async (search: string): Promise<string[]> =>
      (await listDeliveries(bench.ledger, id, { search, page: 1, pageSize: 10 })).rows.map(
        (row) => row.address,
      );
    expect(await found('a_b')).toEqual(['a_b@x.test']);
    expect(await found('a%b')).toEqual(['a%b@x.test']);
    expect(await found(' SALMA ')).toEqual(['Salma@x.test']);
    const second = await listDeliveries(bench.ledger, id, { page: 2, pageSize: 3 });
    expect(second).toMatchObject({ total: 4, rows: [{ address: 'Salma@x.test' }] });
    expect((await listDeliveries(bench.ledger, id, { state: 'accepted', page: 1, pageSize: 3 })).total).toBe(
      0,
    );
  });
});
