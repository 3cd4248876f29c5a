import { messageOf } from '../common/errors';
import { setTimeout as delay } from 'node:timers/promises';
import { publicPaths, type LedgerHold } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { bears, metricsText, metricsType, type Measured } from './metrics';

/** What is watched, once the plugin is open. */
interface Watched extends Measured {
  /** What `/metrics` wants to be asked with; null while it is off. */
  token: string | null;
  /** Why nothing may leave, as a code; null when all is well. */
  hold: LedgerHold | null;
}

/** Health checks time out after this. */
const patienceMs = 3_000;

/**
 * Mounts `GET /healthz`, which answers one word, with a code where sending is held, and `GET /metrics`, which does not exist unless a
 * token is set: behind a reverse proxy every request comes from the loopback interface, so the address proves nothing.
 *
 * @param watched null until the plugin is open
 */
export function mountHealth(strapi: Core.Strapi, watched: () => Watched | null): void {
  const config = { auth: false as const };
  strapi.server.routes([
    {
      method: 'GET',
      path: publicPaths.health,
      config,
      async handler(context: Context): Promise<void> {
        const open = watched();
        const health =
          open === null ? 'unavailable' : await Promise.race([healthOf(strapi, open), tooLong()]);
        context.status = health === 'unavailable' ? 503 : 200;
        plain(context, `${health}\n`);
      },
    },
    {
      method: 'GET',
      path: publicPaths.metrics,
      config,
      async handler(context: Context): Promise<void> {
        const open = watched();
        if (open === null) return void (context.status = 503);
        if (open.token === null) return void (context.status = 404);
        if (!bears(context.get('authorization'), open.token)) {
          context.status = 401;
          context.set('WWW-Authenticate', 'Bearer');
          return plain(context, '');
        }
        try {
          plain(context, await metricsText(open));
          context.set('Content-Type', metricsType);
        } catch (error) {
          context.status = 503;
          plain(context, '');
          strapi.log.error(`metrics.failed ${messageOf(error)}`);
        }
      },
    },
  ]);
}

/** Without Redis everything works, only less promptly: worth a warning, not a restart of the CMS. */
type Health = 'ok' | 'degraded' | `degraded ledger-${LedgerHold}` | 'unavailable';

async function healthOf(strapi: Core.Strapi, { ledger, worker, queue, hold }: Watched): Promise<Health> {
  // Said first: a damaged ledger answers nothing, and a person must decide, which no restart can do.
  if (hold !== null) return `degraded ledger-${hold}`;
  try {
    await Promise.all([strapi.db.connection.raw('SELECT 1'), ledger.rows('SELECT 1 AS one')]);
    if (worker?.().alive === false) return 'unavailable';
    return (await queue?.())?.reachable === false ? 'degraded' : 'ok';
  } catch {
    return 'unavailable';
  }
}

function tooLong(): Promise<Health> {
  return delay(patienceMs, 'unavailable' as const, { ref: false });
}

function plain(context: Context, text: string): void {
  context.set('Cache-Control', 'no-store');
  context.type = 'text/plain; charset=utf-8';
  context.body = text;
}
