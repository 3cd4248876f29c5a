import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IssueDetail } from '../../../cms/plugin/shared/desk';
import { plain } from '../../support/mail-text';
import { startSmtpSink, type SinkAnswer } from '../../support/smtp-sink';
import { eventually, type Newsroom, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const [editor, publisher] = ['nachra-editor@nachra.test', 'nachra-publisher@nachra.test'];
const answers = new Map<string, SinkAnswer>();
const sink = await startSmtpSink({ answer: (address) => answers.get(address) ?? 'accept' });
/** Of the issue that was made last; the databases share one mail server. */
let lastNumber = 600;

afterAll(() => sink.close());

const environment = { SMTP_URL: sink.url, TEST_NOTICES: 'true', NACHRA_WORKER: 'embedded' };

onEachDatabase('what becomes of an issue', environment, (opened) => {
  let room: Newsroom;
  let ids: Record<'editor' | 'publisher', number>;

  beforeAll(async () => {
    room = opened();
    await as('nachra-editor')('GET', '/notices');
    await as('nachra-publisher')('GET', '/notices');
    const users = (await room.cms.strapi.db.query('admin::user').findMany({})) as {
      id: number;
      email: string;
    }[];
    const idOf = (address: string) => users.find(({ email }) => email === address)?.id ?? 0;
    ids = { editor: idOf(editor), publisher: idOf(publisher) };
    await room.cms.strapi.db
      .query('admin::user')
      .updateMany({ where: { id: { $in: [ids.editor, ids.publisher] } }, data: { preferedLanguage: 'fr' } });
  });

  const as =
    (role: string) =>
    async <T = IssueDetail & Refused>(method: 'GET' | 'POST', route: string, body?: unknown) =>
      room.cms.call<T>(method, `/newsletter${route}`, { token: await room.cms.token(role), body });
  const mailsTo = async (address: string, number: number) =>
    (await sink.messagesTo(address)).filter(({ subject = '' }) => subject.includes(String(number)));
  const untoldTo = async (role: string, issue: string) =>
    (await as(role)('GET', `/issues/${issue}`)).body.untold;

  async function approved(people: number[] = []) {
    const issue = await room.issue({ number: (lastNumber += 1) });
    if (people.length > 0) await as('nachra-editor')('POST', `/issues/${issue}/submit`, { people });
    const { edition, findings, number } = (await as('nachra-publisher')('GET', `/issues/${issue}`)).body;
    const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
    const consent = { hash: edition?.hash, acknowledged };
    const { status, body } = await as('nachra-publisher')('POST', `/issues/${issue}/approve`, consent);
    expect([status, body.error]).toEqual([200, undefined]);
    return { issue, number };
  }
  async function sent(issue: string): Promise<void> {
    const list = await room.list(`Liste ${issue}`, [`${issue}@outcome.test`]);
    await room.sent(issue, [list]);
    await eventually(
      () => room.detail(issue),
      ({ stage }) => stage === 'sent',
    );
  }

  it('is told at the desk where the mail about it could not leave', async () => {
    answers.set(editor, { reply: '550 5.1.1 No such user', at: 'rcpt' });
    const { issue } = await approved([ids.publisher]);
    const refused = { about: 'approved', name: 'nachra-editor Test', reason: 'refused' };
    const told = await eventually(
      () => untoldTo('nachra-publisher', issue),
      ({ length }) => length > 0,
    );
    expect(told).toEqual([{ ...refused, isMine: false }]);
    expect(await untoldTo('nachra-editor', issue)).toEqual([{ ...refused, isMine: true }]);
    await as('nachra-publisher')('POST', `/issues/${issue}/withdraw`);
    expect(await untoldTo('nachra-editor', issue)).toEqual([]);

    await as('nachra-editor')('POST', `/issues/${issue}/submit`, { people: [ids.publisher] });
    await as('nachra-publisher')('POST', `/issues/${issue}/send-back`, { reason: 'Encore un mot.' });
    const back = await eventually(
      () => untoldTo('nachra-publisher', issue),
      ({ length }) => length > 0,
    );
    expect(back).toEqual([{ ...refused, about: 'sent-back', isMine: false }]);
    answers.delete(editor);
  });

  it('is told to whoever approved, though nobody was asked, however many are told of ends within the hour', async () => {
    const notices = room.cms.strapi.db.query('plugin::newsletter.notice');
    const times = { madeAt: new Date(), nextAt: new Date() };
    for (let made = 0; made < 60; made += 1)
      await notices.create({
        data: {
          ...{ key: `sent/elsewhere/${made}`, kind: 'sent', userId: 1_000_000 + made, byId: 'system' },
          ...{ state: 'sent', attempts: 0, ...times },
        },
      });
    const { issue, number } = await approved();
    await sent(issue);
    const mails = await eventually(
      () => mailsTo(publisher, number),
      ({ length }) => length > 0,
    );
    expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/envoi terminé$/)]);
    expect(plain(mails[0]?.text ?? '')).toMatch(
      /Destinataires : 1 Acceptés par notre serveur d’envoi : 1 dont retours : 0 Refusés : 0 Encore en attente : 0 /,
    );
    expect(await untoldTo('nachra-publisher', issue)).toEqual([]);
  });

  it('is not told a second time by data that were put back: that it may be known is said at the desk', async () => {
    const before = await approved([ids.publisher]);
    await room.cms.strapi.db.query('plugin::newsletter.journal-entry').create({
      data: {
        ...{ at: new Date(), name: 'ledger.held', byId: 'system', byName: 'Nachra' },
        data: { hold: 'restored' },
      },
    });
    const since = await approved([ids.publisher]);
    await sent(before.issue);
    await sent(since.issue);
    const ended = (address: string, { number }: { number: number }) =>
      eventually(
        () => mailsTo(address, number),
        (mails) => mails.some(({ subject = '' }) => subject.endsWith('envoi terminé')),
      );
    await ended(publisher, since);
    await ended(editor, since);
    for (const address of [publisher, editor])
      expect((await mailsTo(address, before.number)).map(({ subject }) => subject)).not.toContainEqual(
        expect.stringMatching(/envoi terminé$/),
      );
    const doubtful = { about: 'sent', reason: 'too-old' };
    expect(await untoldTo('nachra-editor', before.issue)).toEqual([
      { ...doubtful, name: 'nachra-publisher Test', isMine: false },
      { ...doubtful, name: 'nachra-editor Test', isMine: true },
    ]);
    expect(await untoldTo('nachra-editor', since.issue)).toEqual([]);
  });
});
