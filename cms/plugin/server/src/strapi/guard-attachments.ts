import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { Refusal } from '../common/refusal';

/** The fields by which an upload would put itself into a document, as the body of `POST /upload` names them. */
const attachmentSchema = z.object({
  data: z.object({ ref: z.unknown(), refId: z.unknown(), field: z.unknown() }).partial(),
});

/**
 * Refuses an upload that names a document to hang on. Strapi writes the relation from the file's side, past the document service:
 * no revision would be asked or raised, no approval judged, and nobody's hand be on record.
 *
 * @param given what Strapi's upload service is called with
 * @throws {Refusal} `UPLOAD_ATTACHED`
 */
export function assertUnattached(given: unknown): void {
  const named = attachmentSchema.safeParse(given).data?.data ?? {};
  if (Object.values(named).some((value) => value !== undefined)) throw new Refusal('UPLOAD_ATTACHED', {});
}

/**
 * The same below every door: in the database layer no file names the documents that show it. Those name the file, by a save of
 * their own. Called in `bootstrap`.
 */
export function guardAttachments({ db }: Pick<Core.Strapi, 'db'>): void {
  const refuse = ({ params }: { params: { data?: object | object[] } }): void => {
    const rows = [params.data ?? []].flat();
    if (rows.some((row) => 'related' in row && row.related !== undefined))
      throw new Refusal('UPLOAD_ATTACHED', {});
  };
  db.lifecycles.subscribe({
    models: ['plugin::upload.file'],
    beforeCreate: refuse,
    beforeCreateMany: refuse,
    beforeUpdate: refuse,
    beforeUpdateMany: refuse,
  });
}
