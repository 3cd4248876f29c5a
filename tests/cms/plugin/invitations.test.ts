import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Invitation } from '../../../cms/plugin/shared/desk';
import { startSmtpSink } from '../../support/smtp-sink';
import { eventually, type Newsroom, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

const sink = await startSmtpSink();
afterAll(() => sink.close());
let made = 0;

onEachDatabase('an invitation', { SMTP_URL: sink.url }, (opened) => {
  let room: Newsroom;
  let address: string;
  let id: number;

  beforeAll(async () => {
    room = opened();
    made += 1;
    address = `leila.${made}@example.test`;
    const role = (await room.cms.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'nachra-editor' } })) as { id: number };
    const { status, body } = await room.cms.call<{ data: { id: number } }>('POST', '/admin/users', {
      token: await room.cms.token(),
      body: {
        ...{ firstname: 'Leïla', lastname: 'Alaoui', email: address, roles: [role.id] },
        preferedLanguage: 'ar',
      },
    });
    expect(status).toBe(201);
    ({ id } = body.data);
  });

  const list = () => room.desk<Invitation[]>('GET', '/invitations');
  const again = () => room.desk<Invitation[] & Refused>('POST', `/invitations/${id}/send`);
  const token = async () =>
    (
      (await room.cms.strapi.db.query('admin::user').findOne({ where: { id } })) as {
        registrationToken: string;
      }
    ).registrationToken;

  it('is mailed in the language of whoever is invited, with who invited and the link alone', async () => {
    const mail = await sink.messageTo(address);
    expect(mail.subject).toContain('strapi-super-admin Test');
    expect(String(mail.html)).toMatch(/<html lang="ar" dir="rtl"/);
    expect(mail.text).toContain(`/admin/auth/register?registrationToken=${await token()}`);
    expect(mail.text).not.toContain('/plugins/newsletter/notices');
    const { body } = await list();
    expect(body).toMatchObject([
      { id, name: 'Leïla Alaoui', address, roles: ['Rédaction'], notice: { state: 'sent', reason: null } },
    ]);
    const stored = JSON.stringify([
      await room.cms.strapi.db.query('plugin::newsletter.notice').findMany(),
      await room.cms.strapi.db.query('plugin::newsletter.journal-entry').findMany(),
    ]);
    expect(stored).not.toContain(await token());
    expect(stored).not.toContain(address);
  });

  it('is sent again five times a day at most, on record, until the account is open', async () => {
    for (let count = 2; count <= 5; count += 1) {
      expect((await again()).status).toBe(200);
      await eventually(
        () => sink.messagesTo(address),
        ({ length }) => length === count,
      );
    }
    const refused = await again();
    expect([refused.status, refused.body.error.details.code]).toEqual([429, 'INVITATION_LIMIT']);
    const entries = await room.desk<{ rows: { name: string; sentence: string }[] }>(
      'GET',
      '/journal?kind=rights',
    );
    expect(entries.body.rows.map(({ sentence }) => sentence)).toContain(
      'A invité « Leïla Alaoui » par courriel.',
    );
    const registrationToken = await token();
    const registered = await room.cms.call('POST', '/admin/register', {
      body: {
        registrationToken,
        userInfo: { firstname: 'Leïla', lastname: 'Alaoui', password: 'Correct-Horse-1' },
      },
    });
    expect(registered.status).toBe(200);
    expect((await list()).body).toEqual([]);
    const late = await again();
    expect([late.status, late.body.error.details.code]).toEqual([404, 'INVITATION_UNKNOWN']);
  });
});
