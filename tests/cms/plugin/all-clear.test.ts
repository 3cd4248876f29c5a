import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IssueDetail } from '../../../cms/plugin/shared/desk';
import { startSmtpSink } from '../../support/smtp-sink';
import { eventually, type Newsroom, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const [editor, publisher, admin] = ['nachra-editor', 'nachra-publisher', 'strapi-super-admin'];
const sink = await startSmtpSink();
/** Of the issue that was made last; the databases share one mail server. */
let lastNumber = 600;

afterAll(() => sink.close());

onEachDatabase('an all-clear of a review', { SMTP_URL: sink.url, TEST_NOTICES: 'true' }, (opened) => {
  let room: Newsroom;
  let ids: { publisher: number; admin: number };

  beforeAll(async () => {
    room = opened();
    for (const role of [editor, publisher, admin]) await room.cms.token(role);
    ids = { publisher: await idOf(publisher), admin: await idOf(admin) };
    await room.cms.strapi.db
      .query('admin::user')
      .updateMany({ where: { email: `${editor}@nachra.test` }, data: { preferedLanguage: 'fr' } });
  });

  const idOf = async (role: string) =>
    (
      (await room.cms.strapi.db
        .query('admin::user')
        .findOne({ where: { email: `${role}@nachra.test` } })) as { id: number }
    ).id;
  const as =
    (role: string) =>
    <T = IssueDetail & Refused>(...asked: Parameters<Newsroom['desk']>) =>
      room.as(role)<T>(...asked);
  const mails = async (number: number, count: number) =>
    eventually(
      async () =>
        (await sink.messagesTo(`${editor}@nachra.test`)).filter(({ subject = '' }) =>
          subject.includes(String(number)),
        ),
      ({ length }) => length >= count,
    );
  const asked = async (people: number[]) => {
    const number = (lastNumber += 1);
    const issue = await room.issue({ number });
    const { status } = await as(editor)('POST', `/issues/${issue}/submit`, { people });
    expect(status).toBe(200);
    return { issue, number };
  };

  it('may be read without anything to say: that holds for what was read, is told to whoever asked, and can be taken back', async () => {
    const { issue, number } = await asked([ids.publisher]);
    const seen = async () => (await as(publisher)('GET', `/issues/${issue}`)).body;
    const say = (role: string, hash: string | null | undefined) =>
      as(role)('POST', `/issues/${issue}/all-clear`, { hash });
    const refusal = async (answer: ReturnType<typeof say>) => {
      const { status, body } = await answer;
      return [status, body.error.details.code];
    };
    const hash = (await seen()).edition?.hash;
    expect(await refusal(say(editor, hash))).toEqual([403, 'REVIEW_NOT_ASKED']);
    expect(await refusal(say(publisher, 'a'.repeat(64)))).toEqual([409, 'EDITION_CHANGED']);
    const read = (await say(publisher, hash)).body;
    expect(read.stage).toBe('in-review');
    expect(read.review?.asked).toMatchObject([{ isMine: true, allClear: { isCurrent: true } }]);
    await say(publisher, hash);
    const [mail] = await mails(number, 1);
    expect(mail?.subject).toBe(`AMANEWS n° ${number} (français) : lu, rien à signaler`);
    expect(mail?.text).toContain('nachra-publisher Test a lu le');

    // What is changed after that she has not read.
    await room.update('plugin::newsletter.issue', issue, { subject: `Un autre objet du n° ${number}` });
    const changed = await seen();
    expect(changed.review?.asked[0]?.allClear?.isCurrent).toBe(false);
    expect(await refusal(say(publisher, hash))).toEqual([409, 'EDITION_CHANGED']);
    const again = (await say(publisher, changed.edition?.hash)).body;
    expect(again.review?.asked[0]?.allClear?.isCurrent).toBe(true);
    await mails(number, 2);
    const back = (await say(publisher, null)).body;
    expect(back.review?.asked[0]?.allClear).toBeNull();

    await as(publisher)('POST', `/issues/${issue}/send-back`, {
      reason: 'Une remarque tout de même.',
    });
    expect(await refusal(say(publisher, changed.edition?.hash))).toEqual([409, 'REVIEW_OVER']);
    const { body } = await room.desk<{ rows: { name: string }[] }>(
      'GET',
      `/journal?number=${number}&kind=issue`,
    );
    const given = body.rows.map(({ name }) => name).filter((name) => name.includes('all-clear'));
    expect(given).toEqual(['issue.all-clear-taken-back', 'issue.all-clear', 'issue.all-clear']);
    // Two of what she read, and one of what she sent back.
    expect(await mails(number, 3)).toHaveLength(3);
  });

  it('keeps what each says, where several say it at once', async () => {
    const { issue } = await asked([ids.publisher, ids.admin]);
    const { edition } = (await as(publisher)('GET', `/issues/${issue}`)).body;
    const words = [publisher, admin].map((role) =>
      as(role)('POST', `/issues/${issue}/all-clear`, { hash: edition?.hash }),
    );
    expect((await Promise.all(words)).map(({ status }) => status)).toEqual([200, 200]);
    const { review } = (await as(editor)('GET', `/issues/${issue}`)).body;
    expect(review?.asked.map(({ allClear }) => allClear?.isCurrent)).toEqual([true, true]);
  });
});
