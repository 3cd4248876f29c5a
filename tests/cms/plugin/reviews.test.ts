import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { IssueDetail, Reviewers } from '../../../cms/plugin/shared/desk';
import { startSmtpSink, type SinkAnswer } from '../../support/smtp-sink';
import { eventually, type Newsroom, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const [editor, publisher] = ['nachra-editor@nachra.test', 'nachra-publisher@nachra.test'];
const answers = new Map<string, SinkAnswer>();
const sink = await startSmtpSink({ answer: (address) => answers.get(address) ?? 'accept' });
/** Of the issue that was made last; the databases share one mail server. */
let lastNumber = 400;

afterAll(() => sink.close());

onEachDatabase('a review', { SMTP_URL: sink.url, TEST_NOTICES: 'true' }, (opened) => {
  let room: Newsroom;
  let ids: Record<'editor' | 'publisher', number>;

  beforeAll(async () => {
    room = opened();
    await as('nachra-editor')('GET', '/notices');
    await as('nachra-publisher')('GET', '/notices');
    await room.cms.token();
    ids = { editor: await idOf(editor), publisher: await idOf(publisher) };
    await speak(ids.editor, 'fr');
    await speak(ids.publisher, 'ar');
  });

  /** What a test that fails leaves behind is no other's. */
  afterEach(async () => {
    answers.clear();
    await room.cms.strapi.db
      .query('admin::user')
      .update({ where: { id: ids.publisher }, data: { isActive: true } });
  });

  const idOf = async (email: string) =>
    ((await room.cms.strapi.db.query('admin::user').findOne({ where: { email } })) as { id: number }).id;
  const speak = (id: number, preferedLanguage: string) =>
    room.cms.strapi.db.query('admin::user').update({ where: { id }, data: { preferedLanguage } });
  const as =
    (role: string) =>
    <T = IssueDetail & Refused>(...asked: Parameters<Newsroom['desk']>) =>
      room.as(role)<T>(...asked);
  const mailsTo = async (address: string, number: number) =>
    (await sink.messagesTo(address)).filter(({ subject = '' }) => subject.includes(String(number)));
  const mailTo = (address: string, number: number, count = 1) =>
    eventually(
      () => mailsTo(address, number),
      ({ length }) => length >= count,
    ).then((mails) => mails[count - 1]);
  const asked = async (over: object = {}) => {
    const issue = await room.issue({ number: (lastNumber += 1) });
    const body = { people: [ids.publisher], message: 'Peux-tu relire <b>avant midi</b> ?', ...over };
    const { status, body: detail } = await as('nachra-editor')('POST', `/issues/${issue}/submit`, body);
    expect([status, detail.error]).toEqual([200, undefined]);
    return { issue, number: detail.number, detail };
  };

  it('is asked of people and roles who may see the issue, and of nobody else', async () => {
    const issue = await room.issue();
    await as('nachra-author')('GET', '/notices');
    const { body } = await as('nachra-editor')<Reviewers>('GET', `/issues/${issue}/reviewers`);
    expect(body.people.map(({ name, mayApprove }) => [name, mayApprove])).toContainEqual([
      'nachra-publisher Test',
      true,
    ]);
    expect(body.people.map(({ name }) => name)).not.toContain('nachra-author Test');
    expect(body.people.map(({ id }) => id)).not.toContain(ids.editor);
    expect(body.roles.map(({ name, people }) => [name, people])).toContainEqual(['Diffusion', 1]);
    const author = await idOf('nachra-author@nachra.test');
    const refused = await as('nachra-editor')('POST', `/issues/${issue}/submit`, { people: [author] });
    expect([refused.status, refused.body.error.details.code]).toEqual([409, 'REVIEWER_UNKNOWN']);
    // A role that was deleted meanwhile asks nobody: that is said, and not passed over.
    const nobody = await as('nachra-editor')('POST', `/issues/${issue}/submit`, { roles: [999_999] });
    expect([nobody.status, nobody.body.error.details.code]).toEqual([409, 'REVIEWER_UNKNOWN']);
    expect((await room.detail(issue)).stage).toBe('drafting');
  });

  it('reaches whoever is asked, in her language, escaped, with a link and without the edition', async () => {
    const { number, issue } = await asked();
    const mail = await mailTo(publisher, number);
    expect(mail?.subject).toContain(`العدد ${number}`);
    expect(mail?.from?.text).toContain('amanews@news.example.test');
    const html = String(mail?.html);
    expect(html).toMatch(/<html lang="ar" dir="rtl"/);
    expect(html).toContain('&lt;b&gt;avant midi&lt;/b&gt;');
    expect(html).toContain('<bdi>nachra-editor Test</bdi>');
    expect(html).toContain(`/admin/plugins/newsletter/issues/${issue}"`);
    expect(mail?.text).toContain('> Peux-tu relire <b>avant midi</b> ?');
    expect(`${html}${mail?.text}`).not.toContain('Le Conseil d’administration');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    const { review } = (await as('nachra-publisher')('GET', `/issues/${issue}`)).body;
    expect(review).toMatchObject({
      isAsked: true,
      by: { name: 'nachra-editor Test' },
      asked: [{ id: ids.publisher, notice: { state: 'sent', reason: null } }],
      ended: null,
    });
  });

  it('is sent back with a reason, told to whoever asked for it and on record; then approved, told to both', async () => {
    const { issue, number } = await asked({ people: [], roles: [await roleOf('Diffusion')] });
    await mailTo(publisher, number);
    const back = await as('nachra-publisher')('POST', `/issues/${issue}/send-back`, {
      reason: 'Le titre de la page 2 est faux.',
    });
    expect([back.status, back.body.stage]).toEqual([200, 'drafting']);
    expect(back.body.review?.ended).toMatchObject({
      because: 'sent-back',
      by: 'nachra-publisher Test',
      reason: 'Le titre de la page 2 est faux.',
    });
    const mail = await mailTo(editor, number);
    expect(mail?.subject).toBe(`AMANEWS n° ${number} (français) : à corriger`);
    expect(mail?.text).toContain('> Le titre de la page 2 est faux.');
    const again = await as('nachra-publisher')('POST', `/issues/${issue}/send-back`, { reason: 'Encore.' });
    expect([again.status, again.body.error.details.code]).toEqual([409, 'STAGE_REFUSED']);

    const earlier = async () =>
      (
        await as('nachra-editor')<{ earlier: { because: string; text: string } | null }>(
          'GET',
          `/issues/${issue}/earlier`,
        )
      ).body.earlier;
    const subject = `AMANEWS n° ${number}, le sujet corrigé du mois`;
    await room.update('plugin::newsletter.issue', issue, {
      subject,
      sections: [{ __component: 'newsletter-section.quote', text: 'Une autre page' }],
    });
    await as('nachra-editor')('POST', `/issues/${issue}/submit`, { people: [ids.publisher] });
    await mailTo(publisher, number, 2);
    expect((await earlier())?.because).toBe('sent-back');
    expect((await earlier())?.text).toContain('Le Conseil d’administration s’est réuni');
    const { edition, findings } = (await as('nachra-publisher')('GET', `/issues/${issue}`)).body;
    const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
    const approved = await as('nachra-publisher')('POST', `/issues/${issue}/approve`, {
      hash: edition?.hash,
      acknowledged,
    });
    expect([approved.status, approved.body.stage]).toEqual([200, 'approved']);
    expect((await mailTo(editor, number, 2))?.subject).toContain('approuvé');
    const entries = await room.desk<{ rows: { name: string; sentence: string }[] }>(
      'GET',
      `/journal?number=${number}&kind=issue`,
    );
    expect(entries.body.rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['issue.sent-back', 'issue.submitted', 'issue.approved']),
    );
    expect(entries.body.rows.map(({ sentence }) => sentence).join(' ')).toContain(
      'Le titre de la page 2 est faux.',
    );
  });

  it('tells nobody whose account or right has ended, and nobody who does not want to be told', async () => {
    const users = room.cms.strapi.db.query('admin::user');
    await as('nachra-publisher')('POST', '/notices', { muted: ['review-asked'] });
    const muted = await asked();
    const notice = async (issue: string) =>
      (await as('nachra-editor')('GET', `/issues/${issue}`)).body.review?.asked[0]?.notice;
    expect(await notice(muted.issue)).toEqual({ state: 'withheld', reason: 'muted' });
    await as('nachra-publisher')('POST', '/notices', { muted: [] });

    answers.set(publisher, { reply: '451 4.7.1 Later', at: 'rcpt' });
    const before = sink.attempts(publisher);
    const late = await asked();
    // It waits before it is tried as well.
    await eventually(
      async () => notice(late.issue),
      (one) => one?.state === 'pending' && sink.attempts(publisher) > before,
    );
    answers.delete(publisher);
    await users.update({ where: { id: ids.publisher }, data: { isActive: false } });
    const attempts = sink.attempts(publisher);
    await dueNow();
    await eventually(
      async () => notice(late.issue),
      (one) => one?.state === 'withheld',
    );
    expect(await notice(late.issue)).toEqual({ state: 'withheld', reason: 'no-longer-allowed' });
    expect(sink.attempts(publisher)).toBe(attempts);
  });

  it('is not told twice: what broke off or waited too long is in doubt', async () => {
    answers.set(publisher, 'cut-before-answer');
    const { issue, number } = await asked();
    const notice = async () =>
      (await as('nachra-editor')('GET', `/issues/${issue}`)).body.review?.asked[0]?.notice;
    expect(await eventually(notice, (one) => one?.state === 'in-doubt')).toMatchObject({
      reason: 'broken-off',
    });
    answers.delete(publisher);
    // As a backup brings it back: it still waits, and was due long ago.
    const notices = room.cms.strapi.db.query('plugin::newsletter.notice');
    const long = new Date(Date.now() - 3 * 3_600_000);
    await notices.updateMany({
      where: { state: 'in-doubt' },
      data: { state: 'pending', nextAt: long, facts: null },
    });
    const other = await asked();
    await mailTo(publisher, other.number);
    expect(await notice()).toEqual({ state: 'in-doubt', reason: 'too-old' });
    expect(await mailsTo(publisher, number)).toHaveLength(0);
  });

  it('goes on where the mail server refuses, and says so', async () => {
    answers.set(publisher, { reply: '550 5.1.1 No such user', at: 'rcpt' });
    const { issue, detail } = await asked();
    expect(detail.stage).toBe('in-review');
    const notice = async () =>
      (await as('nachra-editor')('GET', `/issues/${issue}`)).body.review?.asked[0]?.notice;
    expect(await eventually(notice, (one) => one?.state === 'failed')).toMatchObject({ reason: 'refused' });
    answers.delete(publisher);
  });

  const roleOf = async (name: string) =>
    ((await room.cms.strapi.db.query('admin::role').findOne({ where: { name } })) as { id: number }).id;
  /** Brings forward whatever is to be tried again, and has it looked for. */
  async function dueNow(): Promise<void> {
    await room.cms.strapi.db
      .query('plugin::newsletter.notice')
      .updateMany({ where: { state: 'pending' }, data: { nextAt: new Date() } });
    // Whatever is asked of anybody has the outbox looked into.
    await asked({ people: [await idOf('strapi-super-admin@nachra.test')] });
  }
});
