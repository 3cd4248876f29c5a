import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IssueDetail } from '../../../cms/plugin/shared/desk';
import { startSmtpSink } from '../../support/smtp-sink';
import { eventually, type Newsroom } from './newsroom';
import { onEachDatabase } from './on-each-database';

interface Listed {
  comments: { id: number }[];
}
interface Notice {
  id: number;
  userId: number;
  kind: string;
  state: string;
  reason: string | null;
}

const [editor, publisher, admin] = ['nachra-editor', 'nachra-publisher', 'strapi-super-admin'];
const mailOf = (role: string) => `${role}@nachra.test`;
const sink = await startSmtpSink();
afterAll(() => sink.close());
/** Of the issue that was made last; the databases share one mail server. */
let lastNumber = 600;

onEachDatabase('what is said of an issue', { SMTP_URL: sink.url, TEST_NOTICES: 'true' }, (opened) => {
  let room: Newsroom;
  let ids: Record<string, number>;
  let elsewhere: string;
  beforeAll(async () => {
    room = opened();
    ids = {};
    for (const role of [editor, publisher, admin]) {
      await room.cms.token(role);
      const { id } = (await users().findOne({ where: { email: mailOf(role) } })) as { id: number };
      ids[role] = id;
    }
    await users().update({ where: { id: ids[publisher] }, data: { preferedLanguage: 'ar' } });
    await users().update({ where: { id: ids[editor] }, data: { preferedLanguage: 'fr' } });
    elsewhere = await room.issue({ number: (lastNumber += 1) });
  });

  const users = () => room.cms.strapi.db.query('admin::user');
  const notices = () => room.cms.strapi.db.query('plugin::newsletter.notice');
  const say = (role: string, issue: string, body: object) =>
    room.as(role)<Listed>('POST', `/issues/${issue}/comments`, body);
  const waiting = async (issue: string): Promise<Notice[]> =>
    ((await notices().findMany({
      where: { kind: 'commented', key: { $contains: issue } },
      orderBy: { id: 'asc' },
    })) as Notice[]) ?? [];
  /** Has what is due looked for, as everybody does who says something. */
  const look = () => say(admin, elsewhere, { text: 'Un mot.' });
  /** Some minutes later: what was gathered leaves. */
  const later = async (issue: string) => {
    const due = { state: 'pending', key: { $contains: issue } };
    await notices().updateMany({ where: due, data: { nextAt: new Date() } });
    await look();
    await eventually(
      () => waiting(issue),
      (rows) => rows.every(({ state }) => !['pending', 'sending'].includes(state)),
    );
  };
  const mails = async (role: string, number: number) =>
    (await sink.messagesTo(mailOf(role))).filter(({ subject = '' }) => subject.includes(String(number)));
  /** An issue that the editor has asked the publisher to review, its question read. */
  async function inReview() {
    const number = (lastNumber += 1);
    const article = await room.article({ title: 'Second' });
    const issue = await room.issue({ number, articles: [article] });
    await room.as(editor)<IssueDetail>('POST', `/issues/${issue}/submit`, { people: [ids[publisher]] });
    await eventually(
      () => mails(publisher, number),
      ({ length }) => length === 1,
    );
    return { issue, number, article };
  }

  it('is mailed to those whom it concerns once for some minutes, in their language, escaped, and to nobody of what she said', async () => {
    const { issue, number } = await inReview();
    const place = 'sections[0].articles[0].title';
    const first = await say(publisher, issue, { place, quote: 'Se<cond', text: 'Trop <b>court</b>.' });
    const id = first.body.comments[0]?.id ?? 0;
    await say(publisher, issue, { text: 'Et la date ?' });
    await say(editor, issue, { answers: id, text: 'Allongé.' });
    await room.as(publisher)('POST', `/issues/${issue}/comments/${id}/settle`, { isSettled: true });
    // One mail waits for each, and nothing has left yet.
    expect((await waiting(issue)).map(({ userId, state }) => [userId, state])).toEqual([
      [ids[editor], 'pending'],
      [ids[publisher], 'pending'],
    ]);
    await later(issue);
    const toEditor = await mails(editor, number);
    expect(toEditor.map(({ subject }) => subject)).toEqual([
      `AMANEWS n° ${number} (français) : commentaires`,
    ]);
    const { text = '', html } = toEditor[0] ?? {};
    expect(text.replace(/[\u00a0\u202f]/g, ' ')).toMatch(
      /Article « Second », Titre\n« Se<cond »\nnachra-publisher Test :\n> Trop <b>court<\/b>\.\nhttp\S+\/issues\/\w+\?comment=\d+\n\nTout le numéro\nnachra-publisher Test :\n> Et la date \?/,
    );
    expect(text).toContain('nachra-publisher Test l’a marqué comme réglé.');
    expect(text).not.toContain('Allongé');
    expect(String(html)).toContain('Trop &lt;b&gt;court&lt;/b&gt;.');
    expect(String(html)).toContain(`/admin/plugins/newsletter/issues/${issue}?comment=${id}"`);
    const [, toPublisher] = await mails(publisher, number);
    expect(toPublisher?.subject).toContain(`العدد ${number}`);
    expect(String(toPublisher?.html)).toMatch(/<html lang="ar" dir="rtl"/);
    expect(toPublisher?.text).toContain('Allongé.');
    expect(toPublisher?.text).not.toContain('Et la date');
    // What comes later is a mail of its own, and tells nothing twice.
    await say(publisher, issue, { text: 'Une dernière chose.' });
    await later(issue);
    const again = (await mails(editor, number))[1];
    expect(again?.text).toContain('Une dernière chose.');
    expect(again?.text).not.toContain('Et la date');
    const kept = JSON.stringify(await notices().findMany({ where: { key: { $contains: issue } } }));
    expect(kept).not.toContain('dernière');
  });

  it('reaches whoever wrote the text, and whoever takes part in the thread, although nobody was asked', async () => {
    const number = (lastNumber += 1);
    const article = await room.article({ title: 'Écrit' });
    const issue = await room.issue({ number, articles: [article] });
    const written = await room.save(
      'plugin::newsletter.article',
      article,
      { title: 'Réécrit' },
      await room.cms.token(editor),
    );
    expect(written.status).toBe(200);
    const place = 'sections[0].articles[0].title';
    const { body } = await say(publisher, issue, { place, text: 'Beau titre.' });
    await later(issue);
    expect((await mails(editor, number))[0]?.text).toContain('Beau titre.');
    expect(await mails(admin, number)).toHaveLength(0);
    await say(admin, issue, { answers: body.comments[0]?.id, text: 'En effet.' });
    await later(issue);
    expect((await mails(publisher, number))[0]?.text).toContain('En effet.');
    expect((await mails(editor, number))[1]?.text).toContain('En effet.');
  });

  it('is not mailed to whoever does not want it, nor twice after a restore, nor once its issue is gone', async () => {
    await room.as(editor)('POST', '/notices', { muted: ['commented'] });
    const { issue, number } = await inReview();
    await say(publisher, issue, { text: 'Un mot.' });
    expect(await waiting(issue)).toEqual([]);
    await room.as(editor)('POST', '/notices', { muted: [] });
    await say(publisher, issue, { text: 'Un autre.' });
    // As a backup brings it back: it still waits, and was due long ago.
    const long = new Date(Date.now() - 3 * 3_600_000);
    await notices().updateMany({
      where: { state: 'pending', key: { $contains: issue } },
      data: { nextAt: long },
    });
    await look();
    await eventually(
      () => waiting(issue),
      ([one]) => one?.state === 'in-doubt',
    );
    expect((await waiting(issue))[0]?.reason).toBe('too-old');
    await say(publisher, issue, { text: 'Et voilà.' });
    await room.remove('plugin::newsletter.issue', issue, await room.cms.token(editor));
    await later(issue);
    expect((await waiting(issue)).map(({ state }) => state)).toEqual(['in-doubt', 'withheld']);
    expect(await mails(editor, number)).toHaveLength(0);
  });

  it('waits in one mail, however many say something at the same moment', async () => {
    const { issue, number } = await inReview();
    const words = Array.from({ length: 6 }, (_, at) => `Remarque ${at}.`);
    const answers = await Promise.all(
      words.map((text, at) => say(at % 2 === 0 ? publisher : admin, issue, { text })),
    );
    expect(answers.map(({ status }) => status)).toEqual(words.map(() => 200));
    const ofEditor = (await waiting(issue)).filter(({ userId }) => userId === ids[editor]);
    expect(ofEditor).toHaveLength(1);
    await later(issue);
    const [mail, second] = await mails(editor, number);
    for (const said of words) expect(mail?.text).toContain(said);
    expect(second).toBeUndefined();
  });
});
