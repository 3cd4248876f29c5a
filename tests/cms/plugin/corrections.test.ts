import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AudiencePreview, CampaignDetail, IssueDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import type { SmtpSink } from '../../support/smtp-sink';
import type { Newsroom, Refused } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

/** What a correction meets: campaigns that wait with the wrong edition, and a correction before it. */
describe('a correction', () => {
  let sink: SmtpSink;
  let room: Newsroom;
  beforeAll(async () => {
    ({ sink, room } = await openSendingNewsroom());
  });
  afterAll(() => room?.close());

  const approveAgain = async (issue: string) => expect((await room.approve(issue)).status).toBe(200);
  const read = async (id: string) => (await room.desk<CampaignDetail>('GET', `/campaigns/${id}`)).body;
  const started = async (...given: Parameters<Newsroom['send']>) => {
    const { status, body } = await room.send(...given);
    expect([status, body.error]).toEqual([200, undefined]);
    return body.id;
  };
  const correct = async (issue: string) => {
    const reason = 'Le total de mai était faux.';
    const { status, body } = await room.desk<IssueDetail & Refused>('POST', `/issues/${issue}/correct`, {
      reason,
    });
    expect([status, body.error]).toEqual([200, undefined]);
  };
  const joins = (address: string, list: string, language = 'fr') =>
    room.create(uids.subscriber, { address, language, confirmed: true, lists: [list] });
  const later = '2099-01-01T00:00:00Z';

  /** A ledger of before the correction came back, and somebody wants it to go on. */
  async function decidesAfterRestore(campaign: string) {
    const ledger = await room.openLedger();
    await ledger.run(`UPDATE campaign SET intent = 'run', hold = 'older' WHERE uid = ?`, [campaign]);
    await ledger.close();
    const decide = (choice: string) => room.desk<Refused>('POST', `/holds/campaigns/${campaign}`, { choice });
    expect(await decide('send-the-rest')).toMatchObject({
      status: 409,
      body: { error: { details: { code: 'EDITION_CORRECTED' } } },
    });
    expect((await decide('cancel')).status).toBe(200);
    expect((await read(campaign)).status).toBe('cancelled');
  }

  it('stops what waits of the wrong edition, in a campaign of another language too', async () => {
    const french = await room.approved();
    const list = await room.list('Encore à partir', ['first@waits.test']);
    await room.sent(french, [list]);
    await joins('second@waits.test', list);
    const rest = await started(french, [list], later);
    const arabic = await room.inArabic(french);
    await joins('third@waits.test', list);
    await joins('arabic@waits.test', list, 'ar');
    const carrying = await started(arabic, [list], later);
    expect((await room.detail(arabic)).stage).toBe('scheduled');

    await correct(french);
    for (const id of [rest, carrying]) expect((await read(id)).status).toBe('cancelled');
    expect((await room.detail(arabic)).stage).toBe('approved');
    await decidesAfterRestore(rest);

    await approveAgain(french);
    expect(await room.sent(french, [list])).toMatchObject({ recipients: 4 });
    expect(await sink.messagesTo('first@waits.test')).toHaveLength(2);
    expect(await sink.messagesTo('arabic@waits.test')).toHaveLength(1);
    for (const name of ['second', 'third']) {
      const subjects = (await sink.messagesTo(`${name}@waits.test`)).map(({ subject }) => subject);
      expect(subjects).toEqual([expect.stringContaining('Rectificatif')]);
    }
  });

  it('is shown before sending to whoever has what is corrected, whatever language is hers', async () => {
    const french = await room.approved();
    const list = await room.list('Deux langues', [{ address: 'omar@shown.test', language: 'ar' }]);
    const { body } = await room.desk<CampaignDetail>('POST', `/issues/${french}/campaigns`, {
      ...{ listIds: [list], segmentIds: [], startAt: null },
      missing: { ar: 'default' },
    });
    await room.complete(body.id);
    await joins('aya@shown.test', list, 'ar');
    await correct(french);
    await approveAgain(french);
    const counted = async () =>
      (await room.desk<AudiencePreview>('POST', `/issues/${french}/audience`, { listIds: [list] })).body
        .byLanguage;
    const corrected = { language: 'ar', edition: 'fr', readers: 1 };
    expect(await counted()).toEqual(
      expect.arrayContaining([corrected, { language: 'ar', edition: null, readers: 1 }]),
    );
    await room.inArabic(french);
    const [both, written] = [await counted(), await room.sent(french, [list])];
    expect(both).toHaveLength(2);
    expect(both).toEqual(expect.arrayContaining([corrected, { language: 'ar', edition: 'ar', readers: 1 }]));
    expect(written.byLanguage).toMatchObject([
      { language: 'ar', recipients: 1 },
      { language: 'fr', recipients: 1 },
    ]);
  });

  it('that repeats the bytes of the one before is sent when somebody starts it, and not before', async () => {
    const issue = await room.approved();
    const list = await room.list('Deux fois', ['reader@twice.test']);
    await room.sent(issue, [list]);
    await correct(issue);
    await approveAgain(issue);
    const first = await room.sent(issue, [list]);
    await correct(issue);
    await approveAgain(issue);
    // Whoever reads a campaign that is over brings the stages in line with the ledger.
    await read(first.id);
    expect((await room.detail(issue)).stage).toBe('approved');
    expect(await sink.messagesTo('reader@twice.test')).toHaveLength(2);
    expect(await room.sent(issue, [list])).toMatchObject({ recipients: 1, correction: { round: 2 } });
    expect(await sink.messagesTo('reader@twice.test')).toHaveLength(3);
  });

  it('keeps number, language and the issue itself, and the archive as readers have it', async () => {
    const issue = await room.approved({ subject: 'Objet que les lecteurs ont' });
    const { number } = await room.detail(issue);
    const list = await room.list('Archivé', ['reader@archive.test']);
    await room.sent(issue, [list]);
    await correct(issue);
    const editor = await room.cms.token('nachra-editor');
    const codeOf = ({ body }: { body: Refused }) => body.error?.details.code;
    expect(codeOf(await room.remove<Refused>(uids.issue, issue, editor))).toBe('CORRECTION_BOUND');
    for (const data of [{ number: 9_244 }, { language: 'ar' }])
      expect(codeOf(await room.save<Refused>(uids.issue, issue, data, editor))).toBe('CORRECTION_BOUND');
    const subject = 'Objet que personne n’a encore approuvé';
    const saved = await room.save<Refused>(uids.issue, issue, { number, language: 'fr', subject }, editor);
    expect(saved.status).toBe(200);
    const { body: archive } = await room.cms.call<string>('GET', '/');
    expect(archive).toContain('Objet que les lecteurs ont');
    expect(archive).toContain(`/issues/${number}/fr`);
    expect(archive).not.toContain('personne');
  });
});
