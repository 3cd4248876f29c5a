import { createHash } from 'node:crypto';

/** What a public page is answered with, before it is HTTP. */
export interface PublicAnswer {
  status: number;
  html: string;
  policy: string;
  headers?: Record<string, string>;
}

/** A picture, before it is HTTP. */
export interface PublicPicture {
  bytes: Buffer;
  type: string;
  headers: Record<string, string>;
}

/**
 * A picture of an edition. Its name is a digest of its content, so it can be cached for ever. Any site may embed it: to a
 * browser, webmail and a sandboxed preview (which has an opaque origin) are other sites.
 */
export const picture = (bytes: Buffer, name: string, type: string): PublicPicture => ({
  bytes,
  type,
  headers: {
    ETag: `"${name}"`,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  },
});

/** Our own pages: inline styles, pictures from the institution, and forms that may only post back here. */
const pagePolicy =
  "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/**
 * An issue page is the mail itself, served from the same host as the admin. `sandbox` gives it an opaque origin: even a
 * script that got past every other check would neither run nor see the admin's session. Links may be followed, in this
 * tab or in another.
 */
const issuePolicy =
  "default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; " +
  'sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/** Five minutes: an archive page may be that stale, and a link mailed to a hundred thousand people stays cheap. */
const shortCache = { 'Cache-Control': 'public, max-age=300' };

/** A browser or a proxy that has it asks whether it still holds, and gets no byte of it again. */
const tagged = (html: string): Record<string, string> => ({
  ...shortCache,
  ETag: `"${createHash('sha256').update(html).digest('base64url')}"`,
});

/** Never cached: the page is about one person, or about something that may exist a moment later. */
const neverCached = { 'Cache-Control': 'no-store' };
const personal = { ...neverCached, 'X-Robots-Tag': 'noindex' };

export const page = (html: string): PublicAnswer => ({
  status: 200,
  html,
  policy: pagePolicy,
  headers: tagged(html),
});

export const issuePage = (html: string, language: string): PublicAnswer => ({
  status: 200,
  html,
  policy: issuePolicy,
  headers: { ...tagged(html), 'Content-Language': language },
});

export const missingPage = (html: string): PublicAnswer => ({
  status: 404,
  html,
  policy: pagePolicy,
  headers: personal,
});

/** A page that one person sees by her own link. */
export const personalPage = (
  html: string,
  status = 200,
  headers: Record<string, string> = {},
): PublicAnswer => ({
  status,
  html,
  policy: pagePolicy,
  headers: { ...personal, ...headers },
});
