import { openWebhooks, type Webhooks } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { settings } from '../../../../settings';
import { mountHealth } from './health/routes';
import { mountDesk } from './http/desk-route';
import { deskRoutes } from './desk/routes';
import { openNewsletter, type Newsletter } from './newsletter';
import { registerPermissions } from './permissions/register';
import { previewDependencies } from './preview/rendering-of';
import { mountPreview } from './preview/routes';
import { openPublicPages, type PublicPages } from './public/public-pages';
import { mountPublic } from './public/routes';
import { mountWebhooks } from './public/webhooks';
import { newsletterSettings } from './settings';
import { watchDocuments } from './stages/middleware';

interface Lifecycle {
  strapi: Core.Strapi;
}

/**
 * The server side of the plugin `newsletter`. Strapi calls this once for each application it creates, so what is open
 * belongs to that application and to nothing global.
 */
export default function newsletterPlugin() {
  let open: Newsletter | null = null;
  let pages: PublicPages | null = null;
  let webhooks: Webhooks | null = null;

  return {
    register({ strapi }: Lifecycle): void {
      // The admin's half, with its sheets, has the same name.
      strapi.customFields.register({
        name: 'figures',
        plugin: 'newsletter',
        type: 'json',
        inputSize: { default: 12, isResizable: false },
      });
      watchDocuments(strapi, () => open?.desk.stages ?? null);
      mountPublic(strapi, () => pages);
      mountWebhooks(strapi, () => webhooks);
      mountHealth(
        strapi,
        () =>
          open && {
            ...open.desk,
            servers: open.settings.mailServers.map(({ name }) => name),
            worker: open.workerHealth,
            queue: open.queueState,
            token: open.settings.metricsToken,
          },
      );
    },

    async bootstrap({ strapi }: Lifecycle): Promise<void> {
      await registerPermissions(strapi);
      open = await openNewsletter(strapi, newsletterSettings(settings()));
      mountDesk(strapi, deskRoutes(open.desk), open.log);
      mountPreview(strapi, previewDependencies(strapi, open.desk));
      pages = openPublicPages(open.desk);
      const { ledger, linkSecret: secret, now } = open.desk;
      webhooks = openWebhooks({ ledger, keys: open.settings.webhooks, secret, now });
    },

    async destroy(): Promise<void> {
      await open?.close();
      open = null;
      pages = null;
      webhooks = null;
    },
  };
}
