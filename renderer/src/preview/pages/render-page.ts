import { paletteOf } from '../../view/colour/palette';
import type { Language } from '../../contract/primitives';
import { houseTemplates } from '../../edition/templates/library';
import { houseTheme } from '../../view/house/theme';
import { dateInWords } from '../../view/typography/dates';
import { setterFor } from '../../view/typography/setter';
import { fill, word, wordsOf, type Words } from '../../view/house/words';
import type { PageBrand, PageData, PageName } from './page-data';

export const pageNames: readonly PageName[] = [
  'archive',
  'issue',
  'issue-not-found',
  'unsubscribe',
  'unsubscribed',
  'message',
];

const defaultColours = { primary: '#0b5a4a', accent: '#c8912b' };

type Writers = { [Name in PageName]: (data: PageData[Name], words: Words, language: Language) => object };

/** What each page adds to the common view: its title and its own keys, every one present because templates are strict. */
const writers: Writers = {
  archive: ({ issues }, words, language) => ({
    pageTitle: word(words.pages, 'archiveTitle'),
    issues: issues.map((issue) => ({
      number: fill(word(words.mail, 'issueNumber'), { number: issue.number }),
      subject: setterFor(issue.language).line(issue.subject),
      period: setterFor(issue.language).line(issue.periodLabel),
      date: issue.publicationDate,
      published: dateInWords(issue.publicationDate, words),
      url: issue.url,
      language: issue.language,
      languageName: issue.language === language ? null : wordsOf(issue.language).languageName,
      direction: directionOf(issue.language),
    })),
  }),
  issue: ({ brand, number, periodLabel, frame, archiveUrl, others }, words) => ({
    pageTitle: fill(word(words.mail, 'issueTitle'), { title: brand.title, number }),
    period: periodLabel,
    src: 'src' in frame ? frame.src : null,
    srcdoc: 'srcdoc' in frame ? frame.srcdoc : null,
    archiveUrl,
    others: others.map((other) => ({ ...other, name: wordsOf(other.language).languageName })),
  }),
  'issue-not-found': ({ archiveUrl }, words) => ({
    pageTitle: word(words.pages, 'notFoundTitle'),
    archiveUrl,
  }),
  unsubscribe: ({ brand, action, address }, words) => ({
    pageTitle: fill(word(words.pages, 'unsubscribeTitle'), { title: brand.title }),
    lead:
      address === undefined
        ? fill(word(words.pages, 'unsubscribeLeadNoAddress'), { title: brand.title })
        : fill(word(words.pages, 'unsubscribeLead'), { title: brand.title, address }),
    action,
  }),
  unsubscribed: ({ brand, already, archiveUrl }, words) => ({
    pageTitle: word(words.pages, 'unsubscribedTitle'),
    lead: fill(word(words.pages, already ? 'unsubscribedAlready' : 'unsubscribedLead'), {
      title: brand.title,
    }),
    archiveUrl: archiveUrl ?? null,
  }),
  message: ({ heading, paragraphs, link }, _words, language) => ({
    pageTitle: setterFor(language).line(heading),
    paragraphs: paragraphs.map((paragraph) => setterFor(language).line(paragraph)),
    link: link ?? null,
  }),
};

/**
 * A public page as HTML, in the reader's language: no script, no cookie, styles inline in one `<style>`, every value
 * escaped. Serve it with `default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-src 'self';
 * form-action 'self'`.
 *
 * @example renderPage('unsubscribe', { brand, action: '/unsubscribe/abc' }, 'fr')
 */
export function renderPage<Name extends PageName>(
  name: Name,
  data: PageData[Name],
  language: Language,
): string {
  const words = wordsOf(language);
  return houseTemplates().run('html', `pages/${name}`, {
    ...commonView(data.brand, language, words),
    ...writers[name](data, words, language),
  });
}

function commonView(brand: PageBrand, language: Language, words: Words) {
  const theme = houseTheme();
  const direction = directionOf(language);
  return {
    language,
    direction,
    nonce: '',
    words: words.pages,
    palette: paletteOf(brand.colours ?? defaultColours, theme),
    fonts: theme.fonts[direction],
    brand: { name: brand.name, title: brand.title, url: brand.url ?? null },
  };
}

function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
