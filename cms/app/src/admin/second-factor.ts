import type { StrapiApp } from '@strapi/strapi/admin';

/** An action of Strapi's store: what a request that was refused leaves there. */
interface Refused {
  payload?: { details?: { secondFactor?: unknown } };
}

/**
 * Strapi's forms cannot ask for a code, so whoever gave a right password goes on to the page that does. Every route that opens a
 * session refuses in the same way, whichever form has asked it.
 */
export function followSecondFactor(app: StrapiApp): void {
  app.addMiddlewares([
    () => () => (next) => (action) => {
      const page = (action as Refused).payload?.details?.secondFactor;
      if (typeof page === 'string' && page.startsWith('/')) window.location.assign(page);
      return next(action) as unknown;
    },
  ]);
}

/**
 * Keeps the access token beyond this visit of the browser for whoever ticked "remember me", as Strapi's own sign-in does. The server
 * can only leave it in a cookie. Called before Strapi reads it.
 */
export function keepRememberedToken(): void {
  const cookies = new Map(
    document.cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))] as const;
    }),
  );
  const token = cookies.get('jwtToken');
  if (token === undefined || !cookies.has('nachra_remembered')) return;
  localStorage.setItem('jwtToken', JSON.stringify(token));
  localStorage.setItem('isLoggedIn', 'true');
  for (const name of ['jwtToken', 'nachra_remembered'])
    document.cookie = `${name}=; Path=/admin; Expires=Thu, 01 Jan 1970 00:00:01 GMT`;
}

/** Adds the way to one's own second factor to the settings, for everybody. */
export function linkSecondFactor(app: Pick<StrapiApp, 'addSettingsLink'>): void {
  app.addSettingsLink('global', {
    id: 'nachra-second-factor',
    to: 'second-factor',
    intlLabel: { id: 'nachra.second-factor', defaultMessage: 'Second factor' },
    permissions: [],
    Component: () => import('./SecondFactorPage'),
  });
}
