import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AudiencePreview, ExclusionRow, IssueDetail, Page } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import type { SmtpSink } from '../../support/smtp-sink';
import type { Newsroom, Refused } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

/** A number reaches a person once: in one language or another, by one campaign or the next, and again only as a correction. */
describe('a number and its readers', () => {
  let sink: SmtpSink;
  let room: Newsroom;
  beforeAll(async () => {
    ({ sink, room } = await openSendingNewsroom());
  });
  afterAll(() => room?.close());

  const exclusions = async (campaign: string, search = '') =>
    (
      await room.desk<Page<ExclusionRow>>(
        'GET',
        `/campaigns/${campaign}/exclusions?page=1&pageSize=50${search && `&search=${search}`}`,
      )
    ).body.rows;
  const subjectsTo = async (address: string) =>
    (await sink.messagesTo(address)).map(({ subject }) => subject);
  const numberOf = async (issue: string) => (await room.detail(issue)).number;

  it('goes out in French and a day later in Arabic, to the same list, twice to nobody', async () => {
    const list = await room.list('Deux langues', [
      { address: 'salma@two.test', firstName: 'Salma', lastName: 'Idrissi' },
      { address: 'omar@two.test', language: 'ar' },
      { address: 'work@two.test', language: 'ar', person: 'M-17' },
      { address: 'home@two.test', person: 'm-17 ' },
    ]);
    const french = await room.approved();
    const { body: preview } = await room.desk<AudiencePreview>('POST', `/issues/${french}/audience`, {
      listIds: [list],
    });
    expect(preview).toMatchObject({ candidates: 4, recipients: 2 });
    expect(preview.byLanguage).toContainEqual({ language: 'ar', readers: 2, edition: null });
    const first = await room.sent(french, [list]);
    expect(first).toMatchObject({ recipients: 2, byLanguage: [{ language: 'fr', recipients: 2 }] });

    const arabic = await room.inArabic(french);
    // One of those who waited has it by another address since.
    expect((await room.detail(arabic)).waiting).toEqual({ readers: 2, listIds: [list], segmentIds: [] });
    const second = await room.sent(arabic, [list]);
    expect(second).toMatchObject({ recipients: 1 });
    expect(await subjectsTo('omar@two.test')).toHaveLength(1);
    for (const address of ['salma', 'home']) expect(await subjectsTo(`${address}@two.test`)).toHaveLength(1);
    expect(await subjectsTo('work@two.test')).toEqual([]);
    expect(await exclusions(second.id, 'idrissi')).toEqual([
      expect.objectContaining({
        address: 'salma@two.test',
        name: 'Salma Idrissi',
        language: 'fr',
        reason: 'has-number',
      }) as unknown,
    ]);
    // Each page tells of its own edition.
    expect((await room.detail(french)).campaigns).toMatchObject([{ id: first.id, recipients: 2 }]);
    expect((await room.detail(arabic)).campaigns).toMatchObject([{ id: second.id, recipients: 1 }]);
  });

  it('goes once to a person of whom the institution learns only after it was sent that she is on two lists', async () => {
    const [work, home] = [
      await room.list('Bureau', ['rim@work.test']),
      await room.list('Maison', ['rim@home.test', 'ali@home.test']),
    ];
    const french = await room.approved();
    await room.sent(french, [work]);
    await room.cms.strapi.db.query('plugin::newsletter.subscriber').updateMany({
      where: { address: { $in: ['rim@work.test', 'rim@home.test'] } },
      data: { person: 'M-117' },
    });
    expect(await room.sent(french, [home])).toMatchObject({ recipients: 1, exclusions: 1 });
    expect(await subjectsTo('rim@home.test')).toEqual([]);
    expect(await subjectsTo('ali@home.test')).toHaveLength(1);
  });

  it('says in one answer how far it is and where its issue stands', async () => {
    const issue = await room.approved();
    const list = await room.list('Ensemble', ['amal@together.test']);
    const campaign = await room.sent(issue, [list]);
    expect(campaign.stages).toMatchObject([{ documentId: issue, stage: 'sent' }]);
  });

  it('is sent to those who joined since, and to nobody when all have it', async () => {
    const issue = await room.approved();
    const list = await room.list('Le reste', ['first@rest.test']);
    const first = await room.sent(issue, [list]);
    await room.reaches(issue, 'sent');
    expect((await room.send(issue, [list])).body.id).toBe(first.id);
    await room.create('plugin::newsletter.subscriber', {
      address: 'late@rest.test',
      language: 'fr',
      confirmed: true,
      lists: [list],
    });
    const rest = await room.sent(issue, [list]);
    expect(rest).toMatchObject({ recipients: 1, exclusions: 1 });
    expect(await subjectsTo('first@rest.test')).toHaveLength(1);
    expect(await subjectsTo('late@rest.test')).toHaveLength(1);
    // The list of issues tells of the last send, and of what the others reached.
    expect((await room.detail(issue)).otherSends).toEqual({ sends: 1, accepted: 1 });
    expect((await room.detail(issue)).stage).toBe('sent');
  });

  it('is corrected: marked, approved anew, sent to those who have it, shown in the archive', async () => {
    const issue = await room.approved();
    const number = await numberOf(issue);
    const list = await room.list('Rectificatif', ['reader@correct.test']);
    await room.sent(issue, [list]);
    await room.reaches(issue, 'sent');
    const correct = (reason: string) =>
      room.desk<IssueDetail & Refused>('POST', `/issues/${issue}/correct`, { reason });
    expect((await correct('  ')).status).toBe(400);
    const { body } = await correct('Le total de mai était faux.');
    expect(body).toMatchObject({
      stage: 'drafting',
      approval: null,
      correction: { round: 1, reason: 'Le total de mai était faux.' },
    });
    expect(body.edition?.subject).toMatch(/^Rectificatif\s: AMANEWS/);
    expect((await correct('Encore')).body.error.details.code).toBe('STAGE_REFUSED');
    await expect(
      room.update('plugin::newsletter.issue', issue, { correction: { round: 9 } }),
    ).rejects.toThrow();
    // Nobody sends what was wrong meanwhile.
    expect((await room.send(issue, [list])).body.error.details.code).toBe('NOT_APPROVED');
    expect((await room.approve(issue)).status).toBe(200);
    const campaign = await room.sent(issue, [list]);
    expect(campaign).toMatchObject({
      recipients: 1,
      correction: { round: 1, reason: 'Le total de mai était faux.' },
    });
    const [first, second] = await subjectsTo('reader@correct.test');
    expect(second?.replaceAll(/\s/g, ' ')).toBe(`Rectificatif : ${first?.replaceAll(/\s/g, ' ')}`);
    const page = await room.cms.call<string>('GET', `/issues/${number}/fr`);
    expect(JSON.stringify(page.body)).toContain('Rectificatif');
  });

  it('is what was sent again when its correction is taken back, as long as nothing of it was changed', async () => {
    const issue = await room.approved();
    const list = await room.list('Par mégarde', ['reader@mistake.test']);
    const takeBack = () => room.desk<IssueDetail & Refused>('POST', `/issues/${issue}/uncorrect`);
    expect((await takeBack()).body.error.details.code).toBe('CORRECTION_UNKNOWN');
    await room.sent(issue, [list]);
    await room.reaches(issue, 'sent');
    const before = await room.detail(issue);
    await room.desk('POST', `/issues/${issue}/correct`, { reason: 'Par mégarde.' });
    const { subject } = before;
    await room.update('plugin::newsletter.issue', issue, { subject: 'Autre objet' });
    const { body: refused } = await takeBack();
    expect(refused.error.details).toMatchObject({ code: 'CORRECTION_EDITED', data: { fields: ['subject'] } });
    await room.update('plugin::newsletter.issue', issue, { subject });
    const { status, body } = await takeBack();
    expect(status).toBe(200);
    const { stage, approval, edition, correction } = before;
    expect(body).toMatchObject({ stage, approval, edition, correction });
    // It can go to the rest, who have joined since, and not a second time to those who have it.
    const later = await room.list('Encore', ['more@mistake.test']);
    expect(await room.sent(issue, [list, later])).toMatchObject({ recipients: 1, correction: null });
    expect(await subjectsTo('reader@mistake.test')).toHaveLength(1);
    // And a correction that is meant is the first one.
    await room.reaches(issue, 'sent');
    const again = await room.desk<IssueDetail>('POST', `/issues/${issue}/correct`, {
      reason: 'À bon escient.',
    });
    expect(again.body.correction).toMatchObject({ round: 1 });
  });

  it('cannot be sent twice by two publishers who start both languages at the same moment', async () => {
    const readers = Array.from({ length: 12 }, (_, index) => ({
      address: `r${index}@both.test`,
      language: index % 2 === 0 ? 'fr' : 'ar',
    }));
    const list = await room.list('En même temps', readers);
    const french = await room.approved();
    const arabic = await room.inArabic(french);
    const answers = await Promise.all([room.send(french, [list]), room.send(arabic, [list])]);
    for (const { status, body } of answers) if (status === 200) await room.complete(body.id);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const { address } of readers) expect(await subjectsTo(address)).toHaveLength(1);
  });

  it('does not leave to whoever is deleted, unconfirmed or at another address by its hour', async () => {
    const names = ['deleted', 'unconfirmed', 'moved', 'kept'];
    const list = await room.list(
      'Avant l’heure',
      names.map((name) => `${name}@leaving.test`),
    );
    const issue = await room.approved();
    const { body } = await room.send(issue, [list], '2099-01-01T00:00:00Z');
    const token = await room.cms.token();
    const [deleted, unconfirmed, moved] = await Promise.all(
      names.slice(0, 3).map(async (name) => {
        const filters = { address: `${name}@leaving.test` };
        return (await room.cms.strapi.documents(uids.subscriber).findFirst({ filters }))?.documentId ?? '';
      }),
    );
    const done = [
      await room.remove(uids.subscriber, deleted ?? '', token),
      await room.save(uids.subscriber, unconfirmed ?? '', { confirmed: false }, token),
      await room.save(uids.subscriber, moved ?? '', { address: 'new@leaving.test' }, token),
    ];
    expect(done.map(({ status }) => status < 300)).toEqual([true, true, true]);
    await room.hourComes(body.id);
    expect((await room.complete(body.id)).counts).toMatchObject({ accepted: 1, suppressed: 3 });
    expect(sink.received.filter(({ to }) => to.endsWith('@leaving.test')).map(({ to }) => to)).toEqual([
      'kept@leaving.test',
    ]);
    // Whoever is at another address has not had it: it goes there with the rest.
    await room.sent(issue, [list]);
    expect(await subjectsTo('new@leaving.test')).toHaveLength(1);
  });
});
