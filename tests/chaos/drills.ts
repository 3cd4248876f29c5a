import { freezeCampaign, openLedger, readPersonKey } from '@nachra/delivery';
import { expect, it } from 'vitest';
import { aRequest, type LedgerKind } from '../support/campaign';
import { mark } from '../support/earlier-templates';
import { describeWith, postgres } from '../support/requires';
import { until } from '../support/until';
import { approvedByEarlierTemplates, drillGround } from './drill-ground';
import type { Region, Site } from './restorable';
import { aSession, isSignedIn, signInDrill, signOut } from './sign-ins';
import { second } from './suite';

/**
 * Disasters of a whole installation, with a real CMS and a real send. After each: nobody is mailed twice without a person's word,
 * and whoever unsubscribed before stays unsubscribed.
 */
export function drilling(kind: LedgerKind): void {
  describeWith(kind === 'postgres' ? [postgres] : [])(`an installation that is lost, on ${kind}`, () => {
    const ground = drillGround(kind);
    const { unsubscribeEarlier, midSend, finish, isHeld, marker, twice, lostIsSent } = ground;
    const drill = (name: string, course: (site: Site, region: Region) => Promise<void>) =>
      it(
        name,
        async () => {
          await ground.begin();
          await course(ground.site(), ground.region());
        },
        300 * second,
      );

    drill('backup in mid-send, finish, restore, start', async (site) => {
      const { id, gone } = await midSend();
      const archive = await site.backup();
      await finish(id);
      const sent = ground.received().length;
      await site.powerCut();
      await site.restore(archive);
      await site.start();
      const holds = await isHeld('restored');
      expect(holds.campaigns.map((held) => held.id)).toEqual([id]);
      await expect(site.release()).rejects.toThrow('HOLD_UNDECIDED');
      await site.decide(id, 'treat-as-sent');
      await site.release();
      await marker(gone);
      expect(ground.received()).toHaveLength(sent + 1);
      expect(twice()).toEqual([]);
      expect((await site.campaign(id)).status).toBe('complete');
    });

    drill('sessions and second factors of a backup', signInDrill);

    drill('backup from before the send', async (site) => {
      const gone = await unsubscribeEarlier();
      const archive = await site.backup();
      const { id } = await midSend();
      await finish(id);
      const sent = ground.received().length;
      await site.powerCut();
      await site.restore(archive);
      await site.start();
      const holds = await isHeld('restored');
      expect([...holds.campaigns, ...holds.lostSends]).toEqual([]);
      await expect(site.send()).rejects.toThrow();
      await site.release();
      await marker(gone);
      // It knows nothing of the send, and sends nothing until a person has approved it anew.
      expect((await site.issue()).stage).toBe('drafting');
      await expect(site.send()).rejects.toThrow();
      expect(ground.received()).toHaveLength(sent + 1);
      expect(twice()).toEqual([]);
    });

    drill('everything copied back in place', async (site, region) => {
      const { id, gone } = await midSend();
      const session = await aSession(region.url);
      await site.stop();
      const saved = await region.save(site.place);
      await site.start();
      await finish(id);
      const sent = ground.received().length;
      await signOut(session);
      await site.stop();
      await region.load(saved, site.place, ['content', 'ledger']);
      await site.start();
      const holds = await isHeld('rolled-back', 'moved');
      expect(await isSignedIn(session)).toBe(false);
      expect(holds.campaigns.map((held) => held.id)).toEqual([id]);
      await site.decide(id, 'cancel');
      await site.release();
      await marker(gone);
      expect(ground.received()).toHaveLength(sent + 1);
      expect(twice()).toEqual([]);
    });

    drill('ledger deleted', async (site, region) => {
      const { gone } = await midSend();
      await site.powerCut();
      await region.lose(site.place, 'ledger');
      await site.start();
      await isHeld('empty');
      await lostIsSent(gone);
    });

    drill('ledger swapped for another’s', async (site, region) => {
      const { gone } = await midSend();
      await site.powerCut();
      await region.lose(site.place, 'ledger');
      const another = await openLedger(site.place.ledger, readPersonKey(site.place.dataDir));
      const theirs = await freezeCampaign(another, await aRequest(), new Date());
      await another.close();
      await site.start();
      const holds = await isHeld('another');
      expect(holds.campaigns.map((held) => held.id)).toEqual([
        theirs.kind === 'frozen' ? theirs.campaignId : '',
      ]);
      await site.decide(holds.campaigns[0]?.id ?? '', 'cancel');
      await lostIsSent(gone);
    });

    drill('content restored alone', async (site, region) => {
      const session = await aSession(region.url);
      await site.stop();
      const saved = await region.save(site.place);
      await site.start();
      expect(await isSignedIn(session)).toBe(true);
      const { id, gone } = await midSend();
      await finish(id);
      const sent = ground.received().length;
      await signOut(session);
      await site.stop();
      await region.load(saved, site.place, ['content']);
      await site.start();
      expect(await isSignedIn(session)).toBe(false);
      // What the journal has lost is asked about. The ledger is the truth about what was sent: the issue is sent as it was.
      expect(await site.health()).toBe('degraded ledger-journal-changed');
      await site.release();
      await until(
        async () => (await site.issue()).stage,
        (stage) => stage === 'sent',
      );
      // Even when somebody presses the button again, there is nobody left to send to.
      await site.send().catch(() => null);
      await marker(gone);
      expect(ground.received()).toHaveLength(sent + 1);
      expect(twice()).toEqual([]);
    });

    drill(
      'update between approval and a scheduled send, and between backup and restore',
      async (site, region) => {
        const gone = await unsubscribeEarlier();
        await site.powerCut();
        await region.content(site.place, approvedByEarlierTemplates);
        await site.start();
        const { id, recipients } = await site.send(new Date(Date.now() + 86_400_000).toISOString());
        const archive = await site.backup();
        await site.powerCut();
        await site.restore(archive);
        const ledger = await openLedger(site.place.ledger, readPersonKey(site.place.dataDir));
        // A day passes.
        const now = Date.now();
        await ledger.run('UPDATE campaign SET start_at = ? WHERE uid = ?', [now, id]);
        await ledger.run('UPDATE delivery SET next_attempt_at = ?', [now]);
        await ledger.close();
        await site.start();
        const holds = await isHeld('restored');
        expect(holds.campaigns.map((held) => held.id)).toEqual([id]);
        await site.decide(id, 'send-the-rest');
        await site.release();
        await finish(id);
        const addresses = [...new Set(ground.received().map(({ to }) => to))].filter((to) => to !== gone);
        expect(addresses).toHaveLength(recipients);
        for (const address of addresses) {
          const [mail] = await ground.messagesTo(address);
          expect(mail?.html, address).toContain(mark);
        }
        await marker(gone);
        expect(twice()).toEqual([]);
      },
    );
  });
}
