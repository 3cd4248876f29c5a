import { createHash } from 'node:crypto';
import { publicLinks } from '@nachra/delivery';
import type { Edition } from '@nachra/renderer';
import { Refusal } from '../../common/refusal';
import type { ApprovalRecord, FrozenEdition } from '../../content/documents/approval';
import type { AssetStore } from '../../editions/asset-store';
import { picturesIn } from '../../editions/bind-pictures';
import type { IssueDraft } from '../../editions/to-issue';

/**
 * Writes an edition's pictures to disk and hands back the edition without their bytes, and the names of all the pictures that
 * it shows: what an approval keeps.
 */
export async function freezeEdition(
  assets: Pick<AssetStore, 'keep' | 'find'>,
  edition: Edition,
  draft: IssueDraft,
  publicUrl: string,
): Promise<{ edition: FrozenEdition; pictures: string[] }> {
  await assets.keep(edition);
  const frozen = await Promise.all(
    edition.assets.map(async ({ base64, ...asset }) => {
      // A drawing of the same pixels may have been written before, by another zlib: those bytes are what will be sent.
      const bytes = (await assets.find(asset.name)) ?? Buffer.from(base64, 'base64');
      return { ...asset, sha256: digestOf(bytes) };
    }),
  );
  const base = publicLinks(publicUrl).asset('');
  const bound = picturesIn(draft).flatMap(({ address }) =>
    address.startsWith(base) ? address.slice(base.length) : [],
  );
  const pictures = [...new Set([...bound, ...frozen.map(({ name }) => name)])];
  return { edition: { ...edition, assets: frozen }, pictures };
}

/**
 * The edition that was approved, whole: byte for byte what leaves, whatever has become of templates and libraries since.
 *
 * @throws {Refusal} `PICTURE_LOST` when the asset store lacks one of its pictures, or holds other bytes under its name
 */
export async function approvedEdition(
  assets: Pick<AssetStore, 'holds' | 'find'>,
  { edition, pictures, number, language }: ApprovalRecord,
): Promise<Edition> {
  const drawn = new Set(edition.assets.map(({ name }) => name));
  for (const picture of pictures) {
    if (!drawn.has(picture) && !(await assets.holds(picture)))
      throw new Refusal('PICTURE_LOST', { number, language, picture });
  }
  const whole = await Promise.all(
    edition.assets.map(async (asset) => {
      const bytes = await assets.find(asset.name);
      if (bytes === null || digestOf(bytes) !== asset.sha256)
        throw new Refusal('PICTURE_LOST', { number, language, picture: asset.name });
      return { ...asset, base64: bytes.toString('base64') };
    }),
  );
  return { ...edition, assets: whole };
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
