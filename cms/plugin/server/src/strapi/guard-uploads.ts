import type { Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Approvals } from '../campaigns/approvals/approvals';
import { assertMayWithdraw } from '../campaigns/approvals/may-withdraw';
import type { ContentTransactions } from '../common/content-transactions';
import { system, type Journal } from '../common/journal';
import { Refusal } from '../common/refusal';
import { throwToStrapi } from '../common/refused-answer';
import { logLanguage } from '../common/words/words-of';
import { writerBehind, type Writer } from '../common/writer';
import { assertUnattached } from './guard-attachments';
import { fileNamesIn, namesOf, uploadedFileSchema, type UploadedFile } from './uploaded-file';

/** What uploads are guarded with, once the plugin is open. */
interface UploadGuard extends Pick<ContentTransactions, 'joinWriters'> {
  approvals: Pick<Approvals, 'inForce' | 'guarded' | 'voidStale' | 'askBeforeEnding'>;
  journal: Pick<Journal, 'record'>;
}

const fileType = 'plugin::upload.file';

const createdSchema = z.array(z.looseObject({ documentId: z.string().nullish(), name: z.string() }));

type Method = (...given: unknown[]) => Promise<unknown>;
type Service = Record<string, Method>;

/** The parts of Strapi's registry of services that are used here. */
interface Services {
  extend(uid: string, extension: (service: Service) => Service): void;
}

/**
 * Guards the media library at the services that all of its doors pass: the admin's routes, the content API with a token, and
 * scripts. A picture of an approved or scheduled issue is replaced, described anew or deleted only by somebody who may take
 * the approval back, and somebody else's upload is replaced or deleted only by those who may approve. Called in `register`.
 *
 * @param open null until the plugin is open
 */
