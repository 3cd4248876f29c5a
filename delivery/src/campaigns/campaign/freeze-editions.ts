import { findingSchema, type Edition } from '@nachra/renderer';
import { z } from 'zod';
import { DeliveryError } from '../../errors';
import { languages, type Language } from '../../language';
import type { Ledger, Statements } from '../../ledger';

/** An edition as it comes back from the ledger's JSON: the fields of the renderer's `Edition`, none left to trust. */
const editionSchema = z.object({
  hash: z.string(),
  language: z.enum(languages),
  direction: z.enum(['ltr', 'rtl']),
  number: z.number(),
  title: z.string(),
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  slots: z.object({
    nonce: z.string(),
    names: z.array(z.enum(['greeting', 'address', 'unsubscribeUrl', 'viewUrl'])),
  }),
  greeting: z.object({ named: z.tuple([z.string(), z.string()]), unnamed: z.string() }),
  // Editions frozen before pictures could be embedded linked them.
  images: z.enum(['linked', 'embedded']).default('linked'),
  // Editions frozen before charts came have none.
  assets: z
    .array(
      z.object({
        name: z.string(),
        type: z.enum(['image/png', 'image/jpeg', 'image/gif']),
        contentId: z.string(),
        sha256: z.string(),
        width: z.number().optional(),
        height: z.number().optional(),
        // In a row of its own since step 0004; before that it stood here.
        base64: z.string().optional(),
      }),
    )
    .default([]),
  sizeBytes: z.number(),
  findings: z.array(findingSchema),
});

/**
 * Writes one edition per language, and the bytes of its pictures unless the ledger has them already. Called once, inside
 * the transaction that freezes the campaign.
 */
export async function freezeEditions(
  statements: Statements,
  campaign: number,
  editions: Partial<Record<Language, Edition>>,
): Promise<void> {
  for (const language of languages) {
    const edition = editions[language];
    if (!edition) continue;
    for (const { sha256, base64 } of edition.assets) {
      await statements.run(
        'INSERT INTO asset (sha256, base64) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING',
        [sha256, base64],
      );
    }
    const assets = edition.assets.map((asset) => ({ ...asset, base64: undefined }));
    await statements.run('INSERT INTO edition (campaign_id, language, hash, content) VALUES (?, ?, ?, ?)', [
      campaign,
      language,
      edition.hash,
      JSON.stringify({ ...edition, assets }),
    ]);
  }
}

/**
 * The frozen edition of a campaign in one language, whole: what was sent, and what archive and public page show. Null when
 * there is none.
 *
 * @throws {DeliveryError} `ASSET_MISSING`: the ledger has lost the bytes of one of its pictures
 */
export async function editionOfCampaign(
  ledger: Ledger,
  campaignId: string,
  language: Language,
): Promise<Edition | null> {
  const [row] = await ledger.rows<{ content: string }>(
    'SELECT e.content FROM edition e JOIN campaign c ON c.id = e.campaign_id WHERE c.uid = ? AND e.language = ?',
    [campaignId, language],
  );
  if (!row) return null;
  const { assets, ...edition } = editionSchema.parse(JSON.parse(row.content));
  return { ...edition, assets: await withBytes(ledger, assets) };
}

type FrozenAsset = z.infer<typeof editionSchema>['assets'][number];

async function withBytes(statements: Statements, assets: readonly FrozenAsset[]): Promise<Edition['assets']> {
  const apart = assets.filter(({ base64 }) => base64 === undefined).map(({ sha256 }) => sha256);
  const found =
    apart.length === 0
      ? []
      : await statements.rows<{ sha256: string; base64: string }>(
          `SELECT sha256, base64 FROM asset WHERE sha256 IN (${apart.map(() => '?').join(', ')})`,
          apart,
        );
  const bytes = new Map(found.map(({ sha256, base64 }) => [sha256, base64]));
  return assets.map((asset) => {
    const base64 = asset.base64 ?? bytes.get(asset.sha256);
    if (base64 !== undefined) return { ...asset, base64 };
    throw new DeliveryError(
      'ASSET_MISSING',
      { asset: asset.name },
      `The ledger holds no bytes of the picture ${asset.name}. It was frozen with them, so the file is damaged: restore it from a backup.`,
    );
  });
}
