import { decideHeldCampaign, readHolds, releaseLedger, type HoldChoice } from '@nachra/delivery';
import { expect, it } from 'vitest';
import { candidates, linkSecret } from '../support/campaign';
import { onWatchedLedger } from './watched-ledger';

const by = { id: '7', name: 'Rim Test' };

onWatchedLedger('a ledger compared with what remembers it', (watched) => {
  const { examine, witness, complete, sendAll } = watched;

  it('is well at its first start, and at each one after it that finds what it left', async () => {
    expect(await examine()).toMatchObject({ hold: null, silent: [] });
    const id = await watched.bench.freeze();
    const anchor = await witness();
    await sendAll(id);
    expect(await examine({ anchor })).toMatchObject({ hold: null, silent: [] });
    expect(await examine({ anchor: await witness() })).toMatchObject({ hold: null, silent: [] });
  });

  it('moves its position with each freeze and each turn that hands over', async () => {
    const before = await witness();
    const id = await watched.bench.freeze();
    const frozen = await witness();
    expect(frozen.position).toBeGreaterThan(before.position);
    await sendAll(id);
    expect((await witness()).position).toBeGreaterThan(frozen.position);
    expect((await witness()).ledger).toBe(before.ledger);
  });

  it('is held when the content knows another, one that has since been emptied, or a later one', async () => {
    const { ledger, position } = await witness();
    expect((await examine({ anchor: { ledger, position: position + 1 } })).hold).toBe('older');
    await releaseLedger(watched.bench.ledger, {
      by,
      now: new Date(),
      anchor: { position: position + 1 },
      linkSecret,
    });
    const released = await witness();
    expect(released.position).toBeGreaterThan(position + 1);
    expect((await examine({ anchor: released })).hold).toBeNull();
    await watched.bench.freeze();
    expect((await examine({ anchor: { ledger: 'f'.repeat(32), position: 0 } })).hold).toBe('another');
  });

  it('is held as empty when it has recorded nothing and the content knows another', async () => {
    expect((await examine({ anchor: { ledger: 'f'.repeat(32), position: 9 } })).hold).toBe('empty');
  });

  it('is well when the content is the older of the two: nothing that was sent is forgotten', async () => {
    const old = await witness();
    await sendAll(await watched.bench.freeze());
    expect((await examine({ anchor: old })).hold).toBeNull();
  });

  it('is held when the secret of the links has changed, for it would end every unsubscription', async () => {
    await examine();
    expect((await examine({ linkSecret: 'another-secret-altogether' })).hold).toBe('link-secret-changed');
    // It stays held when the secret is back: a person says that all is well.
    expect((await examine()).hold).toBe('link-secret-changed');
    await releaseLedger(watched.bench.ledger, { by, now: new Date(), anchor: null, linkSecret });
    expect((await examine()).hold).toBeNull();
  });

  it('claims nothing while it is held, and nothing that was not witnessed', async () => {
    const held = await watched.bench.freeze({ candidates: candidates(3, 'held.test') });
    await examine({ anchor: { ledger: 'f'.repeat(32), position: 1 } });
    const worker = watched.startWorker();
    await decideHeldCampaign(watched.bench.ledger, {
      campaignId: held,
      choice: 'cancel',
      by,
      now: new Date(),
    });
    await releaseLedger(watched.bench.ledger, { by, now: new Date(), anchor: null, linkSecret });
    const awaiting = await watched.bench.freeze({
      candidates: candidates(2, 'awaits.test'),
      awaitsWitness: true,
    });
    // What is frozen last and sent proves that the worker has looked, and passed over those before it.
    await complete(await watched.bench.freeze({ candidates: candidates(1, 'marker.test') }));
    expect(watched.sink.received.map(({ to }) => to)).toEqual(['r1@marker.test']);
    await witness();
    await complete(awaiting);
    await worker.stop();
    expect(watched.sink.received).toHaveLength(3);
  });

  it.each([
    ['approval-unknown', 'send-the-rest'],
    ['edition-spoilt', 'send-the-rest'],
    ['picture-lost', 'treat-as-sent'],
  ] as const)('leaves a campaign held for %s as it is where somebody decides “%s”', async (hold, choice) => {
    const { ledger } = watched.bench;
    const campaignId = await watched.bench.freeze({ candidates: candidates(2, `${hold}.test`) });
    await ledger.run('UPDATE campaign SET hold = ? WHERE uid = ?', [hold, campaignId]);
    const decide = (decided: HoldChoice) =>
      decideHeldCampaign(ledger, { campaignId, choice: decided, by, now: new Date() });
    await expect(decide(choice)).rejects.toMatchObject({ code: 'HOLD_CHOICE_UNFIT' });
    const held = await ledger.rows('SELECT hold FROM campaign WHERE uid = ?', [campaignId]);
    expect(held).toEqual([{ hold }]);
    await decide('cancel');
  });

  it('waits for a decision on each campaign with work left, and does what was decided', async () => {
    const [asSent, rest, off] = [
      await watched.bench.freeze({ candidates: candidates(4, 'as-sent.test') }),
      await watched.bench.freeze({ candidates: candidates(4, 'rest.test') }),
      await watched.bench.freeze({ candidates: candidates(4, 'off.test') }),
    ];
    const [answered] = (await watched.bench.deliveries(rest)).values();
    const row = Number.parseInt(answered?.id.split('-')[1] ?? '', 36);
    await watched.bench.ledger.run(
      `INSERT INTO feedback (uid, at, source, kind, is_delay, person, delivery_id, reason) VALUES ('u', 1, 'mailbox', 'complaint', 0, ?, ?, '{}')`,
      [answered?.address ?? '', row],
    );
    const anchor = { ledger: 'f'.repeat(32), position: 1 };
    await examine({ anchor });
    const release = () => releaseLedger(watched.bench.ledger, { by, now: new Date(), anchor, linkSecret });
    const decide = (campaignId: string, choice: 'treat-as-sent' | 'send-the-rest' | 'cancel') =>
      decideHeldCampaign(watched.bench.ledger, { campaignId, choice, by, now: new Date() });
    expect((await readHolds(watched.bench.ledger)).campaigns.map(({ id }) => id).sort()).toEqual(
      [asSent, rest, off].sort(),
    );
    await expect(release()).rejects.toMatchObject({ code: 'LEDGER_UNDECIDED', data: { campaigns: 3 } });
    await decide(asSent, 'treat-as-sent');
    await decide(rest, 'send-the-rest');
    await decide(off, 'cancel');
    await expect(decide(off, 'cancel')).rejects.toMatchObject({ code: 'CAMPAIGN_NOT_HELD' });
    await expect(decide('nowhere', 'cancel')).rejects.toMatchObject({ code: 'CAMPAIGN_UNKNOWN' });
    expect((await readHolds(watched.bench.ledger)).hold).toBe('another');
    await release();
    expect(await readHolds(watched.bench.ledger)).toMatchObject({ hold: null, campaigns: [] });
    const end = await sendAll(rest);
    expect(end.counts).toMatchObject({ accepted: 3, 'in-doubt': 1 });
    expect(watched.sink.received.map(({ to }) => to).sort()).toEqual(
      candidates(4, 'rest.test')
        .map(({ address }) => address)
        .filter((address) => address !== answered?.address)
        .sort(),
    );
    expect(await watched.bench.progress(asSent)).toMatchObject({
      status: 'complete',
      counts: { 'in-doubt': 4, accepted: 0 },
    });
    expect(await watched.bench.progress(off)).toMatchObject({ status: 'cancelled' });
    const decided = await watched.bench.ledger.rows<{
      name: string;
      by_id: string;
      by_name: string;
      data: string;
    }>(
      `SELECT name, by_id, by_name, data FROM event WHERE name LIKE '%decided%' OR name LIKE 'ledger.%' ORDER BY id`,
    );
    expect(decided.map(({ name }) => name)).toEqual([
      'ledger.held',
      'campaign.hold-decided',
      'campaign.hold-decided',
      'campaign.hold-decided',
      'ledger.released',
    ]);
    expect(decided.slice(1, -1).map(({ data }) => (JSON.parse(data) as { choice: string }).choice)).toEqual([
      'treat-as-sent',
      'send-the-rest',
      'cancel',
    ]);
    for (const event of decided.slice(1)) expect(event).toMatchObject({ by_name: 'Rim Test', by_id: '7' });
  });
});
