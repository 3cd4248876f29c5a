import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  isRenditionName,
  mailPolicy,
  type IssueProblem,
  type Language,
  type Shown,
  type RenditionName,
} from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { problemObstacles } from '../../editions/obstacles';
import { TaskTooLong } from '../../editions/render-pool';
import type { RenderTasks } from '../../editions/render-thread';
import { tooMuch } from '../../editions/render-cache';
import { showEdition } from '../../editions/show';
import type { ShownEdition } from '../../campaigns/approvals/shown-edition';
import { pathParameter } from '../../common/path-parameter';
import { languageOf } from '../../common/request-language';
import { assetsPath, expiredPage, obstaclesPage, shellPage } from './shell-pages';
import { readGrant, type PreviewGrant } from './preview-token';
import { previewPath } from './preview-url';

/** Folder of the plugin's package: compiled, this file is in its `dist/cjs/server/src/desk/preview`. */
const packageDir = path.resolve(__dirname, ...Array<string>(6).fill('..'));

/** What a preview is shown from. */
export interface PreviewDependencies {
  /** Null when the document is gone. */
  renderingOf(grant: PreviewGrant): Promise<Pick<ShownEdition, 'edition' | 'problems' | 'draft'> | null>;
  /** Whether the person a link was made for may still sign in, and read what it shows. */
  maySee(grant: PreviewGrant): Promise<boolean>;
  showRendition: RenderTasks['show'];
  linkSecret: string;
  publicUrl: string;
  defaultLanguage: Language;
  now: () => Date;
}

/** The trusted shell: our own script, style and frame, and nothing else. */
const shellPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** The page in the frame while there is no mail: our own, sandboxed like a mail. */
const noticePolicy =
  "default-src 'none'; style-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

/** Mounts the preview's pages; they are reached by their signed link alone. Called in `bootstrap`. */
export function mountPreview(strapi: Core.Strapi, dependencies: PreviewDependencies): void {
  const route = (at: string, handler: (context: Context) => Promise<void> | void) => ({
    method: 'GET' as const,
    path: at,
    handler,
    info: { type: 'admin', pluginName: 'newsletter' },
    config: { auth: false as const },
  });
  const handlers = previewHandlers(dependencies);
  strapi.server.routes({
    type: 'admin',
    routes: [
      route(previewPath(':token'), handlers.shell),
      route(`${previewPath(':token')}/mail`, handlers.mail),
      route(`${previewPath(':token')}/text`, handlers.text),
      ...assets().map(({ name, type, content }) =>
        route(`${assetsPath}/${name}`, (context) => {
          context.type = type;
          context.set('Cache-Control', 'no-cache');
          context.body = content;
        }),
      ),
    ],
  });
}

function previewHandlers(dependencies: PreviewDependencies) {
  const { linkSecret, publicUrl, defaultLanguage, now } = dependencies;

  async function grantOf(context: Context): Promise<PreviewGrant | null> {
    const grant = readGrant(pathParameter(context, 'token'), linkSecret, now());
    return grant !== null && (await dependencies.maySee(grant)) ? grant : null;
  }

  function answer(context: Context, policy: string, body: string, status = 200): void {
    context.status = status;
    context.type = 'text/html; charset=utf-8';
    context.set({
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
    context.body = body;
  }

  function expired(context: Context): void {
    answer(context, shellPolicy, expiredPage(languageOf(context, defaultLanguage)), 404);
  }

  async function view(context: Context, name: RenditionName): Promise<void> {
    const grant = await grantOf(context);
    const rendering = grant && (await dependencies.renderingOf(grant));
    if (!grant || !rendering) return expired(context);
    const { edition, problems, draft } = rendering;
    const refuse = (because: readonly IssueProblem[]): void => {
      const obstacles = problemObstacles(because, { draft, documentId: null });
      answer(context, noticePolicy, obstaclesPage(obstacles, grant.language));
    };
    if (edition === null) return refuse(problems);
    const imagesOff = context.query['images'] === 'off' || name === 'images-off';
    const { language, direction } = edition;
    const shown: Shown = { ...showEdition(edition, publicUrl), language, direction };
    const options = { imagesOff, ...(context.query['dark'] === '1' ? { colours: 'dark' as const } : {}) };
    try {
      const page = await dependencies.showRendition({ shown, rendition: name, options });
      answer(context, mailPolicy(imagesOff ? "'none'" : 'https: http: data:'), page);
    } catch (error) {
      if (!(error instanceof TaskTooLong)) throw error;
      refuse([tooMuch]);
    }
  }

  return {
    shell: async (context: Context): Promise<void> => {
      const grant = await grantOf(context);
      if (grant === null) return expired(context);
      const edition = (await dependencies.renderingOf(grant))?.edition;
      const subject = edition ? showEdition(edition, publicUrl).subject : '…';
      answer(context, shellPolicy, shellPage(pathParameter(context, 'token'), subject, grant.language));
    },

    mail: (context: Context) => view(context, viewAsked(context)),
    text: (context: Context) => view(context, 'text'),
  };
}

/** Views are the renderer's; what it does not know is the mail itself. */
function viewAsked({ query }: Context): RenditionName {
  return isRenditionName(query['view']) ? query['view'] : 'desktop';
}

function assets(): { name: string; type: string; content: string }[] {
  // Not compiled, so not under `dist`: read from the package's own folder, once, at start.
  const directory = path.join(packageDir, 'server/assets/preview');
  const types = { 'shell.js': 'text/javascript', 'shell.css': 'text/css' };
  return Object.entries(types).map(([name, type]) => ({
    name,
    type: `${type}; charset=utf-8`,
    content: readFileSync(path.join(directory, name), 'utf8'),
  }));
}
