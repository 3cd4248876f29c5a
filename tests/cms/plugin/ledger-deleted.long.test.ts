import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holds } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadCms, withoutRevision } from '../../support/cms';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { eventually, openNewsroom, type Newsroom } from './newsroom';

type Secrets = typeof import('../../../cms/app/src/settings/secrets');

/** The whole of it: the file is deleted while nothing runs, and the CMS starts with a new one. */
describe('a ledger whose file was deleted', () => {
  let sink: SmtpSink;
  let folder: string;
  let environment: Record<string, string>;
  let room: Newsroom;
  beforeAll(async () => {
    sink = await startSmtpSink();
    folder = await mkdtemp(path.join(tmpdir(), 'nachra-deleted-'));
    environment = {
      ...loadCms<Secrets>('settings/secrets').randomSecrets(),
      NACHRA_DATA_DIR: folder,
      SMTP_URL: sink.url,
      NACHRA_WORKER: 'embedded',
      LEDGER_FILE: path.join(folder, 'ledger', 'ledger.db'),
    };
    room = await openNewsroom(environment);
  });
  afterAll(async () => {
    await room?.close();
    await sink?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const approved = async (over: Record<string, unknown> = {}) => {
    const issue = await room.issue(over);
    expect((await room.approve(issue)).status).toBe(200);
    return issue;
  };
  const sent = async (issue: string, list: string) => {
    const before = sink.received.length;
    await room.sent(issue, [list]);
    await eventually(
      async () => (await room.detail(issue)).stage,
      (stage) => stage === 'sent',
    );
    return sink.received
      .slice(before)
      .flatMap(({ to }) => to)
      .sort();
  };
  const save = async (address: string, data: object) => {
    const subscribers = room.cms.strapi.documents(uids.subscriber);
    const { documentId = '' } = (await subscribers.findFirst({ filters: { address } })) ?? {};
    await withoutRevision(() => subscribers.update({ documentId, data } as never));
  };

  it('costs nobody a number and gives it to nobody twice, and a correction goes where it belongs', async () => {
    const list = await room.list('Tous', ['salma@gone.test', 'lina@gone.test']);
    const french = await approved();
    expect(await sent(french, list)).toEqual(['lina@gone.test', 'salma@gone.test']);
    await room.close();
    await rm(path.join(folder, 'ledger'), { recursive: true });
    room = await openNewsroom(environment);
    expect((await room.desk<Holds>('GET', '/holds')).body.hold).toBe('empty');
    await room.desk('POST', '/holds/release', {});

    await save('salma@gone.test', { language: 'ar' });
    for (const [address, language] of [
      ['adam@gone.test', 'fr'],
      ['zoe@gone.test', 'ar'],
    ])
      await room.create(uids.subscriber, { address, language, confirmed: true, lists: [list] });
    const { number } = await room.detail(french);
    const arabic = await approved({ number, language: 'ar', subject: `العدد ${number}`, preheader: '' });
    expect(await sent(arabic, list)).toEqual(['adam@gone.test', 'zoe@gone.test']);
    await room.desk('POST', `/issues/${french}/correct`, { reason: 'Le total de mai était faux.' });
    expect((await room.approve(french)).status).toBe(200);
    expect(await sent(french, list)).toEqual(['adam@gone.test', 'lina@gone.test', 'salma@gone.test']);
  });
});
