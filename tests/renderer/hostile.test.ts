import { parseIssue, personalise, renderIssue, type Edition } from '@nachra/renderer';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything } from '../support/issue';
import { plain, unquoted, visibleText, withoutSpaces } from '../support/mail-text';

const reader = {
  address: 'salma@example.test',
  firstName: 'Salma',
  unsubscribeUrl: 'https://news.example.test/unsubscribe/x',
  viewUrl: 'https://news.example.test/issues/7',
};

/** What would break out of a template, a tag, an attribute, a comment, a slot or a replacement pattern. */
const attacks = [
  '{{masthead.title}}',
  '{{{masthead.title}}}',
  '{{#each sections}}',
  '<script>alert(1)</script>',
  '</mj-text></mj-column></mj-section><mj-raw><script>x</script></mj-raw>',
  ']]>',
  '<![CDATA[',
  '--> <b>out</b> <!--',
  '<![endif]-->',
  '"onmouseover="x"',
  "' style='x'",
  '&amp;lt;b&gt; &#60;i&#62;',
  '$& $1 $` ${x}',
  '%unsubscribe% [[address]]',
  'S0123456789abcdef_address_htmlS',
];

const count = (edition: Edition, selector: string) => load(edition.html)(selector).length;

describe('an author’s text is text', () => {
  it.each(attacks)('%s in every field of an issue', async (attack) => {
    const say = (name: string) => `${name} ${attack}`;
    const [hostile, tame] = await Promise.all([
      renderIssue(parseIssue(everything(say))),
      renderIssue(parseIssue(everything((name) => `${name} word`))),
    ]);
    // Not one element more than with harmless text, and none that could act.
    for (const selector of [
      '*',
      'script',
      'b',
      'style',
      'iframe',
      'form',
      'mj-raw',
      '[onmouseover]',
      'a',
      'img',
    ]) {
      expect(`${selector} ${count(hostile, selector)}`).toBe(`${selector} ${count(tame, selector)}`);
    }
    const { html, text } = personalise(hostile, reader);
    const read = withoutSpaces(visibleText(html));
    const written = withoutSpaces(unquoted(text));
    // Set type changes quotation marks and spaces, nothing else.
    const loosened = (part: string) => part.replaceAll(/["“”«»'’‘]/g, '');
    for (const name of [
      'lead heading',
      'editorial title',
      'indicator one',
      'link label',
      'quote text',
      'editorial nested item',
    ]) {
      expect(loosened(read)).toContain(loosened(withoutSpaces(say(name))));
      expect(loosened(written)).toContain(loosened(withoutSpaces(say(name))));
    }
    expect(loosened(plain(hostile.subject))).toBe(loosened(plain(say('subject'))));
  });

  it('any text at all', async () => {
    const elements = count(await renderIssue(parseIssue(everything((name) => `${name} word`))), '*');
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...'<>&"\'{}[]!-/$`=;%\\abç؟א '), minLength: 1, maxLength: 24 }),
        async (attack) => {
          const edition = await renderIssue(parseIssue(everything((name) => `${name} ${attack} end`)));
          expect(count(edition, '*')).toBe(elements);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe('a reader’s name is text', () => {
  it.each(['<b>x</b>', '"><script>', '$& $1', '{{address}}', 'Ève & Cie', "O'Hara"])(
    '%s',
    async (firstName) => {
      const edition = await renderIssue(parseIssue(everything((name) => name)));
      const { html, text } = personalise(edition, { ...reader, firstName });
      expect(visibleText(html)).toContain(firstName);
      expect(text).toContain(firstName);
      expect(load(html)('script').length).toBe(0);
      expect(load(html)('*').length).toBe(load(personalise(edition, reader).html)('*').length);
    },
  );
});

describe('rendering is a function', () => {
  it('gives the same bytes for the same issue, whatever the order of its keys', async () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, item]) => [key, reversed(item)]),
            )
          : value;
    const issue = everything((name) => name);
    const [once, again, turned] = await Promise.all(
      [issue, issue, reversed(issue)].map((one) => renderIssue(parseIssue(one))),
    );
    expect(again).toEqual(once);
    expect(turned).toEqual(once);
  });

  it('has another hash for another text', async () => {
    const [one, other] = await Promise.all(
      ['word', 'words'].map((word) =>
        renderIssue(parseIssue(everything((name) => (name === 'quote text' ? word : name)))),
      ),
    );
    expect(one?.hash).not.toBe(other?.hash);
  });
});
