import { setTimeout as delay } from 'node:timers/promises';
import { campaignProgress, listDeliveries, openLedger, type Ledger } from '@nachra/delivery';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../support/campaign';
import { within } from '../support/slowness.mts';
import { aKillableCms, type KillableCms } from './a-cms';
import { breachesAtEnd, group, watch, type Judged } from './ordeal';
import { randomFrom, seedOfRun } from './random';
import { startHostileServer, type HostileServer } from './server';

const readers = 300;
const seed = seedOfRun();
const replay = `replay with NACHRA_CHAOS_SEED=${seed}`;
console.log(`a CMS killed: ${replay}`);

describe('a CMS killed with its worker beside it, on SQLite: nobody is lost, nobody gets two', () => {
  let server: HostileServer | undefined;
  let cms: KillableCms | undefined;
  let ledger: Ledger | undefined;
  afterEach(async () => {
    await ledger?.close();
    await cms?.close();
    await server?.close();
  });

  it(
    'while a campaign is frozen, and twice in the middle of a send',
    async () => {
      const random = randomFrom(`${seed}/cms`);
      server = await startHostileServer();
      server.mood = () => ({ stallMs: 20 });
      cms = await aKillableCms(`smtp://127.0.0.1:${server.port}`, readers);
      const { ledgerFile } = cms;

      let desk = await cms.start();
      const issue = (await desk.issues()).find(({ language }) => language === 'fr')?.documentId ?? '';
      const { edition, findings } = await desk.submit(issue);
      const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
      await desk.approve(issue, { hash: edition?.hash ?? '', acknowledged });
      const listIds = (await desk.lists()).map(({ documentId }) => documentId);
      // Readers of other languages are among them, whose editions are not approved.
      const missing = { ar: 'default', en: 'default' } as const;
      const send = () => desk.createCampaign(issue, { listIds, segmentIds: [], startAt: null, missing });

      // Whether it was frozen or not, the button is pressed again: one campaign, whole.
      const pressed = send().catch(() => null);
      await delay(random.int(0, 400));
      await cms.kill();
      await pressed;
      desk = await cms.start();
      const { id } = await send();
      const opened = (ledger = await openLedger({ client: 'sqlite', filename: ledgerFile }));
      expect(await opened.rows('SELECT uid, recipients FROM campaign')).toEqual([
        { uid: id, recipients: readers },
      ]);

      const judged: Judged = {
        server,
        people: readers,
        mayBeUnreadable: false,
        async progress() {
          const progress = await campaignProgress(opened, id);
          if (progress === null) throw new Error(`No campaign ${id}.`);
          return progress;
        },
        async deliveries() {
          const { rows } = await listDeliveries(opened, id, { page: 1, pageSize: readers + 1 });
          return new Map(rows.map((row) => [row.address, row]));
        },
      };
      const watching = { stop: false };
      const readings = watch(judged, watching);
      for (let kill = 0; kill < 2; kill += 1) {
        await server.more(random.int(10, 90), within(30_000));
        await delay(random.int(0, 12));
        expect((await judged.progress()).status, 'over before it was killed').toBe('running');
        await cms.kill();
        desk = await cms.start();
      }
      server.mood = () => null;
      await until(
        () => judged.progress(),
        ({ status }) => status === 'complete',
      );
      watching.stop = true;
      const breaches = [...(await readings), ...(await breachesAtEnd(judged, cms.kills() * group))];
      expect(breaches, replay).toEqual([]);

      // The desk says the same, of the campaign and of the issue.
      expect((await desk.campaign(id)).counts).toEqual((await judged.progress()).counts);
      const { stage } = await until(
        () => desk.issue(issue),
        (detail) => detail.stage === 'sent',
      );
      expect(stage).toBe('sent');
    },
    within(600_000),
  );
});
