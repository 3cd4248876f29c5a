import { parseIssue, renderIssue, type Language } from '@nachra/renderer';
import { load } from 'cheerio';
import { anIssue } from '../support/issue';

/** Visible characters for spaces that look the same in an editor: `⸱` is U+202F, `_` is U+00A0. */
export function shown(text: string): string {
  return text.replaceAll('\u202f', '⸱').replaceAll('\u00a0', '_');
}

/** Each text as a mail in a language shows it: the inner HTML of a list item. */
export async function typesetHtml(language: Language, texts: readonly string[]): Promise<string[]> {
  const page = load((await editionOf(language, texts)).html);
  return page('li')
    .toArray()
    .map((item) => page(item).html() ?? '');
}

/** The same as plain text. */
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
