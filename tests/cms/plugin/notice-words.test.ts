import { describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';

describe('a mail to a colleague', () => {
  it('cannot be steered by what somebody is called', () => {
    type Module = typeof import('../../../cms/plugin/server/src/notices/write-notice');
    const { writeNotice } = loadPlugin<Module>('notices/write-notice');
    const by = 'Amal\u202e\r\nBcc: x@y.test <img src=x onerror=1>';
    for (const language of ['fr', 'en', 'ar'] as const) {
      const { subject, html, text } = writeNotice({
        kind: 'invited',
        facts: { issue: null, number: null, language: null, by, words: '' },
        language,
        brand: { title: 'أمانيوز', colour: 'red;background:url(x)' },
        link: 'https://news.example.test/admin/auth/register?registrationToken=a',
        choiceLink: null,
        figures: null,
        said: [{ is: 'answer', thread: 1, where: by, quote: by, by, words: by }],
      });
      expect(`${subject}${text}${html}`).not.toContain('\u202e');
      expect(subject).not.toMatch(/[\r\n]/);
      expect(html).not.toContain('<img');
      expect(html).not.toContain('url(x)');
      expect(html).toContain('<bdi>');
    }
  });
});
