import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { ChartBubble, Crop, Feather, Images, Mail } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';

import { TranslationsPanel } from './article-languages/TranslationsPanel';
import { landsOnDesk } from './pages/Landing';
import { inDeskRoot } from './panels/in-desk-root';
import { IssuePanel } from './panels/IssuePanel';
import { MailPanel } from './panels/MailPanel';
import { PicturesPanel } from './panels/PicturesPanel';
import { prepareInstead } from './panels/prepare-instead';
import { SpellingPanel } from './panels/SpellingPanel';
import { StandingInWindow, StandingPanel } from './panels/StandingPanel';
import { withPictureTexts } from './pictures/with-picture-texts';
import { PERMISSIONS } from './plugin/permissions';
import { DESK_PATH, PLUGIN_ID } from './plugin/plugin-id';
import { hintTranslator } from './model/translate-hints';
import { PresenceInWindow, PresencePanel } from './presence/PresencePanel';
import { askBeforeFiles } from './revisions/ask-before-files';
import { guardSaves } from './revisions/guard-saves';
import { VersionsPanel } from './revisions/VersionsPanel';
import { QuestionHost } from './revisions/QuestionHost';
import { loadTexts } from './translations';

/** Where the content manager lets a component stand on each of the pages that write. */
const questionPlaces = [
  ['editView', 'right-links'],
  ['listView', 'actions'],
  ['preview', 'actions'],
] as const;

/** The admin side of the plugin: the desk's pages, its menu link, its panels beside the content manager's forms, and its fields for figures, bodies and framings. */
export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: DESK_PATH.slice(1),
      icon: Mail,
      intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Desk' },
      permissions: PERMISSIONS.read,
      Component: () => import('./pages/App'),
      position: 2,
    });
    // Strapi’s home is of developers; whoever may read the desk begins there.
    app.router.addRoute((routes) => routes.map(landsOnDesk));
    app.customFields.register({
      name: 'figures',
      pluginId: PLUGIN_ID,
      type: 'json',
      icon: ChartBubble,
      intlLabel: { id: `${PLUGIN_ID}.figures.field`, defaultMessage: 'Chiffres' },
      intlDescription: {
        id: `${PLUGIN_ID}.figures.field.description`,
        defaultMessage: 'Chiffres',
      },
      // Strapi types a field's component as one without properties, and hands it those of every input.
      components: {
        Input: () =>
          import('./figures/FiguresField') as Promise<unknown> as Promise<{ default: ComponentType }>,
      },
    });
    app.customFields.register({
      name: 'body',
      pluginId: PLUGIN_ID,
      type: 'json',
      icon: Feather,
      intlLabel: { id: `${PLUGIN_ID}.body.field`, defaultMessage: 'Texte' },
      intlDescription: { id: `${PLUGIN_ID}.body.field.description`, defaultMessage: 'Texte' },
      components: {
        Input: () => import('./body/BodyField') as Promise<unknown> as Promise<{ default: ComponentType }>,
      },
    });
    // No field is made of it: it takes the place of Strapi's list in the form of an article.
    app.customFields.register({
      name: 'picture-texts',
      pluginId: PLUGIN_ID,
      type: 'json',
      icon: Images,
      intlLabel: { id: `${PLUGIN_ID}.picture.texts.field`, defaultMessage: 'Textes des images' },
      intlDescription: { id: `${PLUGIN_ID}.picture.texts.field.description`, defaultMessage: 'Textes' },
      components: {
        Input: () =>
          import('./pictures/PictureTextsField') as Promise<unknown> as Promise<{ default: ComponentType }>,
      },
    });
    app.customFields.register({
      name: 'framing',
      pluginId: PLUGIN_ID,
      type: 'json',
      icon: Crop,
      intlLabel: { id: `${PLUGIN_ID}.framing.field`, defaultMessage: 'Cadrage' },
      intlDescription: { id: `${PLUGIN_ID}.framing.field.description`, defaultMessage: 'Cadrage' },
      components: {
        Input: () =>
          import('./framing/FramingField') as Promise<unknown> as Promise<{ default: ComponentType }>,
      },
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    // Strapi types the apis of a plugin as unknown; this is the shape that the content manager publishes.
    const plugin = app.getPlugin('content-manager');
    const contentManager = plugin.apis as ContentManagerPlugin['config']['apis'];
    contentManager.addEditViewSidePanel((panels) => [
      ...[StandingPanel, PresencePanel].map(inDeskRoot),
      ...panels,
      ...[SpellingPanel, PicturesPanel, IssuePanel, MailPanel, TranslationsPanel, VersionsPanel].map(
        inDeskRoot,
      ),
    ]);
    contentManager.addDocumentAction((actions) =>
      actions.map((action) => (action.type === 'clone' ? prepareInstead(action) : action)),
    );
    contentManager.addDocumentAction([PresenceInWindow, StandingInWindow]);
    for (const [view, block] of questionPlaces)
      plugin.injectComponent(view, block, { name: `${PLUGIN_ID}-question`, Component: QuestionHost });
    const layoutHook = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
    app.registerHook(
      layoutHook,
      hintTranslator(() => document.documentElement.lang),
    );
    app.registerHook(layoutHook, withPictureTexts);
    guardSaves();
    askBeforeFiles();
  },

  registerTrads: loadTexts,
};
