/** How a mail is looked at: as most readers see it, or as those do whose device is dark. */
export type Colours = 'light' | 'dark';

const styleElement = /<style\b[^>]*>[\s\S]*?<\/style>/gi;
const asked = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi;

/**
 * A mail in one of its colours, whichever the device of whoever looks prefers. Texts stay as they are, also where they speak of such
 * things. Pure.
 */
export function inColours(html: string, colours: Colours): string {
  return html
    .replace(styleElement, (style) =>
      style
        .replace(asked, (_, wanted: string) =>
          wanted.toLowerCase() === colours ? '(min-width:0)' : '(max-width:0)',
        )
        .replace(/(color-scheme\s*:\s*)(?:light\s+dark|dark\s+light)/gi, `$1${colours}`),
    )
    .replace(/(<meta\b[^>]*color-scheme"[^>]*content=")(?:light dark|dark light)"/gi, `$1${colours}"`);
}
