import { parseIssue, personalise, renderIssue, sampleReader, showRendition } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { anIssue } from '../../support/issue';

describe('the credit of a picture', () => {
  const picture = (caption: string) => ({ src: 'https://a.example/a.jpg', alt: '', caption: `© ${caption}` });
  const credits = ['Yassine', 'Naima', 'Karim', 'Salma'];
  const [cover = '', article = '', body = '', section = ''] = credits;

  it.each(['fr', 'ar', 'en'] as const)(
    'stands under it in every rendition of an issue in “%s”',
    async (language) => {
      const issue = anIssue({
        masthead: { language, cover: picture(cover) },
        sections: [
          {
            type: 'articles',
            heading: '1',
            articles: (
              ['editorial', 'company-news', 'sector-news', 'feature', 'event', 'governance-meeting'] as const
            ).map((kind) => ({
              ...{ kind, title: kind, images: [picture(article)] },
              ...(kind === 'event' ? { start: '2023-05-02' } : {}),
              ...(kind === 'governance-meeting' ? { date: '2023-05-02', governingBody: 'Conseil' } : {}),
              body: [
                {
                  type: 'image',
                  image: { url: 'https://a.example/b.jpg', caption: `© ${body}` },
                  children: [{ type: 'text', text: '' }],
                },
              ],
            })) as never,
          },
          { type: 'image', image: picture(section) },
        ],
      });
      const edition = await renderIssue(parseIssue(issue), {
        images: { mode: 'linked', assetBase: 'assets' },
      });
      const shown = {
        ...personalise(edition, sampleReader(language)),
        language,
        direction: edition.direction,
      };
      for (const rendition of ['desktop', 'phone', 'images-off', 'no-style', 'word', 'text'] as const) {
        const page = showRendition(shown, rendition);
        const found = credits.map((credit) => page.split(credit).length - 1);
        expect([rendition, ...found]).toEqual([rendition, 1, 6, 6, 1]);
      }
      // In the small letters of what is said aside.
      expect(edition.html).toMatch(/class="muted"[^>]*>[^©<]*(?:<[^>]*>)*© /);
    },
  );
});