export function guardUploads(
  strapi: Core.Strapi,
  defaultLanguage: Language,
  open: () => UploadGuard | null,
): void {
  const services = strapi.get<Services>('services');
  const filesWhere = async (where: object): Promise<UploadedFile[]> => {
    const rows: unknown[] = await strapi.db
      .query(fileType)
      .findMany({ where, populate: { createdBy: { select: ['id'] } } });
    return rows.map((row) => uploadedFileSchema.parse(row));
  };

  /** Runs something for whoever is behind the request; refusals are said in that person's language. */
  async function forWriter<Result>(
    act: (guard: UploadGuard, writer: Writer | null) => Promise<Result>,
    otherwise: () => Promise<Result>,
  ): Promise<Result> {
    const guard = open();
    if (guard === null) return otherwise();
    const writer = writerBehind(strapi, defaultLanguage);
    return act(guard, writer).catch((error: unknown) =>
      throwToStrapi(error, writer?.language ?? logLanguage),
    );
  }

  /**
   * Their bytes cannot be put back, so whoever wants to be asked is asked before.
   *
   * @throws {Refusal} `APPROVAL_PROTECTED`, `APPROVAL_ENDS`
   */
  async function assertFree({ approvals }: UploadGuard, writer: Writer | null, files: UploadedFile[]) {
    if (writer === null || files.length === 0) return;
    const showing = (await approvals.inForce()).flatMap(({ issue, sources }) => {
      const names = fileNamesIn(sources);
      return files.some((file) => namesOf(file).some((name) => names.has(name))) ? [issue] : [];
    });
    showing.forEach((issue) => assertMayWithdraw(writer, issue));
    await approvals.askBeforeEnding(writer, showing);
  }

  /**
   * Whether somebody may destroy the bytes of some files. A token has uploaded nothing that could be told from another's.
   *
   * @throws {Refusal} `APPROVAL_PROTECTED`, `UPLOAD_PROTECTED`
   */
  async function assertMayDestroy(guard: UploadGuard, writer: Writer | null, files: UploadedFile[]) {
    await assertFree(guard, writer, files);
    if (writer === null || writer.may('issue.approve')) return;
    for (const { name, createdBy } of files) {
      const isOwn = writer.userId !== null && createdBy?.id === writer.userId;
      if (!isOwn) throw new Refusal('UPLOAD_PROTECTED', { name });
    }
  }

  async function recordSave(
    { journal }: UploadGuard,
    writer: Writer | null,
    files: readonly Pick<UploadedFile, 'documentId' | 'name'>[],
    action: 'create' | 'update' = 'update',
  ) {
    for (const { documentId, name: title } of files)
      await journal.record({
        name: 'content.saved',
        by: writer?.actor ?? system,
        documentId,
        data: { type: fileType, action, title },
      });
  }

  /** Whoever uploaded a picture has had a hand in the issue that shows it. What a script brings is nobody's. */
  const creating =
    (method: Method): Method =>
    (given, ...rest) =>
      forWriter(
        async (guard, writer) => {
          assertUnattached(given);
          const files = createdSchema.parse(await method(given, ...rest));
          if (writer !== null) await recordSave(guard, writer, files, 'create');
          return files;
        },
        () => method(given, ...rest),
      );

  /** Bytes on disk cannot be taken back, so who may not replace them is refused before anything is written. */
  const replacing =
    (method: Method): Method =>
    (id, ...rest) =>
      forWriter(
        async (guard, writer) => {
          const files = await filesWhere({ id });
          await assertMayDestroy(guard, writer, files);
          // Before: a crash in between leaves one entry too many, and not bytes that nobody is known to have changed.
          await recordSave(guard, writer, files);
          const result = await method(id, ...rest);
          await guard.approvals.voidStale(writer, causeIn(files, 'update'));
          return result;
        },
        () => method(id, ...rest),
      );

  /** A new text or name stands in the database alone: written, judged and put on record, or taken back where it may not stand. */
  const describing =
    (method: Method): Method =>
    (id, ...rest) =>
      forWriter(
        async (guard, writer) => {
          const files = await filesWhere({ id });
          const cause = () => causeIn(files, 'update') ?? null;
          const change = async () => {
            await guard.joinWriters();
            const result = await method(id, ...rest);
            await recordSave(guard, writer, await filesWhere({ id }));
            return result;
          };
          return guard.approvals.guarded(writer, change, cause);
        },
        () => method(id, ...rest),
      );

  const deleting =
    (method: Method, filesOf: (given: unknown) => Promise<UploadedFile[]>): Method =>
    (given, ...rest) =>
      forWriter(
        async (guard, writer) => {
          const files = await filesOf(given);
          await assertMayDestroy(guard, writer, files);
          const result = await method(given, ...rest);
          await guard.approvals.voidStale(writer, causeIn(files, 'delete'));
          return result;
        },
        () => method(given, ...rest),
      );

  /** One file at the end of every way to delete. */
  const removing = (method: Method): Method => {
    const filesOf = (file: unknown) => filesWhere({ id: (file as { id: number }).id });
    return deleting(async (given, ...rest) => {
      const files = await filesOf(given);
      const result = await method(given, ...rest);
      const [journal, writer] = [open()?.journal, writerBehind(strapi, defaultLanguage)];
      for (const { documentId, name: title } of files)
        await journal?.record({
          name: 'upload.deleted',
          by: writer?.actor ?? system,
          documentId,
          data: { title },
        });
      return result;
    }, filesOf);
  };

  const wrap = (uid: string, wrappers: Record<string, (method: Method) => Method>) =>
    services.extend(uid, (service) => {
      const wrapped = Object.entries(wrappers).flatMap(([name, wrapper]) => {
        const method = service[name];
        return method ? [[name, wrapper(method.bind(service))] as const] : [];
      });
      return { ...service, ...Object.fromEntries(wrapped) };
    });

  wrap('plugin::upload.upload', {
    upload: creating,
    replace: replacing,
    update: describing,
    updateFileInfo: describing,
    remove: removing,
  });
  // Several at once: refused as a whole, before the first is deleted, with what lies in the folders of the same request.
  wrap('plugin::upload.file', {
    deleteByIds: (method) =>
      deleting(method, async (ids) => [
        ...(await filesWhere({ id: { $in: ids } })),
        ...(await filesIn(strapi, foldersTakenToo(strapi), filesWhere)),
      ]),
  });
  wrap('plugin::upload.folder', {
    deleteByIds: (method) => deleting(method, (ids) => filesIn(strapi, ids, filesWhere)),
  });
}

/** The first of some files, as what was changed. */
function causeIn([file]: readonly UploadedFile[], action: 'update' | 'delete') {
  if (file === undefined) return undefined;
  return { type: fileType, action, documentId: file.documentId ?? null, title: file.name };
}

/** Ids of the folders that a request deletes together with files: Strapi takes the files first. */
function foldersTakenToo(strapi: Core.Strapi): number[] {
  const body = strapi.requestContext.get()?.request.body as { folderIds?: unknown } | undefined;
  return z.array(z.number()).catch([]).parse(body?.folderIds);
}

async function filesIn(
  strapi: Core.Strapi,
  ids: unknown,
  filesWhere: (where: object) => Promise<UploadedFile[]>,
): Promise<UploadedFile[]> {
  const rows: unknown[] = await strapi.db
    .query('plugin::upload.folder')
    .findMany({ where: { id: { $in: ids } } });
  const paths = rows.map((row) => (row as { path: string }).path);
  if (paths.length === 0) return [];
  return filesWhere({
    $or: paths.flatMap((path) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }]),
  });
}
