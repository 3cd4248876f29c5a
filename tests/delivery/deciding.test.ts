import { cancelCampaign, decideDeliveries, explainDelivery, suppress, type Decision } from '@nachra/delivery';
import { totalOf } from '../../delivery/src/campaigns/states';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  candidates,
  type LedgerBench,
  openBench,
  type RunningWorker,
  somebody,
  startWorker,
  workerConfig,
} from '../support/campaign';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';

/** What an operator decides about those who were refused or are in doubt. */
describe('an operator’s decision', () => {
  let bench: LedgerBench;
  let sink: SmtpSink;
  let worker: RunningWorker;
  let campaign: string;
  let calm: boolean;

  beforeEach(async () => {
    bench = await openBench();
    calm = false;
    sink = await startSmtpSink({
      answer: (address) => {
        if (calm) return 'accept';
        if (address.startsWith('r1@')) return 'cut-before-answer';
        return address.startsWith('r2@') ? { reply: '554 5.7.1 Refused by policy', at: 'rcpt' } : 'accept';
      },
    });
    worker = startWorker(workerConfig(bench.options, sink.url));
    campaign = await bench.freeze({ candidates: candidates(3) });
    await bench.complete(campaign);
    calm = true;
  });
  afterEach(async () => {
    await worker.stop();
    await sink.close();
    await bench.close();
  });

  const row = async (name: string) => {
    const found = (await bench.deliveries(campaign)).get(`${name}@readers.test`);
    if (!found) throw new Error(`No delivery to ${name}.`);
    return found;
  };
  const decide = async (decision: Decision, ...names: string[]) =>
    decideDeliveries(bench.ledger, {
      campaignId: campaign,
      deliveryIds: await Promise.all(names.map(async (name) => (await row(name)).id)),
      decision,
      by: somebody,
      now: new Date(),
    });

  it('settles a doubt, once, and records that a person did', async () => {
    expect(await decide('arrived', 'r1', 'r2', 'r3')).toEqual({ changed: 1, unchanged: 2 });
    expect(await decide('not-arrived', 'r1')).toEqual({ changed: 0, unchanged: 1 });
    const settled = await row('r1');
    expect(settled.state).toBe('accepted');
    expect(explainDelivery(settled, 'en')).toBe('Arrived, as somebody of the team found out.');
    const events = await bench.ledger.rows<{ name: string; by_id: string; by_name: string }>(
      "SELECT name, by_id, by_name FROM event WHERE name LIKE 'delivery.decided.%'",
    );
    expect(events).toEqual([{ name: 'delivery.decided.arrived', by_id: '7', by_name: 'Rim Test' }]);
  });

  it('sends again to whoever was refused or is in doubt, with the same Message-ID, and to nobody else', async () => {
    expect(await decide('send-again', 'r1', 'r2', 'r3')).toEqual({ changed: 2, unchanged: 1 });
    const end = await bench.complete(campaign);
    expect(end.counts).toMatchObject({ accepted: 3, rejected: 0, 'in-doubt': 0 });
    expect(totalOf(end.counts)).toBe(3);
    const ids = sink.received
      .filter(({ to }) => to === 'r1@readers.test')
      .map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString('latin1'))?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(sink.attempts('r3@readers.test')).toBe(1);
  });

  it('never sends to a suppressed address, nor in a cancelled campaign', async () => {
    await suppress(bench.ledger, {
      address: 'r2@readers.test',
      reason: 'bounced',
      source: 'test',
      now: new Date(),
    });
    expect(await decide('send-again', 'r2')).toEqual({ changed: 0, unchanged: 1 });
    await cancelCampaign(bench.ledger, campaign, somebody, new Date());
    await expect(decide('send-again', 'r1')).rejects.toThrow(/sends nothing more/);
    const foreign = {
      campaignId: campaign,
      deliveryIds: ['zzzzzzzzzz-1', 'nonsense'],
      by: somebody,
      now: new Date(),
    };
    expect(await decideDeliveries(bench.ledger, { ...foreign, decision: 'arrived' })).toEqual({
      changed: 0,
      unchanged: 2,
    });
  });
});
