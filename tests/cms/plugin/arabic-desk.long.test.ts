import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssueDetail, JournalRow, Page } from '../../../cms/plugin/shared/desk';
import { loadPlugin } from '../../support/cms';
import type { SmtpSink } from '../../support/smtp-sink';
import type { Newsroom, Refused } from './newsroom';
import { openSendingNewsroom } from './sending-newsroom';

/** As a reader sees it: the marks that keep a name's order are invisible. */
const seen = (text: string) => text.replace(/[\u2068\u2069]/g, '');

describe('the desk of somebody who reads Arabic', () => {
  let room: Newsroom;
  let sink: SmtpSink;
  let token: string;

  beforeAll(async () => {
    ({ sink, room } = await openSendingNewsroom({ NACHRA_WORKER: 'none', TEST_NOTICES: 'true' }));
    token = await room.cms.token();
  });
  afterAll(() => room?.close());

  const prefer = (preferedLanguage: string | null) =>
    room.cms.strapi.db.query('admin::user').updateMany({ where: {}, data: { preferedLanguage } });
  const ask = <T>(path: string, language = 'fr-FR,fr;q=0.9') =>
    room.cms.call<T>('GET', path, { token, headers: { 'accept-language': language } });

  it('refuses in Arabic whoever chose it, or asks for it and chose nothing', async () => {
    const refused = async (language: string) =>
      (await ask<Refused>('/newsletter/issues/none', language)).body.error.message;
    const asksForArabic = 'ar-MA,ar;q=0.9,fr;q=0.8';
    await prefer('ar');
    expect(await refused('fr-FR')).toBe('هذا العدد غير موجود أو حُذف.');
    await prefer(null);
    expect(await refused(asksForArabic)).toBe('هذا العدد غير موجود أو حُذف.');
    await prefer('fr');
    expect(await refused(asksForArabic)).toBe('Ce numéro n’existe pas, ou a été supprimé.');
  });

  it('says in Arabic what the preflight found, and where', async () => {
    await prefer('ar');
    const issue = await room.issue({
      preheader: '',
      articles: [await room.article({ title: 'Salon', body: [] })],
    });
    const { body } = await ask<IssueDetail>(`/newsletter/issues/${issue}`);
    expect(body.findings.map(({ rule, place }) => [rule, seen(place)])).toEqual(
      expect.arrayContaining([
        ['preheader-missing', 'العدد، نص المعاينة'],
        ['body-empty', 'المقال «Salon»، النص'],
      ]),
    );
    const said = body.findings.map(({ message, remedy }) => `${message} ${remedy}`).join(' ');
    expect(said).toContain('ليس لمقال «Salon» نص.');
  });

  it('reads the journal in Arabic, on the page and in its file', async () => {
    await prefer('ar');
    const { openJournal } =
      loadPlugin<typeof import('../../../cms/plugin/server/src/common/journal')>('common/journal');
    await openJournal(room.cms.strapi, () => new Date('2026-11-02T09:00:00Z')).record({
      ...{ name: 'issue.submitted', by: { id: '901', name: 'Rim Alaoui' }, number: 777, language: 'fr' },
      data: { asked: ['Nadia Berrada', 'سلمى'] },
    });
    const sentence = 'تقديم العدد 777 (بالفرنسية) للمراجعة (طُلبت من: Nadia Berrada، سلمى).';
    const { body } = await ask<Page<JournalRow>>('/newsletter/journal?number=777');
    expect(body.rows.map((row) => seen(row.sentence))).toEqual([sentence]);
    const file = await ask<string>('/newsletter/journal.csv?number=777');
    expect(file.headers.get('content-disposition')).toMatch(/journal-\d{4}-\d\d-\d\d\.csv/);
    const lines = file.body.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines.map((line) => seen(line).split(';'))).toEqual([
      ['الوقت (UTC)', 'الشخص', 'الحساب', 'النوع', 'العدد', 'اللغة', 'ما جرى', 'الرمز', 'الإرسال'],
      [
        ...['2026-11-02T09:00:00.000Z', 'Rim Alaoui', '901', 'اعتماد', '777', 'fr'],
        ...[sentence, 'issue.submitted', ''],
      ],
    ]);
  });

  it('sees the preview’s own pages from right to left', async () => {
    await prefer('ar');
    const link = await ask<{ data: { url: string } }>(
      `/content-manager/preview/url/plugin::newsletter.issue?documentId=${await room.issue()}&status=draft`,
    );
    const shell = await room.cms.call<string>('GET', link.body.data.url);
    expect(shell.body).toContain('<html lang="ar" dir="rtl">');
    expect(shell.body).toContain('<span>الوضع الداكن</span>');
    const expired = await ask<string>('/newsletter/preview/none', 'ar');
    expect(expired.status).toBe(404);
    expect(expired.body).toContain('<html lang="ar" dir="rtl">');
    expect(expired.body).toContain('انتهت صلاحية هذه المعاينة');
  });

  it('gets mails in Arabic, with Latin names in an order of their own', async () => {
    await room.cms.token('nachra-editor');
    await room.cms.token('nachra-publisher');
    await prefer('fr');
    const where = { email: 'nachra-publisher@nachra.test' };
    const { id } = (await room.cms.strapi.db
      .query('admin::user')
      .update({ where, data: { preferedLanguage: 'ar' } })) as { id: number };
    const issue = await room.issue({ number: 778 });
    const asked = await room.cms.call<Refused>('POST', `/newsletter/issues/${issue}/submit`, {
      token: await room.cms.token('nachra-editor'),
      body: { people: [id], message: 'Peux-tu relire avant midi ?' },
    });
    expect(asked.status).toBe(200);
    const mail = await sink.messageTo(where.email);
    expect(mail.subject).toBe('طلب مراجعة: \u2068AMANEWS\u2069، العدد 778 (بالفرنسية)');
    expect(mail.headers.get('content-language')).toBe('ar');
    const html = String(mail.html);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toMatch(/يطلب منكم <bdi>nachra-editor Test<\/bdi> مراجعة العدد 778 \(بالفرنسية\)\./);
    expect(html).toMatch(/<div\s+dir="auto"[^>]*>\s*Peux-tu relire avant midi \?/);
    expect(mail.text).toContain('يطلب منكم \u2068nachra-editor Test\u2069 مراجعة العدد 778 (بالفرنسية).');
    expect(mail.text).toContain('فتح العدد:\n');
  });
});
