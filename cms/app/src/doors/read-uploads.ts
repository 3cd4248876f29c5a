import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** The routes that take files, by handler: the media library's, and that of the admin's own logo. */
const takesFiles = new Set([
  'admin-upload.upload',
  'admin-upload.uploadFile',
  'admin-upload.replaceFile',
  'content-api.upload',
  'admin.updateProjectSettings',
]);

/** All files of one request together, in bytes; and one that Strapi fetches from an address. */
export const mostUploadBytes = 64 * 1024 * 1024;
/** The text of a form: names and descriptions of its files. */
const mostFieldBytes = 1024 * 1024;

/** Strapi keeps the routes of its plugins when it is booted again in one process: what was added before is replaced. */
const added = new WeakSet<object>();

interface Route {
  handler: unknown;
  config?: { middlewares?: (string | object)[] };
}
type Routes = Record<string, { routes: Route[] } | ((given: unknown) => { routes: Route[] })>;

/**
 * Reads multipart bodies on the upload routes alone, after the caller has been let in: Strapi reads them before it knows who
 * asks, wherever they are sent, and leaves the files of most in the temporary folder. Each request has a folder of its own,
 * which goes with it, whatever the answer. Called in `register`.
 */
export function readUploads(strapi: Core.Strapi): void {
  const middleware: Core.MiddlewareHandler = async (context, next) => {
    const uploadDir = await mkdtemp(path.join(tmpdir(), 'nachra-upload-'));
    try {
      const formidable = { uploadDir, maxFileSize: mostUploadBytes, maxFieldsSize: mostFieldBytes };
      const read = strapi.middleware('strapi::body')({ multipart: true, formidable }, { strapi });
      await read?.(context, next);
    } finally {
      await rm(uploadDir, { recursive: true, force: true });
    }
  };
  for (const routers of [strapi.plugin('upload').routes, strapi.admin.routes] as Routes[])
    for (const [name, router] of Object.entries(routers)) {
      if (typeof router === 'function') routers[name] = (given) => withMiddleware(router(given), middleware);
      else withMiddleware(router, middleware);
    }
}

function withMiddleware<Router extends { routes: Route[] }>(router: Router, middleware: object): Router {
  added.add(middleware);
  for (const route of router.routes) {
    if (typeof route.handler !== 'string' || !takesFiles.has(route.handler)) continue;
    const others = (route.config?.middlewares ?? []).filter(
      (other) => typeof other === 'string' || !added.has(other),
    );
    route.config = { ...route.config, middlewares: [middleware, ...others] };
  }
  return router;
}
