import { createRequire } from 'node:module';
import type * as strapiModule from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import { CmsError } from '../settings/errors';
import { prepareDataDir } from './data-dir';
import { enterEnvironment, useSettings, type Settings } from '../settings';
import { appDir, distDir } from '../settings/paths';

export interface BootOptions {
  /** Serve the built admin under /admin; tests without a browser leave it out. */
  serveAdmin?: boolean;
}

/**
 * Loads the CMS with the given settings; it listens only when `listen()` is called on the result. The caller must
 * `destroy()` it.
 *
 * @throws {CmsError} code `DATA_DIR_UNWRITABLE`, `DATABASE_UNWRITABLE` or `DATABASE_UNREACHABLE`: before Strapi is even loaded
 */
export async function bootCms(settings: Settings, options: BootOptions = {}): Promise<Core.Strapi> {
  useSettings(settings);
  await prepareDataDir(settings);
  const { createStrapi } = loadStrapi(settings);
  const strapi = keepingSignals(() =>
    createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: options.serveAdmin ?? true }),
  );
  strapi.log.level = settings.logLevel === 'silent' ? 'error' : settings.logLevel;
  strapi.log.silent = settings.logLevel === 'silent';
  try {
    return await strapi.load();
  } catch (error) {
    await strapi.destroy().catch(() => undefined);
    throw error instanceof Error ? error : new CmsError('BOOT_FAILED', String(error));
  }
}

/**
 * Takes away the listeners of signals that Strapi adds as soon as it is made. Whoever boots closes; two who destroy it at the
 * same moment fail ("Destroy … has already been called").
 */
function keepingSignals<Made>(make: () => Made): Made {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = signals.map((signal) => new Set(process.listeners(signal)));
  const made = make();
  for (const [index, signal] of signals.entries())
    for (const listener of process.listeners(signal))
      if (!before[index]?.has(listener)) process.off(signal, listener);
  return made;
}

/** Strapi reads NODE_ENV while it is being loaded, so it is loaded only once the settings are known. */
function loadStrapi(settings: Settings): typeof strapiModule {
  enterEnvironment(settings.environment);
  return createRequire(__filename)('@strapi/strapi') as typeof strapiModule;
}
