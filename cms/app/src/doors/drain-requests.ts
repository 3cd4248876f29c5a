import type { Core } from '@strapi/strapi';

/** How long requests may take to end once the process was asked to stop, in milliseconds. */
const patience = 10_000;

/**
 * Lets the requests that are being answered end before Strapi closes its database under them, and answers those that come
 * meanwhile with 503. Strapi breaks connections off at once, and whatever their handlers do next meets a Strapi that is gone.
 * Called in `register`; before the middlewares that plugins have added by then, some of which answer themselves.
 */
export function drainRequests(strapi: Core.Strapi): void {
  let draining = false;
  let inFlight = 0;
  let ended = (): void => undefined;

  strapi.server.app.middleware.unshift(async (context, next) => {
    if (draining) {
      context.set({ Connection: 'close', 'Retry-After': '5' });
      context.status = 503;
      context.body = 'Stopping.';
      return;
    }
    inFlight += 1;
    try {
      await next();
    } finally {
      inFlight -= 1;
      if (inFlight === 0) ended();
    }
  });

  const destroy = strapi.destroy.bind(strapi);
  strapi.destroy = async () => {
    draining = true;
    if (inFlight > 0) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        ended = resolve;
        timer = setTimeout(resolve, patience);
      });
      clearTimeout(timer);
    }
    await destroy();
  };
}
