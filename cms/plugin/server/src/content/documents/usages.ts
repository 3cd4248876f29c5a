import { languageSchema } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { stages } from '../../../../shared/stages';
import { uids } from '../../../../shared/uids';
import { tableOf } from '../../common/table-of';

/** A document, and an issue that contains it. */
const usagesSchema = z.array(
  z.object({
    documentId: z.string(),
    issue: z.string(),
    number: z.coerce.number(),
    language: languageSchema,
    stage: z
      .enum(stages)
      .nullish()
      .transform((stage) => stage ?? 'drafting'),
  }),
);
type Usages = z.infer<typeof usagesSchema>;

/** The issues among them that contain a document. Pure. */
export function usedIn(all: Usages, documentId: string): Pick<Usages[number], 'number' | 'language'>[] {
  return all
    .filter((one) => one.documentId === documentId)
    .map(({ number, language }) => ({ number, language }));
}

/** How Strapi joins what is joined, as far as it is named here: a relation by `inverseJoinColumn`, a dynamic zone by `morphColumn`. */
interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  morphColumn: { idColumn: { name: string }; typeColumn: { name: string } };
}

/** The section that holds each of them, and its field. */
const holders = {
  article: { component: 'newsletter-section.articles', field: 'articles' },
  dashboard: { component: 'newsletter-section.dashboard', field: 'dashboard' },
} as const;

/**
 * Where articles or dashboards stand, the newest issue first. Strapi's queries cannot ask for the owner of a component, so the
 * tables are asked, by the names that Strapi gives them.
 *
 * @param documentIds null for all of them
 */
export async function usages(
  { db }: Pick<Core.Strapi, 'db'>,
  type: keyof typeof holders,
  documentIds: readonly string[] | null,
): Promise<Usages> {
  if (documentIds?.length === 0) return [];
  const { component, field } = holders[type];
  const joinOf = (uid: string, name: string): JoinTable =>
    (db.metadata.get(uid).attributes[name] as unknown as { joinTable: JoinTable }).joinTable;
  const [parts, links] = [joinOf(uids.issue, 'sections'), joinOf(component, field)];
  const asked = db
    .connection(`${tableOf(db, uids.issue)} as issue`)
    .join(`${parts.name} as part`, `part.${parts.joinColumn.name}`, 'issue.id')
    .join(`${links.name} as link`, `link.${links.joinColumn.name}`, `part.${parts.morphColumn.idColumn.name}`)
    .join(`${tableOf(db, uids[type])} as held`, 'held.id', `link.${links.inverseJoinColumn.name}`)
    .where(`part.${parts.morphColumn.typeColumn.name}`, component)
    .distinct(
      'held.document_id as documentId',
      'issue.document_id as issue',
      'issue.number as number',
      'issue.language as language',
      'issue.stage as stage',
    )
    .orderBy('issue.number', 'desc');
  if (documentIds !== null) void asked.whereIn('held.document_id', [...documentIds]);
  return usagesSchema.parse(await asked);
}
