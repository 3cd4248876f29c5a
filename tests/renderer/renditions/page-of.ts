import { showRendition, type Shown, type RenditionName } from '@nachra/renderer';

/** A page of `body` with a style sheet. */
export const pageOf = (body: string, css = ''): Shown => ({
  html: `<!doctype html><html><head><style>${css}</style></head><body>${body}</body></html>`,
  text: 'Bonjour <b> & co',
  language: 'fr',
  direction: 'ltr',
});
const bodyOf = (html: string) => /<body>([\s\S]*)<\/body>/.exec(html)?.[1];
/** The body of a rendition of a page of `body`. */
export const show = (body: string, rendition: RenditionName, css = '') =>
  bodyOf(showRendition(pageOf(body, css), rendition));
