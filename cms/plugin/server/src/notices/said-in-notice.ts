import type { Language } from '@nachra/renderer';
import { html, Html } from '../common/html';
import { markedSentence, plainSentence, withoutControls } from '../common/isolated';
import { noticeWords } from './notice-words';

/** One thing that was said of an issue, or settled. */
export interface SaidInNotice {
  is: 'comment' | 'answer' | 'settled';
  /** The comment that it belongs to. */
  thread: number;
  /** The place in the reader’s words; empty for the issue as a whole. */
  where: string;
  /** Words of the mail that it is about; empty for none. */
  quote: string;
  by: string;
  /** Empty of what was settled. */
  words: string;
}

/** How much of one comment stands in a mail, in characters, and how many comments. */
const [mostOfOne, mostAtAll] = [600, 20] as const;

/** What was said, in a notice: as text, and as rows of its table. */
interface WrittenSaid {
  text: string[];
  rows: Html[];
}

/** Writes what was said of an issue. Everything typed is escaped and stands in its own order. Pure. @param linkTo where a comment stands at the desk */
export function writeSaid(
  said: readonly SaidInNotice[],
  language: Language,
  linkTo: (thread: number) => string,
  style: { font: string; start: string; colour: string },
): WrittenSaid {
  const words = noticeWords[language].said;
  const { font, start, colour } = style;
  const shown = said.slice(0, mostAtAll).map((one) => ({
    place: withoutControls(one.where) || words.whole,
    quoted: one.quote === '' ? '' : words.quoted(withoutControls(one.quote)),
    lead: words.lead[one.is](one.by),
    lines: shortened(withoutControls(one.words).trim()),
    link: linkTo(one.thread),
  }));
  const left = said.length - shown.length;
  const more = left > 0 ? words.more(left) : '';
  return {
    text: [
      ...shown.map(({ place, quoted, lead, lines, link }) =>
        [place, quoted, plainSentence(lead, language), lines.replace(/^(?=.)/gm, '> '), link]
          .filter((line) => line !== '')
          .join('\n'),
      ),
      ...(more === '' ? [] : [more]),
    ],
    rows: [
      ...shown.map(
        ({ place, quoted, lead, lines, link }) =>
          html`<tr>
            <td style="padding:0 0 20px">
              <a
                href="${link}"
                dir="auto"
                style="${font};display:block;font-size:15px;line-height:22px;font-weight:600;color:${colour}"
                >${place}</a
              >
              ${
                quoted === ''
                  ? []
                  : [
                      html`<div
                        dir="auto"
                        style="${font};font-size:14px;line-height:21px;font-style:italic;color:#555555"
                      >
                        ${quoted}
                      </div>`,
                    ]
              }
              <div style="${font};font-size:14px;line-height:21px;color:#444444">
                ${new Html(markedSentence(html`${lead}`.markup))}
              </div>
              ${
                lines === ''
                  ? []
                  : [
                      html`<div
                        dir="auto"
                        style="${font};font-size:16px;line-height:24px;color:#333333;padding:4px 16px;border-${start}:3px solid ${colour}"
                      >
                        ${lines.split(/\r?\n/).map((line, at) => html`${at > 0 ? [html`<br />`] : []}${line}`)}
                      </div>`,
                    ]
              }
            </td>
          </tr>`,
      ),
      ...(more === ''
        ? []
        : [
            html`<tr>
              <td style="${font};font-size:15px;line-height:23px;color:#444444;padding:0 0 20px">${more}</td>
            </tr>`,
          ]),
    ],
  };
}

function shortened(words: string): string {
  return words.length > mostOfOne ? `${words.slice(0, mostOfOne).trimEnd()}…` : words;
}
