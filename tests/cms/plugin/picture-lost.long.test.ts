import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openLedger, type Ledger } from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Holds, JournalRow, Page } from '../../../cms/plugin/shared/desk';
import { loadPlugin } from '../../support/cms';
import { aPng } from '../../support/pictures';
import { startSmtpSink } from '../../support/smtp-sink';
import { eventually } from './newsroom';
import { onEachDatabase } from './on-each-database';
import { uploadPicture } from './uploads';

const { parseSettings } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/common/settings')>('common/settings');

const sink = await startSmtpSink();
afterAll(() => sink.close());

onEachDatabase(
  'a send that was scheduled',
  { SMTP_URL: sink.url, NACHRA_WORKER: 'embedded', PUBLIC_URL: 'http://news.example.test' },
  (room) => {
    let ledger: Ledger;
    beforeAll(async () => {
      ledger = await openLedger(parseSettings(room().cms.strapi.config.get('plugin::newsletter')).ledger);
    });
    afterAll(() => ledger.close());

    const assets = () => path.join(room().cms.dataDir, 'assets');
    const uploads = () => path.join(room().cms.dataDir, 'public', 'uploads');
    const filesIn = (folder: string) => readdir(folder).catch((): string[] => []);
    const holds = async () => (await room().desk<Holds>('GET', '/holds')).body;
    /** Schedules a number with a cover of its own for a day that never comes. */
    async function schedule(bytes: Buffer, address: string) {
      const before = await filesIn(assets());
      const { body: cover } = await uploadPicture(room().cms, await room().cms.token(), bytes);
      const issue = await room().issue({ cover: cover.id });
      await room().approve(issue);
      const list = await room().list(address, [address]);
      const { body: campaign } = await room().send(issue, [list], '2099-01-01T00:00:00Z');
      expect(campaign.status).toBe('scheduled');
      const pictures = (await filesIn(assets())).filter((file) => !before.includes(file));
      return { campaign, pictures };
    }
    async function comesDue(campaign: string) {
      await ledger.run('UPDATE campaign SET start_at = 1 WHERE uid = ?', [campaign]);
      await ledger.run('UPDATE delivery SET next_attempt_at = 1 WHERE next_attempt_at > 4000000000000');
    }

    it('leaves by itself at its hour with all of its pictures there', async () => {
      const { campaign, pictures } = await schedule(aPng(60, 40, 'whole'), 'whole@picture.test');
      expect(pictures.length).toBeGreaterThan(0);
      await comesDue(campaign.id);
      expect((await room().complete(campaign.id)).counts.accepted).toBe(1);
    });

    it('waits for a person at its hour when a picture is gone, and goes on by her word once that is back', async () => {
      const { campaign, pictures } = await schedule(aPng(60, 40, 'lost'), 'lost@picture.test');
      const lost = new Map<string, Buffer>();
      for (const file of pictures) {
        lost.set(file, await readFile(path.join(assets(), file)));
        await rm(path.join(assets(), file));
      }
      for (const file of await readdir(uploads())) await rm(path.join(uploads(), file), { recursive: true });
      await comesDue(campaign.id);
      await eventually(holds, ({ campaigns }) => campaigns.length === 1);
      expect((await holds()).campaigns).toMatchObject([
        { id: campaign.id, hold: 'picture-lost', status: 'running' },
      ]);
      const journal = `/journal?number=${campaign.issueNumber}`;
      const held = await eventually(
        async () => (await room().desk<Page<JournalRow>>('GET', journal)).body.rows,
        (rows) => rows.some(({ name }) => name === 'campaign.held'),
      );
      expect(held.find(({ name }) => name === 'campaign.held')?.data).toEqual({
        ...{ hold: 'picture-lost', picture: expect.stringMatching(/^[0-9a-f]{32}\.png$/) as string },
      });
      const goOn = () =>
        room().desk<Holds>('POST', `/holds/campaigns/${campaign.id}`, { choice: 'send-the-rest' });
      expect((await goOn()).body.campaigns).toMatchObject([{ id: campaign.id, hold: 'picture-lost' }]);
      for (const [file, bytes] of lost) await writeFile(path.join(assets(), file), bytes);
      expect((await goOn()).body.campaigns).toEqual([]);
      expect((await room().complete(campaign.id)).counts.accepted).toBe(1);
    });
  },
);
