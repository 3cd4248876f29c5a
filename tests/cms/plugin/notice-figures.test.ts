import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';
import { plain } from '../../support/mail-text';

const { writeNotice } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/notices/write-notice')>('notices/write-notice');
const none = {
  ...{ queued: 0, claimed: 0, sending: 0, accepted: 0, deferred: 0, rejected: 0 },
  ...{ 'in-doubt': 0, suppressed: 0, cancelled: 0 },
};

function told(language: 'fr' | 'en' | 'ar', counts: Partial<typeof none> | null) {
  const all = { ...none, ...counts };
  const recipients = Object.values(all).reduce((sum, count) => sum + count, 0);
  const { html, text } = writeNotice({
    kind: 'sent',
    facts: { issue: 'a', number: 242, language: 'fr', by: null, words: '' },
    language,
    brand: { title: 'AMANEWS', colour: '#0b5d57' },
    link: 'https://news.example.test/admin/plugins/newsletter/issues/a',
    choiceLink: 'https://news.example.test/admin/plugins/newsletter/notices',
    said: [],
    figures: counts && { recipients, counts: all, bounced: 2 },
  });
  const page = load(html);
  return {
    rows: page('th')
      .toArray()
      .map((head) => [plain(page(head).text()), plain(page(head).next().text())].join(' = ')),
    text: text.split('\n').map(plain),
    html,
  };
}

describe('the mail that tells that a send has ended', () => {
  it('says what became of each recipient, in the mail and in its text part', () => {
    const { rows, text, html } = told('fr', { accepted: 1204, rejected: 3, suppressed: 1 });
    expect(rows).toEqual([
      'Destinataires = 1 208',
      'Acceptés par notre serveur d’envoi = 1 204',
      'dont retours = 2',
      'Refusés = 3',
      'Encore en attente = 0',
      'Écartés en route = 1',
    ]);
    expect(text).toEqual(expect.arrayContaining(rows.map((row) => row.replace(' = ', ' : '))));
    expect(html).toContain('/admin/plugins/newsletter/issues/a');
  });

  it('counts whatever may still leave as waiting', () => {
    const { rows } = told('en', { accepted: 2, queued: 1, claimed: 1, sending: 1, deferred: 1000 });
    expect(rows).toContain('Still waiting = 1,003');
    expect(rows).not.toContainEqual(expect.stringMatching(/doubt|Suppressed|Not sent/));
  });

  it('does so in Arabic from the right, with the digits of Morocco', () => {
    const { rows, html } = told('ar', { accepted: 1204, 'in-doubt': 1 });
    expect(rows[0]).toBe('المرسل إليهم = 1.205');
    expect(rows).toContain('غير مؤكدة = 1');
    expect(html).toMatch(/<th[^>]*text-align:right/);
  });

  it('says nothing of figures where the ledger knows none', () => {
    const { rows, text } = told('fr', null);
    expect(rows).toEqual([]);
    expect(text.join(' ')).not.toContain('Destinataires');
  });
});
