import { openWebhooks, type Webhooks } from '@nachra/delivery';
import type { Core } from '@strapi/strapi';
import { registerComponents } from './content/components';
import { contentTypes } from './content/content-types';
import { setDefaultLanguage } from './content/default-language';
import { deskRoutes } from './desk/desk-routes';
import { mountHealth } from './public/health';
import { mountDesk } from './desk/desk-route';
import { openNewsletter, type Newsletter } from './open-newsletter';
import { registerPermissions } from './strapi/register-permissions';
import { isPreviewed, previewUrl } from './desk/preview/preview-url';
import { previewDependencies } from './desk/preview/preview-dependencies';
import { mountPreview } from './desk/preview/preview-routes';
import { mountPublic } from './public/mount-pages';
import { mountWebhooks, witnessed } from './public/webhooks';
import { guardAttachments } from './strapi/guard-attachments';
import { guardLengths } from './strapi/guard-lengths';
import { guardPictures } from './strapi/guard-pictures';
import { guardOpenRoutes } from './strapi/guard-open-routes';
import { guardParts } from './strapi/guard-parts';
import { guardRelations } from './strapi/guard-relations';
import { nameDashboards } from './strapi/name-dashboards';
import { guardUploads } from './strapi/guard-uploads';
import { ensureRoles } from './strapi/ensure-roles';
import { parseSettings, type NewsletterSettings } from './common/settings';
import { backfillAddressKeys } from './content/address-keys';
import { backfillRevisions } from './content/revisions/schema';
import { watchDocuments } from './content/watch-documents';
import { guardJournal } from './content/guard-journal';
import { writerBehind } from './common/writer';
import accessLog from './strapi/access-log';
import { afterAdmin } from './strapi/after-admin';
import { guardBodies } from './strapi/guard-bodies';
import { closeRoutes } from './strapi/close-routes';
import { fitMiddlewares } from './strapi/fit-middlewares';
import { answerPreviews } from './strapi/preview-handler';
import { arrangeEditViews } from './strapi/arrange-views';
import { mailInvitations } from './strapi/mail-invitations';
import { watchRights, type RightsWatch } from './strapi/watch-rights';
import { watchTokens } from './strapi/watch-tokens';

interface Lifecycle {
  strapi: Core.Strapi;
}

/**
 * The server side of the plugin `newsletter`. Strapi calls this once for each application it creates, so what is open
 * belongs to that application and to nothing global.
 */
export default function newsletterPlugin() {
  let open: Newsletter | null = null;
  let webhooks: Webhooks | null = null;

  return {
    config: { default: {}, validator: (config: unknown): void => void parseSettings(config) },
    contentTypes: contentTypes(),
    middlewares: { 'access-log': accessLog },

    register({ strapi }: Lifecycle): void {
      const settings = settingsOf(strapi);
      const { publicUrl, defaultLanguage, mostMegapixels } = settings;
      // The admin's halves, with the sheets and the editor, have the same names.
      for (const name of ['figures', 'body', 'framing'])
        strapi.customFields.register({
          name,
          plugin: 'newsletter',
          type: 'json',
          inputSize: { default: 12, isResizable: false },
        });
      setDefaultLanguage(strapi, defaultLanguage);
      registerComponents(strapi, defaultLanguage);
      closeRoutes(strapi);
      guardOpenRoutes(strapi);
      guardRelations(strapi);
      nameDashboards(strapi, defaultLanguage);
      fitMiddlewares(strapi, publicUrl);
      guardBodies(strapi, defaultLanguage);
      guardParts(strapi, defaultLanguage);
      answerPreviews(strapi, isPreviewed, (uid, params) => previewUrl(strapi, settings, uid, params));
      watchDocuments(strapi, defaultLanguage, () => open?.desk ?? null);
      guardUploads(strapi, defaultLanguage, () => open?.desk ?? null);
      guardPictures(strapi, defaultLanguage, mostMegapixels);
      mountPublic(strapi, () => open?.desk ?? null);
      mountWebhooks(strapi, () => webhooks);
      mountHealth(
        strapi,
        () =>
          open && {
            ...open.desk,
            servers: open.desk.mailServers.map(({ name }) => name),
            worker: open.workerHealth,
            queue: open.queueState,
            token: open.settings.metricsToken,
            hold: open.hold(),
          },
      );
    },

    async bootstrap({ strapi }: Lifecycle): Promise<void> {
      await registerPermissions(strapi);
      guardJournal(strapi);
      guardAttachments(strapi);
      guardLengths(strapi, settingsOf(strapi).defaultLanguage);
      const rights: RightsWatch = {
        journal: () => open?.desk.journal ?? null,
        writer: () => writerBehind(strapi, settingsOf(strapi).defaultLanguage)?.actor ?? null,
      };
      watchRights(strapi, rights);
      watchTokens(strapi, rights);
      mailInvitations(strapi, {
        invitations: () => open?.desk.invitations ?? null,
        writer: () => writerBehind(strapi, settingsOf(strapi).defaultLanguage),
      });
      afterAdmin(strapi, async () => {
        await ensureRoles(strapi);
        await arrangeEditViews(strapi);
      });
      await backfillRevisions(strapi);
      await backfillAddressKeys(strapi);
      open = await openNewsletter(strapi, settingsOf(strapi));
      const { desk } = open;
      const routes = deskRoutes(strapi, desk);
      mountDesk(strapi, routes, open.log, open.settings.defaultLanguage);
      mountPreview(strapi, previewDependencies(strapi, open.desk));
      const { ledger, linkSecret: secret, now, witness } = open.desk;
      webhooks = witnessed(openWebhooks({ ledger, keys: open.settings.webhooks, secret, now }), witness);
    },

    async destroy(): Promise<void> {
      await open?.close();
      open = null;
      webhooks = null;
    },
  };
}

function settingsOf(strapi: Core.Strapi): NewsletterSettings {
  return parseSettings(strapi.config.get('plugin::newsletter'));
}
