import {
  issueSchema,
  parseIssue,
  personalise,
  renderIssue,
  type Edition,
  type IssueInput,
} from '@nachra/renderer';
import { load } from 'cheerio';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { everything } from '../support/issue';
import { plain, unquoted, withoutSpaces } from '../support/mail-text';
import { textsIn, withText } from './leaves';

const reader = {
  address: 'salma@example.test',
  firstName: 'Salma',
  unsubscribeUrl: 'https://news.example.test/unsubscribe/x',
  viewUrl: 'https://news.example.test/issues/7',
};

/** Texts that try to break out of a template, a tag, an attribute, a style, a comment, a slot or a replacement pattern. */
const attacks = [
  '{{masthead.title}}',
  '{{{masthead.title}}}',
  '{{#each sections}}',
  '{{> parts/footer}}',
  '<script>alert(1)</script>',
  '</mj-text></mj-column></mj-section><mj-raw><script>x</script></mj-raw>',
  '<mj-include path="/etc/hostname" />',
  '</td></tr></table></title></style>',
  ']]>',
  '<![CDATA[',
  '--> <b>out</b> <!--',
  '<![endif]-->',
  '"onmouseover="x"',
  "' style='x'",
  '&amp;lt;b&gt; &#60;i&#62;',
  '$& $1 $` $$ ${x}',
  '%unsubscribe% [[address]]',
  'S0123456789abcdef0123_address_htmlS',
  '</mj-text',
  '\\"; \\u003cb\\u003e',
];

/** Texts that are not in the body of a mail: the subject is a header, the text part has no preheader and no logo, a logo has no caption, and the brand's words are for the preflight. */
const elsewhere = {
  html: ['logo caption', 'word', 'subject'],
  text: ['logo alt', 'logo caption', 'word', 'subject', 'preheader'],
};

/** Fields that are not text but accept any value: addresses, keys, the language of a code block. */
const places = [...textsIn(everything(() => 'text'))].filter(({ path, text }) => {
  const changed = withText(
    everything(() => 'text'),
    path,
    `${text}/word`,
  );
  return text !== 'text' && issueSchema.safeParse(changed).success;
});

/** An issue in which every text, address and key ends with the attack, as far as the contract allows it. */
function attacked(attack: string): { issue: IssueInput; names: string[]; urls: string[] } {
  const names: string[] = [];
  const texts = everything((name) => {
    names.push(name);
    return `${name} ${attack}`;
  });
  return {
    issue: places.reduce((issue, { path, text }) => withText(issue, path, `${text}/${attack}`), texts),
    names,
    urls: places.flatMap(({ text }) => (text.startsWith('https:') ? [`${text}/${attack}`] : [])),
  };
}

/**
 * Every element with the names of its attributes, and every comment: an author must not be able to change these. How long a
 * text is decides which columns a table shows and which words it may break, and its script which runs are isolated; these alone
 * may differ.
 */
function skeleton({ html }: Edition): { elements: string[]; comments: string[] } {
  const page = load(html);
  page('.mail, .phone').remove();
  page('.figures').find('[scope=col], td').removeAttr('class').removeAttr('style');
  page('tr[align] > td[style="word-break:break-word"]').removeAttr('style');
  return {
    elements: page('*')
      .toArray()
      .map((element) => [page(element).prop('tagName'), ...Object.keys(page(element).attr() ?? {})].join(' '))
      .filter((element) => element !== 'SPAN dir'),
    comments: (html.match(/<!--[\s\S]*?-->/g) ?? []).filter(
      (comment) => comment !== '<!--[if !mso]><!-->' && comment !== '<!--<![endif]-->',
    ),
  };
}

/** All text that a reader can read, and all link targets. */
function readingOf(html: string): { texts: string; addresses: string[] } {
  const page = load(html);
  const attributes = (name: string) =>
    page(`[${name}]`)
      .toArray()
      .map((element) => page(element).attr(name) ?? '');
  return {
    texts: plain([page('body').text(), ...attributes('alt')].join('\n')),
    addresses: [...attributes('href'), ...attributes('src')],
  };
}

/** An address as a mail must contain it, with illegal characters percent-encoded. */
function legal(url: string): string {
  return url.replaceAll(/[\s"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
}

describe('an author’s text is text', () => {
  let tame: Edition;
  beforeAll(async () => {
    tame = await renderIssue(parseIssue(attacked('word').issue));
  });

  async function expectHarmless(attack: string): Promise<void> {
    const { issue, names, urls } = attacked(attack);
    const hostile = await renderIssue(parseIssue(issue));
    expect(skeleton(hostile)).toEqual(skeleton(tame));
    expect(hostile.slots.names).toEqual(tame.slots.names);

    const { html, text } = personalise(hostile, reader);
    const { texts, addresses } = readingOf(html);
    const written = withoutSpaces(unquoted(text)).toLowerCase();
    const lost = names.filter((name) => !texts.includes(plain(`${name} ${attack}`)));
    const unwritten = names.filter((name) => !written.includes(withoutSpaces(name + attack).toLowerCase()));
    expect({ lost, unwritten }).toEqual({ lost: elsewhere.html, unwritten: elsewhere.text });
    expect(urls.filter((url) => !addresses.includes(legal(url)))).toEqual([]);
    expect(urls.length).toBeGreaterThan(10);
    expect(plain(hostile.subject)).toBe(plain(`subject ${attack}`));
  }

  it.each(attacks)('%s in every field of an issue', expectHarmless);

  it('the slots of another edition in every field', async () => {
    await expectHarmless(`S${tame.slots.nonce}_unsubscribeUrl_attributeS`);
  });

  it('any random text', async () => {
    const elements = skeleton(tame).elements;
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom(...'<>&"\'{}[]!-/$`=;%\\abç؟א \u0000\u202e\ud800\r\n'),
          minLength: 1,
          maxLength: 24,
        }),
        async (attack) => {
          const edition = await renderIssue(parseIssue(everything((name) => `${name} ${attack} end`)));
          expect(skeleton(edition).elements.filter((element) => element !== 'BR')).toEqual(
            elements.filter((element) => element !== 'BR'),
          );
        },
      ),
      { numRuns: 15, seed: 242 },
    );
  });
});
