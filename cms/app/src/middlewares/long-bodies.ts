import type { Core } from '@strapi/strapi';

/** Bytes. Longer than a sign-in, a forgotten password, or whatever else is sent by somebody who is not known yet. */
const mostOfStranger = 16 * 1024;

/**
 * Has long bodies read only for callers who are known: Strapi reads and walks them before it asks who sends them, and a few
 * megabytes of brackets from anywhere hold everybody else for seconds. Multipart is left alone here: it is read behind the doors of
 * the upload routes. A token that has run out is answered as Strapi would, which has the admin renew it and send once more.
 */
const longBodies: Core.MiddlewareFactory =
  (_config, { strapi }) =>
  async (context, next) => {
    const isMultipart = context.is('multipart/*') !== false;
    if (isMultipart || !mayBeLong(context.headers)) return void (await next());
    const token = /^bearer\s+(\S+)$/i.exec(context.get('authorization'))?.[1];
    if (token !== undefined && (await isKnown(strapi, token))) return void (await next());
    // Nobody reads the rest of it.
    context.set('Connection', 'close');
    if (token !== undefined) context.throw(401, 'Missing or invalid credentials');
    context.throw(413, `Without a token at most ${mostOfStranger / 1024} KB are read. Sign in first.`);
  };

export default longBodies;

interface Headers {
  'content-length'?: string | undefined;
  'transfer-encoding'?: string | undefined;
}

function mayBeLong({ 'content-length': length, 'transfer-encoding': encoding }: Headers): boolean {
  return encoding !== undefined || Number(length ?? 0) > mostOfStranger;
}

interface ApiTokens {
  hash(token: string): string;
}

/** By its signature, as a token of the admin, or as one that the API knows; what it may do is judged by Strapi. */
async function isKnown(strapi: Core.Strapi, token: string): Promise<boolean> {
  if (strapi.sessionManager?.('admin').validateAccessToken(token).isValid) return true;
  const accessKey = (strapi.service('admin::api-token') as unknown as ApiTokens).hash(token);
  return (await strapi.db.query('admin::api-token').count({ where: { accessKey } })) > 0;
}
