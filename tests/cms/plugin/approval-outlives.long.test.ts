import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignDetail, EditionPreview, IssueDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadCms, startCms, type RunningCms } from '../../support/cms';
import { byEarlierTemplates, mark } from '../../support/earlier-templates';
import { aPng } from '../../support/pictures';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { eventually, openNewsroom } from './newsroom';
import { uploadPicture } from './uploads';

const { openLedger } = createRequire(import.meta.url)(
  '@nachra/delivery',
) as typeof import('@nachra/delivery');
type Secrets = typeof import('../../../cms/app/src/settings/secrets');

describe('an approval outlives an update between it and the send', () => {
  let sink: SmtpSink;
  let folder: string;
  let environment: Record<string, string>;
  const issues: Record<'now' | 'later' | 'moved', string> = { now: '', later: '', moved: '' };
  let list: string;
  let campaign: string;

  beforeAll(async () => {
    sink = await startSmtpSink();
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-outlives-'));
    const secrets = loadCms<Secrets>('settings/secrets').randomSecrets();
    environment = { ...secrets, NACHRA_DATA_DIR: folder, SMTP_URL: sink.url };
    const room = await openNewsroom(environment);
    const picture = (await uploadPicture(room.cms, await room.cms.token(), aPng(60, 40, 'outlives'))).body;
    for (const name of ['now', 'later', 'moved'] as const) {
      issues[name] = await room.issue({ cover: picture.id });
      expect((await room.approve(issues[name])).status).toBe(200);
    }
    // Another version of the templates gives other bytes for the same content: the records say what it was then.
    const rows = (await room.cms.strapi.db.query(uids.approval).findMany({})) as {
      id: number;
      edition: string;
    }[];
    for (const { id, edition } of rows) {
      const then = byEarlierTemplates(edition);
      await room.cms.strapi.db
        .query(uids.approval)
        .update({ where: { id }, data: { edition: JSON.stringify(then), hash: then.hash } });
    }
    list = await room.list('Tous', ['amal@outlives.test']);
    const sent = await room.send(issues.later, [list], '2099-01-01T00:00:00Z');
    campaign = sent.body.id;
    await room.close();
    const ledger = await openLedger({ client: 'sqlite', filename: `${folder}/ledger.db` });
    await ledger.run('UPDATE campaign SET start_at = ? WHERE uid = ?', [Date.now(), campaign]);
    await ledger.run('UPDATE delivery SET next_attempt_at = ?', [Date.now()]);
    await ledger.close();
  });
  afterAll(async () => {
    await sink?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function booted(
    over: Record<string, string>,
    act: (cms: RunningCms, token: string) => Promise<void>,
  ) {
    const cms = await startCms({ ...environment, ...over });
    try {
      await act(cms, await cms.token());
    } finally {
      await cms.close();
    }
  }
  const detail = async (cms: RunningCms, token: string, issue: string) =>
    (await cms.call<IssueDetail>('GET', `/newsletter/issues/${issue}`, { token })).body;

  it('at once and scheduled: what was approved is shown and sent, with its picture', async () => {
    await booted({ NACHRA_WORKER: 'embedded' }, async (cms, token) => {
      const scheduled = await sink.messageTo('amal@outlives.test');
      expect(scheduled.html).toContain(mark);

      expect(await detail(cms, token, issues.now)).toMatchObject({ stage: 'approved', obstacles: [] });
      const preview = await cms.call<EditionPreview>('GET', `/newsletter/issues/${issues.now}/preview`, {
        token,
      });
      expect(preview.body.html).toContain(mark);
      const source = /http[^"]*\/assets\/([0-9a-f]{32}\.png)/.exec(preview.body.html)?.[1] ?? '';
      expect((await fetch(`${cms.url}/assets/${source}`)).status).toBe(200);

      const sent = await cms.call<CampaignDetail>('POST', `/newsletter/issues/${issues.now}/campaigns`, {
        token,
        body: { listIds: [list], startAt: null },
      });
      expect(sent.status).toBe(200);
      const messages = await eventually(
        () => sink.messagesTo('amal@outlives.test'),
        ({ length }) => length === 2,
      );
      for (const { html } of messages) expect(html).toContain(mark);
    });
  });

  it('but not a setting that readers meet: another public address voids it at start', async () => {
    await booted({ PUBLIC_URL: 'http://elsewhere.example.test' }, async (cms, token) => {
      expect(await detail(cms, token, issues.moved)).toMatchObject({ stage: 'drafting', approval: null });
    });
  });
});
