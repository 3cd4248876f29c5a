import { languages, parseIssue, renderIssue, type Block, type Language } from '@nachra/renderer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, type BrowserSession } from '../support/browser';
import { chromium, describeWith } from '../support/requires';
import { aTable, issueOfTables, writtenTables } from '../support/tables';
import { brokenWordsIn } from './seen-tables';

/** The cells of tables in bodies, and the lines of rows that are stacked everywhere. */
const lines = '.paper tr[align]>th,.paper tr[align]>td:not(:has(div)),.paper tr[align]>td>div';
const brokenWords = brokenWordsIn(lines, /(?<=[ \n])|(?<=[^\d][/-])/);
const widths = [320, 375, 481, 540, 599, 600];
/** The fonts of mail programs differ in width; this one is what Thunderbird on Linux shows. */
const fonts = ['inherit', '"DejaVu Sans"'];

const address = 'https://documents.palmeraie.example/assemblees/ordinaires/statuts_version_definitive_2.pdf';
const digits = '1234567890'.repeat(8);
const longest = `${'x'.repeat(400)} ${address} ${digits}`;
const eight = (text: string) => Array.from({ length: 8 }, () => text);
const word = 'anticonstitutionnellement';
const hostile: Readonly<Record<string, Block>> = {
  'one cell': aTable([['seule']]),
  'a header row alone': aTable([['une', 'seule', 'ligne']]),
  'eight columns of one letter': aTable([[...'abcdefgh'], [...'12345678']]),
  'eight columns of the longest word': aTable([eight(word), eight(word)]),
  'empty cells': aTable([
    ['', 'titre', ''],
    ['', '', ''],
    ['a', '', 'c'],
  ]),
  'nothing but dashes': aTable([
    ['a', 'b'],
    ['–', '—'],
  ]),
  'a word of 400 letters': aTable([
    ['court', 'long'],
    ['un', 'x'.repeat(400)],
  ]),
  'a code of eighty digits': aTable([
    ['nom', 'code'],
    ['un', digits],
  ]),
  'an address': aTable([
    ['document', 'adresse'],
    ['statuts', 'https://documents.palmeraie.example/assemblees/ordinaires/statuts_version_definitive_2.pdf'],
  ]),
  'sixty rows of sentences': aTable(
    Array.from({ length: 60 }, (_, at) => [`${at}`, 'Une phrase de quelques mots.']),
  ),
  'five columns of sentences': aTable(
    Array.from({ length: 3 }, () => eight('Une phrase de plusieurs mots.').slice(3)),
  ),
};

describeWith([chromium])('a table of text', () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await openBrowser();
    await session.page.route('**/*', (route) => route.abort());
  });
  afterAll(() => session?.close());

  const show = async (html: string, width: number, font = 'inherit') => {
    await session.page.setViewportSize({ width, height: 900 });
    await session.page.setContent(html, { waitUntil: 'domcontentloaded' });
    await session.page.addStyleTag({ content: `table,td,th,div{font-family:${font}!important}` });
  };
  /** What is wrong with an issue at any width: words that are broken, a page that is wider than its window. */
  async function faultsOf(
    language: Language,
    blocks: readonly Block[],
    layout: 'list' | 'cards',
  ): Promise<string[]> {
    const { html } = await renderIssue(parseIssue(issueOfTables(language, [...blocks], layout)));
    const faults: string[] = [];
    for (const font of fonts)
      for (const width of widths) {
        await show(html, width, font);
        const where = `${layout}, ${width} px, ${font}: `;
        const broken = await session.page.evaluate<string[]>(brokenWords);
        faults.push(...broken.map((one) => where + one));
        const over = await session.page.evaluate<number>(
          `document.documentElement.scrollWidth - document.documentElement.clientWidth`,
        );
        if (over > 0) faults.push(`${where}${over} px too wide`);
      }
    return faults;
  }

  it.each(languages)('breaks no word and is never wider than its window in %s', async (language) => {
    const blocks = Object.values(writtenTables[language]);
    expect(await faultsOf(language, blocks, 'list')).toEqual([]);
    expect(await faultsOf(language, blocks, 'cards')).toEqual([]);
  });

  it.each(languages)(
    'is stacked on a phone where its words would stand one below the other in %s',
    async (language) => {
      const { short, sentences } = writtenTables[language];
      const { html } = await renderIssue(
        parseIssue(
          issueOfTables(
            language,
            [short, sentences].flatMap((one) => one ?? []),
          ),
        ),
      );
      const seen = async (width: number) => {
        await show(html, width);
        return {
          heads: await session.page.locator('.paper th[scope=col]:visible').count(),
          labels: await session.page.locator('.paper .label:visible').count(),
          sides: await session.page.evaluate<number[]>(
            `[...document.querySelector('.paper tr.panel').children].map((cell) => cell.getBoundingClientRect().left)`,
          ),
        };
      };
      const inMail = await seen(600);
      expect(inMail).toMatchObject({ heads: 7, labels: 0 });
      // In Arabic the first column is on the right.
      expect(inMail.sides).toEqual(
        [...inMail.sides].sort((one, other) => (language === 'ar' ? other - one : one - other)),
      );
      // Three cells of figures stay a table; of four columns of sentences seven cells say something.
      expect(await seen(320)).toMatchObject({ heads: 3, labels: 7 });
    },
  );

  it.each(Object.entries(hostile))('holds with %s', async (_, block) => {
    // What has no place to be parted is parted anywhere.
    const isFault = (fault: string) => !longest.includes(fault.split(': ').at(-1) ?? '');
    expect((await faultsOf('fr', [block], 'list')).filter(isFault)).toEqual([]);
    expect((await faultsOf('ar', [block], 'cards')).filter(isFault)).toEqual([]);
  });
});
