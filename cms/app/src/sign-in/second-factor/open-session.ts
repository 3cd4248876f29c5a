import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { buildSessionMetadata } from '@strapi/utils';
import type { Context } from 'koa';
import { proof, unguardedSessions } from './guard-sessions';
import type { AskedSession } from './tickets';

const refreshCookie = 'strapi_admin_refresh';
/** Read by the admin when it is opened, as after a sign-in by Strapi's own SSO. */
const accessCookie = 'jwtToken';
/** Tells the admin to keep the access token beyond this visit of the browser; see `src/admin/second-factor.ts`. */
const rememberedCookie = 'nachra_remembered';
const days = 24 * 60 * 60;

/**
 * Opens a session of the admin as Strapi's own sign-in does: the same session, the same cookies.
 *
 * @param isProven whether its owner has shown a second factor
 */
export async function openSession(
  strapi: Core.Strapi,
  context: Context,
  userId: number,
  { rememberMe, deviceId }: AskedSession,
  isProven: boolean,
): Promise<void> {
  const type = rememberMe ? 'refresh' : 'session';
  const sessions = isProven ? unguardedSessions(strapi) : strapi.sessionManager('admin');
  const metadata = buildSessionMetadata({ userAgent: context.get('user-agent') });
  const { token, absoluteExpiresAt } = await sessions.generateRefreshToken(
    String(userId),
    deviceId ?? randomUUID(),
    { type, metadata: { ...metadata, ...(isProven ? proof : {}) } },
  );
  const access = await sessions.generateAccessToken(token);
  if ('error' in access) throw new Error('The session that was opened gave no access token.');
  const { config } = strapi;
  const common = {
    path: config.get('admin.auth.cookie.path', '/admin'),
    domain: config.get<string | undefined>('admin.auth.cookie.domain', undefined),
    secure: config.get('admin.auth.cookie.secure', true),
    sameSite: config.get<'lax' | 'strict'>('admin.auth.cookie.sameSite', 'lax'),
    overwrite: true,
  };
  const idle = Date.now() + config.get('admin.auth.sessions.idleRefreshTokenLifespan', 14 * days) * 1000;
  const expires = new Date(Math.min(idle, new Date(absoluteExpiresAt).getTime()));
  context.cookies.set(refreshCookie, token, {
    ...common,
    httpOnly: true,
    ...(rememberMe ? { expires } : {}),
  });
  const readable = { ...common, httpOnly: false, signed: false };
  context.cookies.set(accessCookie, access.token, readable);
  if (rememberMe) context.cookies.set(rememberedCookie, 'yes', { ...readable, maxAge: 60_000 });
}
