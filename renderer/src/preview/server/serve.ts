import { stackOf } from '../../errors';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { withMarkStyle } from '../marks/mark-places';
import { isRenditionName, showRendition, type RenditionName, mailPolicy } from '../renditions/show-rendition';
import { isOwnHost } from './hosts';
import { previewPage } from './preview-page';
import { findingsMessage, lookMessage } from './state';
import type { Studio } from './studio';
import { uiLanguage, type UiLanguage } from './page-words';

interface Bound {
  host: string;
  port: number;
}

/** The preview's pages on a port of this machine. */
export interface PreviewServer {
  bound: Bound;
  /** Notifies every open page of a change. */
  changed(since: number): void;
  close(): Promise<void>;
}

const script = 'text/javascript; charset=utf-8';
const assets = {
  '/preview.js': script,
  '/boards.js': script,
  '/sidebar.js': script,
  '/dom.js': script,
  '/preview.css': 'text/css; charset=utf-8',
} as const;

/** The page's scripts and styles, in the package beside `dist`. */
const assetFolder = join(__dirname, '../../../assets/preview');

const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** ms after which the preflight starts, so that the frames are repainted first. */
const checkAfter = 150;

interface Follower {
  name: string;
  language: UiLanguage;
  response: ServerResponse;
  timer?: NodeJS.Timeout;
}

/**
 * Serves the preview.
 *
 * @param first name of the default sample
 * @throws {Error} Node's error with its `code`, such as `EADDRINUSE`, if it cannot listen on that address
 */
export async function servePreview(
  studio: Studio,
  first: string,
  wanted: { host: string; port: number },
): Promise<PreviewServer> {
  const followers = new Set<Follower>();
  const bound: Bound = { ...wanted };

  async function tell(follower: Follower, since: number | null): Promise<void> {
    const look = await lookMessage(studio, follower.name, follower.language, since);
    send(follower, 'look', look);
    clearTimeout(follower.timer);
    if (look.edition === null) return;
    follower.timer = setTimeout(() => {
      findingsMessage(studio, follower.name, follower.language, look.stamp)
        .then((message) => send(follower, 'findings', message))
        // If the preflight fails, so did the rendering, and the page already shows that error.
        .catch(() => undefined);
    }, checkAfter);
  }

  function follow(name: string, language: UiLanguage, response: ServerResponse): void {
    const follower: Follower = { name, language, response };
    response.writeHead(200, { ...common, 'content-type': 'text/event-stream' });
    followers.add(follower);
    response.on('close', () => {
      clearTimeout(follower.timer);
      followers.delete(follower);
    });
    void tell(follower, null);
  }

  async function frame(
    rendition: RenditionName,
    name: string,
    host: string,
    url: URL,
    response: ServerResponse,
  ): Promise<void> {
    const isMarked = url.searchParams.has('marks') && rendition !== 'text' && rendition !== 'source';
    const shown = isMarked ? await studio.marked(name) : ((await studio.last(name))?.shown ?? null);
    const html = shown
      ? showRendition(shown, rendition, { colours: rendition === 'dark' ? 'dark' : 'light' })
      : '';
    const pictures = rendition === 'images-off' ? "'none'" : `http://${host} https: http: data:`;
    answer(
      response,
      200,
      'text/html; charset=utf-8',
      isMarked ? withMarkStyle(html) : html,
      mailPolicy(pictures),
    );
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwnHost(request.headers.host, bound)) {
      return answer(response, 403, 'text/plain', `Open http://${hostName(bound)}/ instead.\n`);
    }
    if (request.method !== 'GET') return answer(response, 405, 'text/plain', 'Only GET.\n');
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { pathname, searchParams } = url;
    if (pathname in assets) {
      const type = assets[pathname as keyof typeof assets];
      return answer(response, 200, type, readFileSync(join(assetFolder, pathname), 'utf8'));
    }
    if (pathname.startsWith('/assets/')) {
      const asset = studio.asset(pathname.slice('/assets/'.length));
      if (!asset) return answer(response, 404, 'text/plain', 'Not found.\n');
      // Requested by a frame without an origin, so `cross-origin-resource-policy` must not be set.
      response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'max-age=31536000, immutable' });
      return void response.end(Buffer.from(asset.base64, 'base64'));
    }
    const asked = searchParams.get('file') ?? first;
    const name = (await studio.samples()).find((sample) => sample.name === asked)?.name;
    if (name === undefined)
      return answer(response, 404, 'text/plain', `There is no sample “${asked}” here.\n`);
    const language = uiLanguage(searchParams.get('ui'), request.headers['accept-language']);
    if (pathname === '/') {
      return answer(response, 200, 'text/html; charset=utf-8', previewPage(name, language), pagePolicy);
    }
    if (pathname === '/events') return follow(name, language, response);
    const rendition = pathname.replace('/frame/', '');
    if (isRenditionName(rendition)) return frame(rendition, name, request.headers.host ?? '', url, response);
    return answer(response, 404, 'text/plain', 'Not found.\n');
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      const reason = stackOf(error);
      if (!response.headersSent) answer(response, 500, 'text/plain; charset=utf-8', `${reason}\n`);
      else response.end();
    });
  });
  bound.port = await listen(server, wanted);
  return {
    bound,
    changed(since) {
      for (const follower of followers) void tell(follower, since);
    },
    close: () =>
      new Promise((resolve) => {
        for (const { response } of followers) response.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const common = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

function answer(response: ServerResponse, status: number, type: string, body: string, policy?: string): void {
  response.writeHead(status, {
    ...common,
    'content-type': type,
    'content-security-policy': policy ?? "default-src 'none'",
  });
  response.end(body);
}

function send({ response }: Follower, event: string, data: unknown): void {
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** Host and port as part of an address. */
export function hostName({ host, port }: Bound): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function listen(server: Server, { host, port }: Bound): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
