import { parseIssue, renderIssue, type IssueInput } from '@nachra/renderer';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { anArticle, anIssue } from '../support/issue';

const images = { mode: 'linked', assetBase: 'https://news.example.test/assets' } as const;
type Section = Extract<IssueInput['sections'][number], { type: 'articles' }>;
type Article = Section['articles'][number];

const article = (title: string, changes: object = {}): Article => ({ ...anArticle({ title }), ...changes });

/** The titles of the articles with an ornament above them, and the drawn files. */
async function ornamented(layout: Section['layout'], articles: Article[], masthead = {}) {
  const issue = anIssue({ masthead, sections: [{ type: 'articles', heading: 'A', layout, articles }] });
  const edition = await renderIssue(parseIssue(issue), { images });
  const page = load(edition.html);
  const titles = page('h3')
    .toArray()
    .filter((title) => page(title).prev().is('img[alt=""]'))
    .map((title) => page(title).text());
  return { titles, names: edition.assets.map(({ name }) => name), edition };
}

describe('an ornament', () => {
  it('is above the lead and features without a picture, and above no other article', async () => {
    const articles = [article('un'), article('deux'), article('trois', { kind: 'feature' })];
    expect((await ornamented('lead', articles)).titles).toEqual(['un', 'trois']);
    expect((await ornamented('list', articles)).titles).toEqual(['trois']);
  });

  it('is left out if the article has a picture', async () => {
    const picture = { src: 'https://media.example/palm.jpg', alt: 'Un palmier' };
    expect((await ornamented('lead', [article('un', { images: [picture] })])).titles).toEqual([]);
    const body = [{ type: 'image', image: { url: picture.src }, children: [{ type: 'text', text: '' }] }];
    expect((await ornamented('lead', [article('un', { body })])).titles).toEqual([]);
  });

  it('is drawn for all articles or none if the issue says so', async () => {
    const articles = [article('un'), article('deux')];
    expect((await ornamented('list', articles, { ornaments: 'all' })).titles).toEqual(['un', 'deux']);
    expect((await ornamented('lead', articles, { ornaments: 'none' })).titles).toEqual([]);
  });

  it('is the same for the same article, in the brand’s colours', async () => {
    const [one, again, other] = await Promise.all([
      ornamented('lead', [article('un')]),
      ornamented('lead', [article('un', { standfirst: 'Autre chapeau' })]),
      ornamented('lead', [article('un')], {
        brand: { ...anIssue().masthead.brand, colours: { primary: '#5a0b3a', accent: '#2891c8' } },
      }),
    ]);
    expect(again.names).toEqual(one.names);
    expect(other.names).not.toEqual(one.names);
  });

  it('differs from article to article', async () => {
    const titles = Array.from({ length: 24 }, (_, index) => `article ${index}`);
    const { names } = await ornamented(
      'list',
      titles.map((title) => article(title)),
      { ornaments: 'all' },
    );
    expect(names.length).toBeGreaterThan(4);
  });

  it('is smaller than 4 KiB and hidden from screen readers', async () => {
    const { edition } = await ornamented(
      'list',
      Array.from({ length: 24 }, (_, at) => article(`a${at}`)),
      {
        ornaments: 'all',
      },
    );
    for (const { base64 } of edition.assets)
      expect(Buffer.from(base64, 'base64').length).toBeLessThan(4 * 1024);
    expect(load(edition.html)('h3').prev('img').attr('alt')).toBe('');
  });
});
