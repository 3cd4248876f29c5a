import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeRoutes } from '@nachra/strapi-plugin-newsletter';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

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

/** What the media library's own routes ask for, once they have read the files; which of the two, only the form says. */
const mayUpload = ['plugin::upload.assets.create', 'plugin::upload.assets.update'];

interface Ability {
  can(action: string): boolean;
}

/**
 * Reads multipart bodies on the upload routes alone, after the caller has been let in: Strapi reads them before it knows who
 * asks, wherever they are sent, and leaves the files of most in the temporary folder. Each request has a folder of its own,
 * which goes with it, whatever the answer. Called in `register`.
 */
export function readUploads(strapi: Core.Strapi): void {
  const middleware: Core.MiddlewareHandler = async (context, next) => {
    const { userAbility } = context.state as { userAbility?: Ability };
    const { handler } = (context.state as { route?: { handler?: unknown } }).route ?? {};
    const isOfLibrary = typeof handler === 'string' && handler.startsWith('admin-upload.');
    if (isOfLibrary && !mayUpload.some((action) => userAbility?.can(action)))
      throw new errors.ForbiddenError();
    // Anything else was read before it was known who asks, as on every route.
    if (!context.is('multipart')) {
      await next();
      return;
    }
    const uploadDir = await mkdtemp(path.join(tmpdir(), 'nachra-upload-'));
    try {
      const formidable = { uploadDir, maxFileSize: mostUploadBytes, maxFieldsSize: mostFieldBytes };
      const read = strapi.middleware('strapi::body')({ multipart: true, formidable }, { strapi });
      await read?.(context, next);
    } finally {
      await rm(uploadDir, { recursive: true, force: true });
    }
  };
  for (const owner of ['upload', 'admin']) beforeRoutes(strapi, owner, 'uploads', takesFiles, middleware);
}
