import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { deskLanguages } from '../../common/words/words-of';

/** What a preview link lets its bearer see, and for how long. */
const grantSchema = z.object({
  kind: z.enum(['issue', 'article']),
  documentId: z.string(),
  /** Which version of an article; an issue is always shown with its articles as drafted. */
  version: z.enum(['draft', 'published']),
  /** The admin user it was made for. */
  userId: z.number(),
  language: z.enum(deskLanguages),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});
export type PreviewGrant = z.infer<typeof grantSchema>;

/** Sets preview tokens apart from every other use of the same secret. */
const purpose = 'newsletter-preview';

/**
 * Makes a link's token: the grant and its HMAC, of `[A-Za-z0-9_.-]`. An iframe cannot send the admin's bearer token, so
 * the address itself must carry the permission; that is why it ends soon.
 */
export function signGrant(grant: PreviewGrant, secret: string): string {
  const payload = Buffer.from(JSON.stringify(grant)).toString('base64url');
  return `${payload}.${macOf(payload, secret)}`;
}

/** The grant of a token, compared in constant time; null when it is forged or has expired. Pure. */
export function readGrant(token: string, secret: string, now: Date): PreviewGrant | null {
  const [, payload, mac] = /^([\w-]+)\.([\w-]{43})$/.exec(token) ?? [];
  if (payload === undefined || mac === undefined) return null;
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(payload, secret)))) return null;
  const grant = grantSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return grant.expiresAt > now.getTime() ? grant : null;
}

function macOf(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${payload}`).digest('base64url');
}
