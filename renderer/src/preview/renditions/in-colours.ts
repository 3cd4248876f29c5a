import { rewriteHtml } from './rewrite-html';

export type Colours = 'light' | 'dark';

/** Always true and never true, wherever a media query may ask for a feature. */
const yes = '(min-width:0)';
const no = '(max-width:0)';

/**
 * A mail as a client in light or in dark mode shows it, whatever the browser prefers. A page cannot tell a frame of
 * another origin which colours to prefer, so the style sheet's own question is answered in its place. Text is left alone.
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

/** `color-scheme: light dark` leaves the choice of canvas and controls to the browser; here it is made. */
function settle(css: string, colours: Colours): string {
  return css.replace(/(^|[{;\s])(color-scheme\s*:\s*)(light\s+dark|dark\s+light)/gi, `$1$2${colours}`);
}
