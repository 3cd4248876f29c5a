import { z } from 'zod';

/** An upload as Strapi holds it, as far as it is guarded. */
export const uploadedFileSchema = z.object({
  id: z.number(),
  documentId: z.string().nullish(),
  name: z.string(),
  url: z.string(),
  formats: z
    .record(z.string(), z.object({ url: z.string() }).optional().catch(undefined))
    .nullish()
    .catch(null),
  folderPath: z.string().nullish(),
  createdBy: z.object({ id: z.number() }).nullish(),
});
/** See {@link uploadedFileSchema}. */
export type UploadedFile = z.infer<typeof uploadedFileSchema>;

/** Names of a file and of its formats, as they stand at the end of its addresses. */
export function namesOf({ url, formats }: UploadedFile): string[] {
  const urls = [url, ...Object.values(formats ?? {}).flatMap((format) => format?.url ?? [])];
  return urls.map(nameIn);
}

/** Names at the end of all addresses in what an issue is made of: of pictures, copies of their data in a body, and links. */
export function fileNamesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inside] of Object.entries(value)) {
    if (key === 'url' && typeof inside === 'string') found.add(nameIn(inside));
    else fileNamesIn(inside, found);
  }
  return found;
}

function nameIn(url: string): string {
  return url.replace(/[?#].*$/, '').slice(url.lastIndexOf('/') + 1);
}
