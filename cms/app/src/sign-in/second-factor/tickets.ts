import { createHash } from 'node:crypto';
import { nameWithoutAddress } from '@nachra/strapi-plugin-newsletter';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { secondFactorsOf } from './second-factors';

/** Where the second factor is asked for, set up and managed: a page of ours, since Strapi's sign-in cannot be extended. */
export const secondFactorPath = '/second-factor';

const cookieName = 'nachra_second_factor';
const about = 'ticket';
const minutes = 10;

/** What a session is opened with. */
const askedSchema = z.object({ rememberMe: z.boolean(), deviceId: z.string().nullable() });
/** What its owner asked of a session that is opened once the second factor was shown. */
export type AskedSession = z.infer<typeof askedSchema>;

const ticketSchema = askedSchema.extend({
  /** `sign-in`: the password was right just now. `own`: somebody who is signed in comes to manage it. */
  kind: z.enum(['sign-in', 'own']),
  userId: z.number(),
  /** The session that an `own` ticket belongs to, and ends with. */
  sessionId: z.string().optional(),
  /** What is being set up; it is the account's once a code has shown that an app has it. */
  secret: z.string().optional(),
});
const sealedSchema = ticketSchema.extend({ until: z.number(), print: z.string() });

/** Says for ten minutes that somebody has come as far as the second factor. Sealed; it opens no session. */
export type Ticket = z.infer<typeof ticketSchema>;

const userSchema = z.object({
  id: z.number(),
  email: z.string(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  password: z.string(),
  isActive: z.literal(true),
  preferedLanguage: z.string().nullish(),
});
/** Whose ticket it is. */
export interface Holder {
  id: number;
  name: string;
  email: string;
  password: string;
  /** Of the admin, where one was chosen. */
  language: string | null;
}

/** What a sign-in form asks of the session. Pure. */
export function askedSession(context: Context): AskedSession {
  const { rememberMe, deviceId } = (context.request.body ?? {}) as Record<string, unknown>;
  return {
    rememberMe: Boolean(rememberMe),
    deviceId: typeof deviceId === 'string' && deviceId !== '' ? deviceId.slice(0, 255) : null,
  };
}

/** Hands a ticket to the browser, for our page alone. */
export async function giveTicket(strapi: Core.Strapi, context: Context, ticket: Ticket): Promise<void> {
  const holder = await findHolder(strapi, { id: ticket.userId });
  const sealing = secondFactorsOf(strapi)?.sealing;
  if (holder === null || sealing === undefined) return;
  const sealed = { ...ticket, until: Date.now() + minutes * 60_000, print: printOf(holder) };
  setCookie(strapi, context, sealing.seal(JSON.stringify(sealed), about));
}

/** Takes it back. */
export function dropTicket(strapi: Core.Strapi, context: Context): void {
  setCookie(strapi, context, '');
}

/** The ticket that a request brings, and whose it is; null where there is none that holds still. */
export async function readTicket(
  strapi: Core.Strapi,
  context: Context,
): Promise<{ ticket: Ticket; holder: Holder } | null> {
  const text = secondFactorsOf(strapi)?.sealing.open(
    context.cookies.get(cookieName, { signed: false }) ?? '',
    about,
  );
  if (text === null || text === undefined) return null;
  const { until, print, ...ticket } = sealedSchema.parse(JSON.parse(text));
  if (until < Date.now()) return null;
  const holder = await findHolder(strapi, { id: ticket.userId });
  // Whoever changes a password ends what was begun with the one before.
  if (holder === null || print !== printOf(holder)) return null;
  const { sessionId } = ticket;
  if (ticket.kind === 'own' && !(await strapi.sessionManager('admin').isSessionActive(sessionId ?? '')))
    return null;
  return { ticket, holder };
}

/** An account that may sign in. */
export async function findHolder(
  strapi: Core.Strapi,
  where: { id: number } | { email: string },
): Promise<Holder | null> {
  const found = userSchema.safeParse(await strapi.db.query('admin::user').findOne({ where }));
  if (!found.success) return null;
  const { id, email, firstname, lastname, password, preferedLanguage } = found.data;
  const name = nameWithoutAddress({ id, firstname, lastname });
  return { id, email, password, name, language: preferedLanguage ?? null };
}

function printOf({ password }: Holder): string {
  return createHash('sha256').update(password).digest('base64url').slice(0, 16);
}

function setCookie(strapi: Core.Strapi, context: Context, value: string): void {
  context.cookies.set(cookieName, value, {
    path: secondFactorPath,
    httpOnly: true,
    sameSite: 'strict',
    secure: strapi.config.get('admin.auth.cookie.secure', true),
    signed: false,
    overwrite: true,
    ...(value === '' ? { expires: new Date(0) } : {}),
  });
}
