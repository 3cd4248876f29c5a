import { parseIssue, renderIssue, type Language } from '@nachra/renderer';
import { load } from 'cheerio';
import { anIssue } from '../support/issue';

/** Visible names for spaces that cannot be told apart in an editor: `⸱` is U+202F, `_` is U+00A0. */
export function shown(text: string): string {
  return text.replaceAll('\u202f', '⸱').replaceAll('\u00a0', '_');
}

/** What readers of a language see of each text, when it stands in a mail: the inner HTML of its own list item. */
export async function typesetHtml(language: Language, texts: readonly string[]): Promise<string[]> {
  const page = load((await editionOf(language, texts)).html);
  return page('li')
    .toArray()
    .map((item) => page(item).html() ?? '');
}

/** The same without its elements. */
export async function typeset(language: Language, texts: readonly string[]): Promise<string[]> {
  const items = await typesetHtml(language, texts);
  return items.map((html) => load(html, null, false).text());
}

function editionOf(language: Language, texts: readonly string[]) {
  return renderIssue(
    parseIssue(
      anIssue({
        masthead: { language },
        sections: [
          {
            type: 'text',
            body: [
              {
                type: 'list',
                format: 'unordered',
                children: texts.map((text) => ({
                  type: 'list-item',
                  children: [{ type: 'text', text }],
                })),
              },
            ],
          },
        ],
      }),
    ),
  );
}
