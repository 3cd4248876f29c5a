import { paletteOf } from '../../view/colour/palette';
import { defaultColours } from '../../contract/masthead';
import { directionOf, type Language } from '../../contract/primitives';
import { builtInTemplates } from '../../edition/templates/library';
import { builtInTheme } from '../../view/emails/theme';
import { dateInWords } from '../../view/typography/write-dates';
import { setterFor } from '../../view/typography/setter';
import { fill, word, wordsOf, type Words } from '../../view/emails/words';
import type { PageBrand, PageData, PageName } from './page-data';

type Writers = { [Name in PageName]: (data: PageData[Name], words: Words, language: Language) => object };

/** The title and the keys that each page adds to the common view. Every key is present, because templates are strict. */
const writers: Writers = {
  archive: ({ issues }, words, language) => ({
    pageTitle: word(words.pages, 'archiveTitle'),
    issues: issues.map((issue) => ({
      number: fill(word(wordsOf(issue.language).mail, 'issueNumber'), { number: issue.number }),
      subject: setterFor(issue.language).line(issue.subject),
      period: setterFor(issue.language).line(issue.periodLabel),
      date: issue.publicationDate,
      published: dateInWords(issue.publicationDate, wordsOf(issue.language)),
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
  message: ({ heading, paragraphs, codes = [], link }, _words, language) => ({
    pageTitle: setterFor(language).line(heading),
    paragraphs: paragraphs.map((paragraph) => setterFor(language).line(paragraph)),
    codes,
    link: link ?? null,
  }),
  form: ({ heading, lead, problem, action, fields, submit, picture, links = [] }, _words, language) => ({
    pageTitle: setterFor(language).line(heading),
    lead: setterFor(language).line(lead),
    problem: problem === null ? null : setterFor(language).line(problem),
    action,
    buttons: (typeof submit === 'string' ? [{ label: submit, value: '' }] : submit).map(
      ({ isPlain = false, ...button }) => ({ ...button, isPlain }),
    ),
    // In groups that are easily read; copied, it is one word.
    picture: picture ? { ...picture, code: picture.code.match(/.{1,4}/g) ?? [] } : null,
    links,
    fields: fields.map(({ hint = null, value = '', required = true, isNumeric = false, ...field }) => ({
      ...field,
      hint,
      value: field.type === 'password' ? '' : value,
      required,
      isNumeric,
    })),
  }),
};

/**
 * A public page as HTML in the reader's language: no script, no cookie, styles in one `<style>`, every value escaped. Serve it with `default-src 'none'; style-src 'unsafe-inline'; img-src https: data:; frame-src 'self';
 * form-action 'self'`.
 *
 * @param name see {@link PageName}
 * @param data plain text in the shape that `PageData` has for this page
 * @returns a complete HTML document
 * @throws {TemplateError} code `TEMPLATE_INVALID`: a template or the theme is wrong
 * @throws {RendererError} code `WORDS_INVALID`: the language's file is not complete
 * @example const html = renderPage('unsubscribe', { brand, action: '/unsubscribe/abc' }, 'fr');
 */
export function renderPage<Name extends PageName>(
  name: Name,
  data: PageData[Name],
  language: Language,
): string {
  const words = wordsOf(language);
  return builtInTemplates().run('html', `pages/${name}`, {
    ...commonView(data.brand, language, words),
    ...writers[name](data, words, language),
  });
}

function commonView(brand: PageBrand, language: Language, words: Words) {
  const theme = builtInTheme();
  const direction = directionOf(language);
  return {
    language,
    direction,
    nonce: '',
    words: words.pages,
    palette: paletteOf(brand.colours ?? defaultColours, theme),
    fonts: theme.fonts[direction],
    brand: { name: brand.name, title: brand.title, url: brand.url ?? null },
    house: brand.name === brand.title ? null : brand.name,
  };
}
