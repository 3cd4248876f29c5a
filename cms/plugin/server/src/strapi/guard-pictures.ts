import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { messageOf } from '../common/errors';
import { Refusal } from '../common/refusal';
import { throwToStrapi } from '../common/refused-answer';
import { logLanguage } from '../common/words/words-of';
import { writerBehind } from '../common/writer';
import { beginsAsPicture, judgePicture } from '../editions/judge-picture';
import { decodes, decodingInTurn as inTurn, writeAnew } from '../editions/write-anew';
import { beforeRoutes } from './before-routes';
import { assertDescribed } from './file-descriptions';

/** A file on its way into the media library, before Strapi has given it a name of its own and after. */
const fileSchema = z.looseObject({
  filepath: z.string(),
  originalFilename: z.string().nullish(),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  detectedMimeType: z.string().nullish(),
});
type IncomingFile = z.infer<typeof fileSchema>;
const filesSchema = z.union([z.array(fileSchema), fileSchema.transform((file) => [file])]);

const workedOnSchema = z.looseObject({
  filepath: z.string(),
  name: z.string(),
  hash: z.string(),
  tmpWorkingDirectory: z.string(),
});

/** The routes of the media library that take files, by handler. */
const takesFiles = new Set([
  'admin-upload.upload',
  'admin-upload.uploadFile',
  'admin-upload.replaceFile',
  'content-api.upload',
]);
/** What Strapi says of a kind of file that its settings do not admit (`mime-validation` of `@strapi/upload`). */
const isRefusedKind = /^(?:File type '.*' is not allowed|MIME type is not allowed|Cannot verify file type)/;

/** Characters of a file's name that its name on disk takes over. */
const mostOfNameOnDisk = 100;

type Method = (...given: unknown[]) => Promise<unknown>;
type Service = Record<string, Method>;
interface UploadSettings {
  getSettings(): Promise<{ sizeOptimization?: boolean } | null>;
}
interface Services {
  extend(uid: string, extension: (service: Service) => Service): void;
}

/**
 * Guards what decodes pictures at Strapi's services, which all doors pass: the admin's routes, the content API, addresses to
 * fetch, scripts, and the logos of the admin. What claims to be a picture is one, and of a size that can be borne, before
 * anything of it is decoded; one at a time is worked on in this process; and what is kept stands upright and says nothing of
 * the camera or the place. Called in `register`, after whatever else extends these services, so that a refused picture leaves
 * no trace.
 *
 * @param mostMegapixels of all frames of a picture together
 */
