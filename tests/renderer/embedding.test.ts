import {
  checkEdition,
  embeddedAssets,
  parseIssue,
  pictureAddresses,
  renderIssue,
  withLinkedPictures,
  type ImagesOption,
  type IssueInput,
} from '@nachra/renderer';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { amanews242, anArticle, anIssue, aSection, everything } from '../support/issue';
import { written } from './written';
import { aPng, beginnings } from '../support/pictures';

const issueOf = (input: IssueInput) => parseIssue(input);
const embedded = (files: Record<string, Uint8Array> = {}): ImagesOption => ({
  mode: 'embedded',
  files: new Map(Object.entries(files)),
});
const sourcesOf = (html: string) => {
  const page = load(html);
  return page('img')
    .toArray()
    .map((image) => page(image).attr('src') ?? '');
};
const palm = 'https://media.example/palm.jpg';
const withPicture = (src = palm) =>
  issueOf(anIssue({ sections: [aSection([{ ...anArticle(), images: [{ src, alt: 'Un palmier' }] }])] }));

describe('an embedded edition', () => {
  it('contains every picture whose file is given, each once', async () => {
    const issue = issueOf(everything((name) => name));
    const addresses = pictureAddresses(issue);
    expect(addresses).toEqual([palm, 'https://media.example/a.png']);
    const edition = await renderIssue(issue, {
      images: embedded({ [palm]: aPng(), 'https://media.example/a.png': beginnings.jpg }),
    });
    const sources = sourcesOf(edition.html);
    expect(sources.length).toBeGreaterThan(15);
    for (const source of sources) expect(source).toMatch(/^cid:[0-9a-f]{32}@assets\.nachra$/);
    const named = new Set(sources.map((source) => source.slice(4)));
    expect(new Set(embeddedAssets(edition).map(({ contentId }) => contentId))).toEqual(named);
    expect(edition.assets.length).toBe(named.size);
    expect(edition.assets.map(({ base64 }) => base64)).toEqual(
      expect.arrayContaining([aPng().toString('base64'), beginnings.jpg.toString('base64')]),
    );
    expect(edition.images).toBe('embedded');
  });

  it.each([
    ['jpg', 'image/jpeg', beginnings.jpg],
    ['gif', 'image/gif', beginnings.gif],
    ['png', 'image/png', aPng()],
  ])('recognises a %s by its bytes, whatever its name', async (extension, type, bytes) => {
    const { assets } = await renderIssue(withPicture(), { images: embedded({ [palm]: bytes }) });
    expect(assets).toMatchObject([
      { type, name: expect.stringMatching(`^[0-9a-f]{32}\\.${extension}$`) as string },
    ]);
  });

  it.each([
    ['no file of it', {}],
    ['an SVG', { [palm]: beginnings.svg }],
    ['a WebP, which Outlook cannot show', { [palm]: beginnings.webp }],
    ['a page with a picture’s name', { [palm]: beginnings.html }],
  ])('leaves a picture linked if there is %s, and reports it', async (_what, files) => {
    const issue = withPicture();
    const edition = await renderIssue(issue, { images: embedded(files) });
    expect(sourcesOf(edition.html)).toContain(palm);
    const found = (await checkEdition(issue, edition)).filter(({ rule }) => rule === 'image-not-embedded');
    expect(found).toMatchObject([{ severity: 'warning', place: 'sections[0].articles[0].images[0]' }]);
    expect(found[0]?.values).toEqual({ url: palm });
  });

  it.each(['fr', 'en', 'ar'] as const)(
    'of more than 500 KiB forbids approval, in words of %s',
    async (language) => {
      const issue = issueOf(
        anIssue({
          masthead: { language },
          sections: [
            aSection([
              { ...anArticle(), images: [1, 2].map((at) => ({ src: `${palm}?${at}`, alt: 'Un palmier' })) },
            ]),
          ],
        }),
      );
      const files = { [`${palm}?1`]: aPng(310, 290, 'one'), [`${palm}?2`]: aPng(310, 290, 'two') };
      const rulesOf = async (images: ImagesOption) =>
        (await renderIssue(issue, { images })).findings.filter(({ rule }) => rule === 'embedded-too-heavy');
      const [finding, ...others] = await rulesOf(embedded(files));
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ severity: 'error', place: 'edition' });
      for (const { message } of written(finding ? [finding] : [], language))
        expect(message).toMatch(/52\d.*500/);
      expect(finding?.values).toMatchObject({ most: 500 });
      expect(await rulesOf(embedded({ [`${palm}?1`]: aPng(310, 290, 'one') }))).toEqual([]);
      expect(await rulesOf({ mode: 'linked', assetBase: 'https://news.example.test/assets' })).toEqual([]);
    },
  );

  it('has the same findings as a linked one, for N° 242', async () => {
    const issue = issueOf(amanews242());
    const rules = async (images: ImagesOption) =>
      (await checkEdition(issue, await renderIssue(issue, { images })))
        .map(({ rule, place }) => `${rule} ${place}`)
        // A web address is longer than a content id, and N° 242 is close to the limit.
        .filter((found) => found !== 'html-too-large edition');
    const linked: ImagesOption = { mode: 'linked', assetBase: 'https://news.example.test/assets' };
    expect(await rules(embedded())).toEqual(await rules(linked));
  });

  it('has another hash for another file under the same address', async () => {
    const hashes = ['one', 'two', 'one'].map(
      async (seed) =>
        (await renderIssue(withPicture(), { images: embedded({ [palm]: aPng(9, 9, seed) }) })).hash,
    );
    const [one, two, again] = await Promise.all(hashes);
    expect(two).not.toBe(one);
    expect(again).toBe(one);
  });

  it('has linked pictures on the web, and is otherwise the same', async () => {
    const issue = issueOf(amanews242());
    const edition = await renderIssue(issue, { images: embedded() });
    const base = 'https://news.example.test/assets';
    const shown = withLinkedPictures(edition, base);
    const linked = await renderIssue(issue, { images: { mode: 'linked', assetBase: base } });
    expect(shown.html).toBe(linked.html);
    expect({ ...shown, html: edition.html }).toEqual(edition);
    expect(withLinkedPictures(linked, 'https://elsewhere.test')).toEqual(linked);
  });

  it('reports a picture with a private address only if it is not in the message', async () => {
    const local = 'http://10.0.0.7/palm.png';
    const issue = withPicture(local);
    const found = async (images: ImagesOption) =>
      (await checkEdition(issue, await renderIssue(issue, { images }))).map(({ rule }) => rule);
    expect(await found(embedded({ [local]: aPng() }))).not.toContain('link-local');
    expect(await found(embedded())).toContain('link-local');
  });
});
