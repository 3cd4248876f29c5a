import { rewriteHtml } from './rewrite-html';

export type Colours = 'light' | 'dark';

/** Media features that are always true and never true. */
const yes = '(min-width:0)';
const no = '(max-width:0)';

/**
 * A mail as a client in light or in dark mode shows it, whatever the browser prefers. A page cannot set the preferred
 * colours of a frame, so the mail's media queries are replaced by their results. Text does not change.
 */
export function inColours(html: string, colours: Colours): string {
  return rewriteHtml(html, {
    css: (css) => settle(answer(css, colours), colours),
    tag(name, attributes) {
      const { media, style, content } = attributes;
      if (media !== undefined && asks.test(media)) return { ...attributes, media: answer(media, colours) };
      if (name === 'meta' && /color-scheme/i.test(attributes['name'] ?? '') && content !== undefined) {
        return { ...attributes, content: /\bonly\b/i.test(content) ? content : colours };
      }
      if (style !== undefined && /color-scheme/i.test(style)) {
        return { ...attributes, style: settle(style, colours) };
      }
      return undefined;
    },
  });
}

const asks = /\(\s*prefers-color-scheme\s*:\s*(?:dark|light)\s*\)/i;

function answer(query: string, colours: Colours): string {
  return query.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi, (_whole, asked: string) =>
    asked.toLowerCase() === colours ? yes : no,
  );
}

/** Replaces `color-scheme: light dark`, which leaves the choice to the browser, by one of the two. */
function settle(css: string, colours: Colours): string {
  return css.replace(/(^|[{;\s])(color-scheme\s*:\s*)(light\s+dark|dark\s+light)/gi, `$1$2${colours}`);
}
