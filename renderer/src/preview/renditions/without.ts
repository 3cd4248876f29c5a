import { rewriteHtml, type Attributes } from './rewrite-html';

/** A `src` without a picture: the browser then shows the alternative text in a box of the picture's size. */
const nothing = '';

/** A mail as clients show it until the reader allows pictures: with alternative texts and background colours. */
export function withoutImages(html: string): string {
  return rewriteHtml(html, {
    css: withoutUrls,
    tag(name, attributes) {
      if (name === 'source') return null;
      const { background: _background, poster: _poster, srcset: _srcset, ...rest } = attributes;
      const { src, style } = rest;
      const changed: Attributes = {
        ...rest,
        ...(name === 'img' && src !== undefined ? { src: nothing } : {}),
        ...(style === undefined ? {} : { style: withoutUrls(style) }),
      };
      return sameAs(attributes, changed) ? undefined : changed;
    },
  });
}

/** A mail as clients show it that drop `<style>`, with media queries, hover and fonts: La Poste, SFR, Gmail’s mobile site. */
export function withoutStyle(html: string): string {
  return rewriteHtml(html, {
    tag: (name, { rel }) =>
      name === 'style' || (name === 'link' && /\bstylesheet\b/i.test(rel ?? '')) ? null : undefined,
  });
}

function withoutUrls(css: string): string {
  return css.replace(/url\(\s*(?:"[^"]*"|'[^']*'|[^)]*)\s*\)/gi, 'none');
}

function sameAs(one: Attributes, other: Attributes): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
