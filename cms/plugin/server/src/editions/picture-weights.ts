import { pictureAddresses, type Issue } from '@nachra/renderer';
import type { AssetStore } from './asset-store';

/**
 * Bytes of an issue's pictures that lie where mails find them, by their addresses.
 *
 * @param base what the addresses of our own begin with
 */
export async function weightsOf(
  issue: Issue,
  assets: Pick<AssetStore, 'find'>,
  base: string,
): Promise<Record<string, number>> {
  const weights: Record<string, number> = {};
  for (const address of pictureAddresses(issue)) {
    const bytes = address.startsWith(base) ? await assets.find(address.slice(base.length)) : null;
    if (bytes !== null) weights[address] = bytes.length;
  }
  return weights;
}
