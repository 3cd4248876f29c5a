import { checkEdition, parseIssue, renderIssue, type IssueInput } from '@nachra/renderer';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { amanews242, anIssue } from '../support/issue';

/** Mails of other programs that were shown wrongly, as people reported it publicly; docs/public-reports.md lists them. */
describe('a mail', () => {
  const rendered = async (issue: IssueInput) => load((await renderIssue(parseIssue(issue))).html);
  const picture = (src: string): IssueInput['sections'][number] => ({
    type: 'image',
    image: { src, alt: 'Une agence' },
  });

  it('gives each picture its width in pixels, whose own size nobody knows', async () => {
    // https://github.com/TryGhost/Ghost/pull/19527, https://github.com/ckeditor/ckeditor4/issues/1171: Outlook shows it whole.
    const page = await rendered(anIssue({ sections: [picture('https://media.example/photo.jpg')] }));
    const widths = page('img')
      .toArray()
      .map((image) => page(image).attr('width') ?? '');
    expect(widths.length).toBeGreaterThan(0);
    for (const width of widths) {
      expect(width).toMatch(/^\d+$/);
      expect(Number(width)).toBeLessThanOrEqual(600);
    }
  });

  it('warns of pictures that some readers do not see', async () => {
    // https://github.com/shopsys/shopsys/issues/4256 (WebP), https://github.com/nextcloud/server/issues/34833 (SVG)
    const sections = ['webp', 'svg', 'png'].map((end) => picture(`https://media.example/photo.${end}`));
    const issue = parseIssue(anIssue({ sections }));
    const findings = await checkEdition(issue, await renderIssue(issue));
    expect(findings.filter(({ rule }) => rule === 'image-format').map(({ place }) => place)).toEqual([
      'sections[0].image.src',
      'sections[1].image.src',
    ]);
  });

  it.each(['fr', 'ar', 'en'] as const)(
    'says its language and direction to whoever reads it aloud: %s',
    async (language) => {
      // https://github.com/mjmlio/mjml/issues/689
      const page = await rendered(amanews242(language));
      expect([page('html').attr('lang'), page('html').attr('dir')]).toEqual([
        language,
        language === 'ar' ? 'rtl' : 'ltr',
      ]);
    },
  );

  it('begins with its preheader, and fills the line of the inbox behind a short one', async () => {
    // https://github.com/mjmlio/mjml/issues/1829, https://github.com/adobe/aem-core-email-components/issues/265
    const page = await rendered(anIssue({ masthead: { preheader: 'Le mot du mois' } }));
    const [first = ''] = page('body').text().trimStart().split('\u034f');
    expect(first).toBe('Le mot du mois');
    const hidden = page('div[style*="display:none"]').first().text();
    expect(hidden.length).toBeGreaterThan(150);
  });
});
