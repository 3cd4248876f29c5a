import { freezeCampaign, openLedger, readPersonKey } from '@nachra/delivery';
import { afterAll, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { aRequest, type LedgerKind } from '../support/campaign';
import { byEarlierTemplates } from '../support/earlier-templates';
import { startSmtpSink, unsubscribeUrlOf, type SmtpSink } from '../support/smtp-sink';
import { until } from '../support/until';
import type { RunSql } from './places';
import { openRegion, type Region, type Site } from './restorable';
import { second } from './suite';

const readers = 150;
/** How long the mail server thinks about a message: until the middle of a send, in it, and after. */
const [briskMs, slowMs] = [20, 4_000];

/** One installation after the other, each with an approved issue that it may send, and what drills do with it. To be called in a suite. */
export function drillGround(kind: LedgerKind) {
  let sink: SmtpSink;
  let region: Region;
  /** A backup of an installation with an approved issue, which each drill begins with. */
  let approved: string;
  let site: Site;
  let paceMs = briskMs;

  beforeAll(async () => {
    sink = await startSmtpSink({ answer: () => ({ waitMs: paceMs }) });
    region = await openRegion(kind, sink.url);
    site = await region.found(readers);
    await site.start();
    await site.approve();
    await site.stop();
    approved = await site.backup();
  }, 300 * second);
  afterAll(async () => {
    await region.close();
    await sink.close();
  });

  /** An installation of its own with an approved issue, that may send. */
  async function begin(): Promise<void> {
    await site.powerCut();
    (sink.received as unknown[]).length = 0;
    paceMs = briskMs;
    await site.restore(approved);
    await site.start();
    expect(await site.health()).toBe('degraded ledger-restored');
    await site.release();
    expect(await site.health()).toBe('ok');
    // Nobody knows what was sent since the backup: the approval of before has ended with the hold.
    expect((await site.issue()).stage).toBe('drafting');
    await site.approve();
  }

  const arrived = (count: number) =>
    until(
      () => sink.received.length,
      (length) => length >= count,
      `${count} messages`,
    );

  /** Whoever got the last message that was accepted unsubscribes by its link. @returns the address */
  async function unsubscribe(): Promise<string> {
    const { to } = await until(
      () => sink.received.findLast(({ accepted }) => accepted),
      (message) => message !== undefined,
    ).then((message) => message as NonNullable<typeof message>);
    const link = new URL(unsubscribeUrlOf(await sink.messageTo(to)));
    const response = await fetch(new URL(link.pathname + link.search, region.url), {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(response.status).toBe(200);
    // The second record is made within a second.
    await until(
      () => site.unsubscriptions(),
      (count) => count > 0,
      'the unsubscription in the journal',
    );
    return to;
  }

  /** One who is on no list got something long ago and unsubscribes. @returns the address */
  async function unsubscribeEarlier(): Promise<string> {
    await marker(null);
    return unsubscribe();
  }

  /** Sends the approved issue until it is in its middle, with one reader gone. */
  async function midSend(): Promise<{ id: string; gone: string }> {
    const { id } = await site.send();
    await arrived(20);
    const gone = await unsubscribe();
    await arrived(50);
    // Slow from here on, so that the disaster, which takes seconds to prepare, finds it in its middle.
    paceMs = slowMs;
    expect((await site.campaign(id)).status).toBe('running');
    return { id, gone };
  }

  /** The rest of a send, briskly. */
  async function finish(id: string): Promise<void> {
    paceMs = briskMs;
    await site.complete(id);
  }

  /** Nothing leaves while it is held, and the monitor and the desk say why. */
  async function isHeld(...codes: string[]): Promise<Awaited<ReturnType<Site['holds']>>> {
    expect(codes.map((code) => `degraded ledger-${code}`)).toContain(await site.health());
    const holds = await site.holds();
    expect(codes).toContain(holds.hold);
    return holds;
  }

  /** Sends to one stranger and to whoever has unsubscribed: what is due before it has left once the stranger has it. */
  async function marker(gone: string | null): Promise<void> {
    const copies = gone === null ? 0 : sink.received.filter(({ to }) => to === gone).length;
    const ledger = await openLedger(site.place.ledger, readPersonKey(site.place.dataDir));
    const stranger = `marker@${Math.random().toString(36).slice(2)}.test`;
    const candidates = [stranger, ...(gone === null ? [] : [gone])].map((address, index) => ({
      ...{ subscriberId: `marker${index}`, address, language: 'fr' as const, confirmed: true },
    }));
    await freezeCampaign(ledger, await aRequest({ candidates }), new Date());
    await ledger.close();
    await until(() => sink.received.some(({ to }) => to === stranger), Boolean, 'the message to a stranger');
    await sink.messageTo(stranger);
    if (gone !== null)
      expect(
        sink.received.filter(({ to }) => to === gone),
        'unsubscribed',
      ).toHaveLength(copies);
  }

  /** What left for subscribers: colleagues are mailed too, when a send is over. */
  const readersMail = () => sink.received.filter(({ to }) => !to.endsWith('@nachra.test'));

  /** Who got more than one message, and which. */
  function twice(): string[] {
    const copies = new Map<string, string[]>();
    for (const { to, raw, at, accepted } of readersMail()) {
      const id = /^message-id:.*$/im.exec(raw.toString('latin1'))?.[0] ?? 'no Message-ID';
      const copy = `${id} at ${new Date(at).toISOString()}${accepted ? '' : ', broken off'}`;
      copies.set(to, [...(copies.get(to) ?? []), copy]);
    }
    return [...copies].flatMap(([to, all]) => (all.length > 1 ? [`${to} got ${all.join(' and ')}`] : []));
  }

  /** What leaves when nobody knows who has it: nothing, once a person has said so. */
  async function lostIsSent(gone: string): Promise<void> {
    const sent = readersMail().length;
    const { documentId } = await site.issue();
    expect((await site.holds()).lostSends.map((lost) => lost.documentId)).toEqual([documentId]);
    await expect(site.release()).rejects.toThrow('HOLD_UNDECIDED');
    await site.decideLost(documentId, 'treat-as-sent');
    await site.release();
    expect((await site.issue()).stage).toBe('sent');
    await marker(gone);
    expect(readersMail()).toHaveLength(sent + 1);
    expect(twice()).toEqual([]);
  }

  return {
    ...{ begin, unsubscribeEarlier, midSend, finish, isHeld, marker, twice, lostIsSent },
    site: () => site,
    region: () => region,
    received: () => readersMail(),
    messagesTo: (address: string) => sink.messagesTo(address),
  };
}

/** Gives every approval the bytes that another version of the templates would have made. */
export async function approvedByEarlierTemplates(run: RunSql): Promise<void> {
  const rows = z
    .array(z.object({ id: z.coerce.number(), edition: z.string() }))
    .parse(await run('SELECT id, edition FROM newsletter_approvals'));
  for (const { id, edition } of rows) {
    const then = byEarlierTemplates(edition);
    await run('UPDATE newsletter_approvals SET edition = $1, hash = $2 WHERE id = $3', [
      JSON.stringify(then),
      then.hash,
      String(id),
    ]);
  }
}
