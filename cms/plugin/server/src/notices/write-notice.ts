import type { EditionFigures } from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import { directions } from '../../../shared/lists';
import type { NoticeKind } from '../../../shared/review-lists';
import { html, Html } from '../common/html';
import { markedSentence, plainSentence, withoutControls } from '../common/isolated';
import { writeFigures } from './figures-in-notice';
import type { NoticeFacts } from './notice';
import { noticeWords } from './notice-words';
import { writeSaid, type SaidInNotice } from './said-in-notice';

/** What a notice is written from. */
interface NoticeSource {
  kind: NoticeKind;
  facts: NoticeFacts;
  /** Of the person it goes to. */
  language: Language;
  brand: { title: string; colour: string | undefined };
  /** Where the button leads. */
  link: string;
  /** What was said of the issue; empty where that is not what is told. */
  said: readonly SaidInNotice[];
  /** What became of a send; null where that is not told, or not known. */
  figures: EditionFigures | null;
  /** Where mails are chosen; null where there is nothing to choose. */
  choiceLink: string | null;
}

/** A notice as a mail. */
export interface WrittenNotice {
  subject: string;
  html: string;
  text: string;
}

/** Text that nobody scrolls through in a mail about something else. */
const mostWords = 2_000;

/** Writes a notice in the language of the person it goes to. Everything typed is escaped and stands in its own order. Pure. */
export function writeNotice(source: NoticeSource): WrittenNotice {
  const { kind, facts, language, brand, link, choiceLink } = source;
  const words = noticeWords[language];
  const design = designOf(language, brand);
  const linkTo = (thread: number) => `${link}?comment=${thread}`;
  const said = writeSaid(source.said, language, linkTo, design);
  const figures = writeFigures(source.figures, language, design);
  const { subject, lead, hint, button } = words.kinds[kind];
  const which =
    facts.number === null || facts.language === null ? '' : words.issue(facts.number, facts.language);
  const told = { title: brand.title, which, by: facts.by ?? words.nobody };
  const quoted = withoutControls(facts.words).trim().slice(0, mostWords);
  const footer = choiceLink === null ? words.unexpected : words.why(brand.title);
  const sentences = { lead: lead(told), hint, footer };
  return {
    subject: plainSentence(subject(told), language),
    text: [
      plainSentence(sentences.lead, language),
      ...(quoted === '' ? [] : [words.quoted, quoted.replace(/^/gm, '> ')]),
      ...said.text,
      ...figures.text,
      hint,
      `${button} :\n${link}`.replace(' :', language === 'fr' ? ' :' : ':'),
      ['-- ', plainSentence(footer, language), ...(choiceLink === null ? [] : [choiceLink])].join('\n'),
    ].join('\n\n'),
    html: page({
      language,
      sentences,
      quoted,
      told: [...said.rows, ...figures.rows],
      button,
      link,
      choiceLink,
      brand,
    }).markup,
  };
}

type Page = Pick<NoticeSource, 'language' | 'link' | 'choiceLink' | 'brand'> & {
  sentences: Record<'lead' | 'hint' | 'footer', string>;
  quoted: string;
  /** Rows of what was said, or of what became of a send. */
  told: readonly Html[];
  button: string;
};

const font = 'font-family:Segoe UI,Helvetica,Arial,sans-serif';

/** How a notice looks in a language. Pure. */
function designOf(language: Language, { colour = '' }: NoticeSource['brand']) {
  const [start, end] =
    directions[language] === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return { font, start, end, colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#0b5d57' };
}

function page({ language, sentences, quoted, told, button, link, choiceLink, brand }: Page): Html {
  const direction = directions[language];
  const { start, colour } = designOf(language, brand);
  const sentence = (text: string) => new Html(markedSentence(html`${text}`.markup));
  const lines = quoted.split(/\r?\n/).map((line, index) => html`${index > 0 ? [html`<br />`] : []}${line}`);
  const quote = html`<tr>
    <td style="padding:0 0 20px">
      <div
        dir="auto"
        style="${font};font-size:16px;line-height:24px;color:#333333;padding:4px 16px;border-${start}:3px solid ${colour}"
      >
        ${lines}
      </div>
    </td>
  </tr>`;
  const choice =
    choiceLink === null
      ? html``
      : html` <a href="${choiceLink}" style="color:#555555">${noticeWords[language].choose}</a>`;
  return html`<!doctype html>
    <html lang="${language}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${brand.title}</title>
      </head>
      <body style="margin:0;padding:0;background:#f4f4f2">
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="${direction}">
          <tr>
            <td align="center" style="padding:24px 12px">
              <table
                role="presentation"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                style="max-width:560px;background:#ffffff;border-top:4px solid ${colour}"
              >
                <tr>
                  <td style="padding:28px 28px 24px;text-align:${start}">
                    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
                      <tr>
                        <td style="${font};font-size:18px;line-height:26px;color:#1b1b1b;padding:0 0 20px">
                          ${sentence(sentences.lead)}
                        </td>
                      </tr>
                      ${quoted === '' ? [] : [quote]} ${told}
                      <tr>
                        <td style="${font};font-size:15px;line-height:23px;color:#444444;padding:0 0 24px">
                          ${sentence(sentences.hint)}
                        </td>
                      </tr>
                      <tr>
                        <td>
                          <a
                            href="${link}"
                            style="${font};display:inline-block;font-size:16px;font-weight:600;color:#ffffff;background:${colour};padding:12px 22px;border-radius:4px;text-decoration:none"
                            >${button}</a
                          >
                        </td>
                      </tr>
                    </table>
                  </td>
                </tr>
              </table>
              <div
                style="max-width:560px;${font};font-size:13px;line-height:20px;color:#555555;padding:16px 28px;text-align:${start}"
              >
                ${sentence(sentences.footer)}${choice}
              </div>
            </td>
          </tr>
        </table>
      </body>
    </html>`;
}
