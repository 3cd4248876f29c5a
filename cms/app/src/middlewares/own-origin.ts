import type { Core } from '@strapi/strapi';

/** The admin, and the page of second factors, whose ticket is a cookie. */
const guarded = ['/admin', '/second-factor'];
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses to write for a page of another origin where a cookie alone opens the door: under `/admin`, where Strapi's refresh
 * cookie renews a session, and at the second factor. `SameSite` does not help against a page on a sibling host, which is of the same site.
 */
const ownOrigin: Core.MiddlewareFactory<{ publicUrl: string }> = ({ publicUrl }) => {
  const publicHost = hostOf(publicUrl);
  return async (context, next) => {
    const origin = context.get('origin');
    // A proxy may ask by another host name than people do, so either name is ours.
    const isOwn = origin === '' || [publicHost, context.host].includes(hostOf(origin));
    // Routes are found whatever their capitals.
    const asked = context.path.toLowerCase();
    if (!isOwn && !reading.has(context.method) && guarded.some((path) => asked.startsWith(path)))
      context.throw(403, 'This was asked by a page of another address. Open the admin by its own address.');
    await next();
  };
};

export default ownOrigin;

/** `null`, what a page without an origin says, has none. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
