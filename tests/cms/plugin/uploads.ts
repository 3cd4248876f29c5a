import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunningCms } from '../../support/cms';

/** A file of the media library as Strapi's own routes answer it. */
export interface UploadedFile {
  id: number;
  documentId: string;
  url: string;
  mime: string;
  hash: string;
  formats: Record<string, { url: string }> | null;
}

/**
 * Uploads a picture by the admin's own route, with a form, as a browser does.
 *
 * @param options `id` replaces the file that has it; `extra` are further fields of the form
 */
export async function uploadPicture(
  cms: Pick<RunningCms, 'url'>,
  token: string,
  bytes: Buffer,
  {
    id,
    route = '/upload',
    name = 'palm.png',
    type = 'image/png',
    extra = {},
  }: { id?: number; route?: string; name?: string; type?: string; extra?: Record<string, string> } = {},
): Promise<{
  status: number;
  body: UploadedFile & { error?: { message: string; details: { code: string } } };
}> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
  form.append('fileInfo', JSON.stringify({ name, alternativeText: 'Un palmier' }));
  for (const [field, value] of Object.entries(extra)) form.append(field, value);
  const response = await fetch(`${cms.url}${route}${id === undefined ? '' : `?id=${id}`}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const body = (await response.json()) as UploadedFile | [UploadedFile];
  return { status: response.status, body: Array.isArray(body) ? body[0] : body };
}

/** The bytes that the media library holds for an address such as `/uploads/palm.png`. */
export function storedBytes(cms: Pick<RunningCms, 'dataDir'>, url: string): Promise<Buffer> {
  return readFile(path.join(cms.dataDir, 'public', url));
}
