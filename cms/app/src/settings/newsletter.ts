import path from 'node:path';
import { readPersonKey } from '@nachra/delivery';
import type { NewsletterSettingsInput } from '@nachra/strapi-plugin-newsletter';
import type { Settings } from './settings';

/**
 * The plugin's part of the application's settings, as `config/plugins` hands it over. The key of persons is in the data folder by
 * then, unless a variable says it: `prepareDataDir` has made it.
 */
export function newsletterSettings(settings: Settings): NewsletterSettingsInput {
  const { publicUrl, defaultLanguage, dataDir, databaseUrl, ledgerFile, secrets, worker, logLevel } =
    settings;
  return {
    publicUrl,
    defaultLanguage,
    linkSecret: secrets.linkSecret,
    personKey: secrets.personKey ?? readPersonKey(dataDir) ?? '',
    ledger:
      databaseUrl === null
        ? { client: 'sqlite', filename: ledgerFile }
        : { client: 'postgres', url: databaseUrl },
    assetsDir: path.join(dataDir, 'assets'),
    sending: settings.sending,
    webhooks: settings.webhooks,
    mostMegapixels: settings.pictureMegapixels,
    metricsToken: settings.metricsToken,
    worker,
    workerLogLevel: logLevel === 'http' ? 'info' : logLevel,
  };
}
