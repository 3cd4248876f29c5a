import Handlebars from 'handlebars';
import type { SlotName } from '../../contract/edition';
import { encodeHtml, type EncodingContext } from '../slots/encoders';
import { sentinel } from '../slots/sentinel';
import { splitRuns } from '../../view/typography/isolate';
import type { Direction } from '../../contract/primitives';

/** The part of every view's root that the helpers read. */
interface Root {
  nonce: string;
  direction: Direction;
}
interface Options {
  data: { root: Root };
}

/** Helpers of the MJML and page templates. Handlebars escapes everything else that a template prints. */
export const htmlHelpers = {
  /**
   * Text in HTML: escaped, line ends as `<br>`, runs of the other direction isolated (`span dir`: Word ignores `bdi`). A
   * template may name the direction of what is around, if it is not the page's.
   */
  text(value: string, around: Direction | Options, options?: Options): Handlebars.SafeString {
    const base = typeof around === 'string' ? around : (options ?? around).data.root.direction;
    return new Handlebars.SafeString(isolatedHtml(value, base));
  },

  /** A slot for a value that differs by reader. */
  slot(name: SlotName, context: EncodingContext, { data }: Options): Handlebars.SafeString {
    return new Handlebars.SafeString(sentinel(data.root.nonce, name, context));
  },

  /** Code with its indentation: spaces that HTML would collapse become no-break spaces. */
  code(value: string): Handlebars.SafeString {
    return new Handlebars.SafeString(
      breakLines(encodeHtml(value).replace(/^ +| {2,}/gm, (spaces) => '&nbsp;'.repeat(spaces.length))),
    );
  },

  /** A value of our theme inside a style sheet, where entities do not work: characters that could end the value are removed. */
  css(value: string): Handlebars.SafeString {
    return new Handlebars.SafeString(value.replace(/[^\w\s.,#%()'-]/g, ''));
  },

  /** A list of `count` entries, for repeating something. */
  times(count: number): number[] {
    return Array.from({ length: count }, (_, index) => index);
  },

  /** Whether two values are the same. */
  same(one: unknown, other: unknown): boolean {
    return one === other;
  },

  /** Path of a partial: `(path "sections/" type)`. */
  path(folder: string, name: string): string {
    return folder + name;
  },
};

function isolatedHtml(text: string, base: Direction): string {
  return splitRuns(text, base)
    .map((run) => {
      if (run.direction === null) return breakLines(encodeHtml(run.text));
      // Arabic in French may hold names and figures of its own.
      const inner =
        run.direction === 'rtl' ? isolatedHtml(run.text, 'rtl') : breakLines(encodeHtml(run.text));
      return `<span dir="${run.direction}">${inner}</span>`;
    })
    .join('');
}

function breakLines(encoded: string): string {
  return encoded.replace(/\n/g, '<br>');
}
