import { knownLedgerSteps } from '@nachra/delivery';
import { z } from 'zod';
import { CmsError } from '../settings/errors';

/** The form of the archive; a later version of Nachra that writes another raises it. */
const archiveFormat = 1;

/** The last entry of an archive: what all the others are, and what they must come out as. */
export const manifestName = 'manifest.json';

/** Relative, and never upwards: an entry is written where its name says. */
const entryName = z
  .string()
  .refine((name) => name.split('/').every((part) => !['', '.', '..'].includes(part)));

const manifestSchema = z.object({
  format: z.number(),
  createdAt: z.iso.datetime(),
  nachra: z.string(),
  strapi: z.string(),
  /** The migrations that the ledger has taken. */
  ledgerSteps: z.array(z.string()),
  database: z.enum(['sqlite', 'postgres']),
  /** In the order of the archive; all but the manifest itself. */
  entries: z.array(z.object({ name: entryName, size: z.number(), sha256: z.string(), mode: z.number() })),
  /** Folders of the data folder, so that empty ones are there again. */
  folders: z.array(entryName),
  /** Rows by table: `content.articles`, `ledger.delivery`. */
  rows: z.record(z.string(), z.number()),
  /** Fingerprints of secrets that are not in the archive, by variable. */
  secrets: z.record(z.string(), z.string()),
  /** What was found and is not in the archive, in words. */
  leftOut: z.array(z.string()),
  /** What shows that nothing of all this was changed, by the variable whose secret it is made under: see `seals.ts`. */
  seals: z.record(z.string(), z.string()).default({}),
});
/** See {@link manifestSchema}. */
export type Manifest = z.infer<typeof manifestSchema>;
/** A file of the archive. */
export type ManifestEntry = Manifest['entries'][number];

/** The versions of this program, as a manifest names them. */
export interface Versions {
  nachra: string;
  strapi: string;
}

/**
 * The manifest as the archive holds it.
 *
 * @param seal makes the seals of the text they stand for
 */
export function manifestText(
  manifest: Omit<Manifest, 'format' | 'seals'>,
  seal: (text: string) => Manifest['seals'],
): string {
  const content = { format: archiveFormat, ...manifest };
  return `${JSON.stringify({ ...content, seals: seal(JSON.stringify(content)) }, null, 1)}\n`;
}

/** What the seals of a manifest stand for: all of it that is read, but for themselves. Pure. */
export function sealedText(text: string): string {
  const raw = z.record(z.string(), z.unknown()).catch({}).parse(parsedJson(text));
  return JSON.stringify(Object.fromEntries(Object.entries(raw).filter(([key]) => key !== 'seals')));
}

/**
 * Reads a manifest that this version can restore. Pure.
 *
 * @throws {CmsError} code `BACKUP_UNREADABLE`, or `BACKUP_NEWER` for one that a newer version has written
 */
export function parseManifest(text: string, here: Versions): Manifest {
  const raw = parsedJson(text);
  const { format } = z
    .object({ format: z.number().catch(0) })
    .catch({ format: 0 })
    .parse(raw);
  if (format > archiveFormat) throw newer([`form ${format} of the archive`]);
  const result = manifestSchema.safeParse(raw);
  if (!result.success)
    throw new CmsError(
      'BACKUP_UNREADABLE',
      'This archive has no manifest that Nachra can read: it is no backup made by npm run backup, or it was changed. Nothing was restored.',
    );
  const { nachra, strapi, ledgerSteps } = result.data;
  const steps = ledgerSteps.filter((step) => !knownLedgerSteps.includes(step));
  const found = [
    ...(isNewer(nachra, here.nachra) ? [`Nachra ${nachra}, here is ${here.nachra}`] : []),
    ...(isNewer(strapi, here.strapi) ? [`Strapi ${strapi}, here is ${here.strapi}`] : []),
    ...(steps.length > 0 ? [`steps of the ledger: ${steps.join(', ')}`] : []),
  ];
  if (found.length > 0) throw newer(found);
  return result.data;
}

function newer(found: readonly string[]): CmsError {
  return new CmsError(
    'BACKUP_NEWER',
    `This archive was made by a newer version of Nachra (${found.join('; ')}), and this one does not know how to read it. Nothing was restored. Install that version, and restore with it.`,
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a version such as `5.54.0` is later than another. Pure. */
function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0;
}
