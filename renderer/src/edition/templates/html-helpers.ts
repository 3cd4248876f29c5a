import Handlebars from 'handlebars';
import type { SlotName } from '../../contract/edition';
import { encodeHtml, type EncodingContext } from '../slots/encoders';
import { sentinel } from '../slots/sentinel';
import { splitRuns } from '../../view/typography/isolate';

/** What the helpers read from the root of every view. */
interface Root {
  nonce: string;
  direction: 'ltr' | 'rtl';
}
interface Options {
  data: { root: Root };
}

/** Helpers of the MJML and page templates. All else that a template prints is escaped by Handlebars itself. */
export const htmlHelpers = {
  /** Text in HTML: escaped, line ends as `<br>`, and in Arabic every Latin run isolated (`span dir`: Word ignores `bdi`). */
  text(value: string, { data }: Options): Handlebars.SafeString {
    if (data.root.direction === 'ltr') return new Handlebars.SafeString(breakLines(encodeHtml(value)));
    const runs = splitRuns(value).map(({ text, ltr }) => {
      const encoded = breakLines(encodeHtml(text));
      return ltr ? `<span dir="ltr">${encoded}</span>` : encoded;
    });
    return new Handlebars.SafeString(runs.join(''));
  },

  /** The place of a value that each reader has for himself. */
  slot(name: SlotName, context: EncodingContext, { data }: Options): Handlebars.SafeString {
    return new Handlebars.SafeString(sentinel(data.root.nonce, name, context));
  },

  /** Code keeps its indentation: spaces that HTML would fold become no-break spaces. */
  code(value: string): Handlebars.SafeString {
    return new Handlebars.SafeString(
      breakLines(encodeHtml(value).replace(/^ +| {2,}/gm, (spaces) => '&nbsp;'.repeat(spaces.length))),
    );
  },

  /** A value of our own theme inside a style sheet, where entities mean nothing; anything that could leave it goes. */
  css(value: string): Handlebars.SafeString {
    return new Handlebars.SafeString(value.replace(/[^\w\s.,#%()'-]/g, ''));
  },

  /** A list of so many entries, to repeat something. */
  times(count: number): number[] {
    return Array.from({ length: count }, (_, index) => index);
  },

  /** Path of a partial: `(path "sections/" type)`. */
  path(folder: string, name: string): string {
    return folder + name;
  },
};

function breakLines(encoded: string): string {
  return encoded.replace(/\n/g, '<br>');
}