export function guardPictures(strapi: Core.Strapi, defaultLanguage: Language, mostMegapixels: number): void {
  const services = strapi.get<Services>('services');

  async function assertPictures(files: readonly IncomingFile[]): Promise<void> {
    for (const file of files) {
      assertDescribed({ name: file.originalFilename });
      if (!claimsPicture(file) && !(await beginsAsPicture(file.filepath))) continue;
      const verdict = await judgePicture(file.filepath, mostMegapixels * 1_000_000);
      const name = file.originalFilename ?? file.name ?? '';
      if (verdict?.fault === 'no-picture') throw new Refusal('PICTURE_UNREADABLE', { name });
      if (verdict?.fault === 'too-many-pixels') {
        const megapixels = Math.ceil(verdict.pixels / 1_000_000);
        throw new Refusal('PICTURE_TOO_LARGE', { name, megapixels, limit: mostMegapixels });
      }
    }
  }

  const refusing =
    (act: Method): Method =>
    (...given) =>
      act(...given).catch((error: unknown) =>
        throwToStrapi(error, writerBehind(strapi, defaultLanguage)?.language ?? logLanguage),
      );

  // Strapi refuses kinds of files itself, in English, and does not say of which file.
  beforeRoutes(strapi, 'upload', 'kinds of files', takesFiles, (context, next) =>
    refusing(async () => {
      await next().catch((error: unknown) => {
        if (!(error instanceof errors.ValidationError) || !isRefusedKind.test(messageOf(error))) throw error;
        const files = filesSchema.safeParse((context.request.files ?? {})['files']).data ?? [];
        throw new Refusal('PICTURE_UNREADABLE', { name: files[0]?.originalFilename ?? '' });
      });
    })(),
  );

  services.extend('plugin::upload.upload', (service) => ({
    ...service,
    upload: refusing(async (given, ...rest) => {
      const files = filesSchema.parse((given as { files: unknown }).files);
      assertDescribed((given as { data?: { fileInfo?: unknown } }).data?.fileInfo);
      await assertPictures(files);
      return service['upload']?.(given, ...rest);
    }),
    replace: refusing(async (id, given, ...rest) => {
      const files = filesSchema.parse((given as { file: unknown }).file);
      assertDescribed((given as { data?: { fileInfo?: unknown } }).data?.fileInfo);
      await assertPictures(files);
      return service['replace']?.(id, given, ...rest);
    }),
    updateFileInfo: refusing(async (id, given, ...rest) => {
      assertDescribed(given);
      return service['updateFileInfo']?.(id, given, ...rest);
    }),
  }));

  services.extend('plugin::upload.image-manipulation', (service) => {
    const only =
      (method: Method | undefined): Method =>
      async (file) => {
        const given = fileSchema.safeParse(file).data;
        return given !== undefined && (await beginsAsPicture(given.filepath)) && method?.(file);
      };
    const waiting =
      (method: Method | undefined): Method =>
      (...given) =>
        inTurn(async () => method?.(...given));
    // Not asynchronous, as the others are.
    const generateFileName = service['generateFileName'] as unknown as ((name: string) => string) | undefined;
    return {
      ...service,
      // Strapi's own ask the library, which also opens drawings and documents.
      isImage: only(service['isImage']),
      isOptimizableImage: only(service['isOptimizableImage']),
      isResizableImage: only(service['isResizableImage']),
      // Strapi's own takes statistics of every pixel: ten seconds and 480 MB for 49 megapixels.
      async isFaultyImage(file) {
        const { filepath, name } = workedOnSchema.parse(file);
        await inTurn(() => assertDecodes(filepath, name));
        return false;
      },
      // Strapi's own keeps what a camera noted, and a picture on its side, whenever that makes the smaller file.
      async optimize(file) {
        const uploads = strapi.plugin('upload').service('upload') as unknown as UploadSettings;
        const settings = await uploads.getSettings();
        return inTurn(() => optimised(file, settings?.sizeOptimization ?? false));
      },
      // The name on disk begins with it, may grow when it is put into ASCII, and gets a prefix for each format.
      generateFileName: ((name: string) =>
        generateFileName?.(name.slice(0, mostOfNameOnDisk))) as unknown as Method,
      generateThumbnail: waiting(service['generateThumbnail']),
      generateResponsiveFormats: waiting(service['generateResponsiveFormats']),
    };
  });

  services.extend('admin::project-settings', (service) => ({
    ...service,
    parseFilesData: refusing(async (given) => {
      const files = z
        .record(z.string(), fileSchema)
        .catch({})
        .parse(given ?? {});
      await assertPictures(Object.values(files));
      const upright = await inTurn(async () => {
        for (const file of Object.values(files)) {
          await assertDecodes(file.filepath, file.originalFilename ?? '');
          const target = `${file.filepath}-upright`;
          if ((await writeAnew(file.filepath, target, false)) !== null) file.filepath = target;
        }
        return files;
      });
      return service['parseFilesData']?.(upright);
    }),
  }));
}

/** @throws {Refusal} `PICTURE_UNREADABLE` */
async function assertDecodes(file: string, name: string): Promise<void> {
  if (!(await decodes(file))) throw new Refusal('PICTURE_UNREADABLE', { name });
}

/** Whether a file is offered as a picture, by its type or its name. */
function claimsPicture({ mimetype, detectedMimeType, originalFilename, name }: IncomingFile): boolean {
  return (
    [mimetype, detectedMimeType].some((type) => type?.startsWith('image/')) ||
    /\.(?:png|jpe?g|gif|webp|avif|svgz?|tiff?|bmp|ico|hei[cf]|jxl|jp2)$/i.test(originalFilename ?? name ?? '')
  );
}

async function optimised(given: unknown, compress: boolean): Promise<unknown> {
  const file = workedOnSchema.parse(given);
  const target = path.join(file.tmpWorkingDirectory, `upright-${file.hash}`);
  const written = await writeAnew(file.filepath, target, compress);
  if (written === null) return given;
  const { width, height, bytes } = written;
  return {
    ...file,
    filepath: target,
    getStream: () => createReadStream(target),
    ...{ width, height, size: Math.round(bytes / 10) / 100, sizeInBytes: bytes },
  };
}
