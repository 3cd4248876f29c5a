import { openMemory } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { uids } from '../../../../shared/uids';
import type { BrandDocument } from '../../content/documents/brand';
import { idOf, rowsOf, type Row } from '../../content/documents/stored-rows';

/** What is typed is laid over it. */
interface StoredContent {
  brand: BrandDocument;
  /** The issue as Strapi loads it, with its articles as drafted. Never changed by whoever is given it. */
  row: Row;
}

interface Remembered extends StoredContent {
  /** The revision of the brand before it was read. */
  brandRevision: string;
  /** By the clock of the process, in milliseconds. */
  readAt: number;
}

/** As many issues as are written at once. */
const mostIssues = 12;
/** What has no revision, such as a picture's caption in the media library, is read anew after so long, in milliseconds. */
const longest = 5_000;

const revisionsSchema = z.array(z.object({ documentId: z.string(), revision: z.number().nullish() }));

/**
 * Reads what live mails are made from, and reads it anew only once it is another one: to load an issue with all that it contains takes
 * Strapi most of the time between a key and its mail, while the revisions of its documents are a few numbers. They are asked for each
 * time, so that what another process has stored is seen too.
 *
 * @param read reads it whole; null where there is no such issue
 */
export function rememberStored(
  { db }: Pick<Core.Strapi, 'db'>,
  read: (documentId: string) => Promise<StoredContent | null>,
): (documentId: string) => Promise<StoredContent | null> {
  const remembered = openMemory<Remembered>(mostIssues);

  async function revisions(uid: string, where: object): Promise<string[]> {
    const rows: unknown = await db.query(uid).findMany({ where, select: ['documentId', 'revision'] });
    return revisionsSchema.parse(rows).map(revisionText);
  }
  const brandRevision = async () => (await revisions(uids.brand, {})).sort().join();

  async function isCurrent({ row, brandRevision: brand }: Remembered): Promise<boolean> {
    const [articles, dashboards] = contained(row);
    const held = [
      ...(await revisions(uids.issue, { documentId: idOf(row) })),
      ...(await revisions(uids.article, { documentId: { $in: articles.map(idOf) }, publishedAt: null })),
      ...(await revisions(uids.dashboard, { documentId: { $in: dashboards.map(idOf) } })),
    ];
    const asRead = revisionsSchema.parse([row, ...articles, ...dashboards]).map(revisionText);
    return isSame(new Set(held), new Set(asRead)) && (await brandRevision()) === brand;
  }

  return async (documentId) => {
    const known = remembered.get(documentId);
    if (known && performance.now() - known.readAt < longest && (await isCurrent(known))) return known;
    // Before it is read: whatever is saved in between is taken for older than it is, and read once more.
    const before = { brandRevision: await brandRevision(), readAt: performance.now() };
    const content = await read(documentId);
    if (content !== null) remembered.set(documentId, { ...content, ...before });
    return content;
  };
}

function revisionText({ documentId, revision }: z.infer<typeof revisionsSchema>[number]): string {
  return `${documentId} ${revision ?? 1}`;
}

/** The articles and the dashboards of an issue's row. */
function contained(row: Row): [articles: Row[], dashboards: Row[]] {
  const sections = rowsOf(row['sections']);
  return [
    sections.flatMap((section) => rowsOf(section['articles'])),
    sections.flatMap((section) => rowsOf(section['dashboard'])),
  ];
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((text) => other.has(text));
}
