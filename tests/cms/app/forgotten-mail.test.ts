import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { until } from '../../support/until';
import { brand } from '../plugin/newsroom';

describe('the mail to whoever has forgotten the password', () => {
  let cms: RunningCms;
  let sink: SmtpSink;
  const address = 'nachra-editor@nachra.test';
  beforeAll(async () => {
    sink = await startSmtpSink();
    cms = await startCms({ SMTP_URL: sink.url });
    await cms.token('nachra-editor');
  });
  afterAll(async () => {
    await cms.close();
    await sink.close();
  });

  const asked = async (preferedLanguage: string | null, count: number) => {
    await cms.strapi.db
      .query('admin::user')
      .update({ where: { email: address }, data: { preferedLanguage } });
    const { status } = await cms.call('POST', '/admin/forgot-password', { body: { email: address } });
    expect(status).toBe(204);
    return until(
      () => sink.messagesTo(address),
      ({ length }) => length === count,
    ).then((mails) => mails[count - 1]);
  };

  it('is in the language of the account, with the link that Strapi made', async () => {
    const arabic = await asked('ar', 1);
    expect(arabic?.subject).toBe('اختيار كلمة سر جديدة لحسابكم في Nachra');
    expect(String(arabic?.html)).toContain('<html lang="ar" dir="rtl">');
    const code = /\/admin\/auth\/reset-password\?code=(\w+)/.exec(arabic?.text ?? '')?.[1];
    expect(String(arabic?.html)).toContain(`/admin/auth/reset-password?code=${code}"`);
    const set = await cms.call('POST', '/admin/reset-password', {
      body: { resetPasswordToken: code, password: 'Correct-Horse-2' },
    });
    expect(set.status).toBe(200);
    expect((await asked(null, 2))?.subject).toBe('Nachra : choisir un nouveau mot de passe');
  });

  it('comes from the institution, once it is known', async () => {
    const data = { ...brand, senderName: 'أمانيوز' };
    await cms.strapi.documents('plugin::newsletter.brand').create({ data } as never);
    const mail = await asked('en', 3);
    expect(mail?.subject).toBe('Nachra: choose a new password');
    expect(mail?.from?.value).toEqual([{ name: 'أمانيوز', address: 'amanews@news.example.test' }]);
  });
});
