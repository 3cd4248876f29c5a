import type { Asset, Edition } from '../contract/edition';

/** The assets that are parts of the message: those with a `cid:` address in the HTML. None if pictures are linked. */
export function embeddedAssets({
  html,
  images,
  assets,
}: Pick<Edition, 'html' | 'images' | 'assets'>): Asset[] {
  return images === 'embedded' ? assets.filter(({ contentId }) => html.includes(cid(contentId))) : [];
}

/**
 * An edition for the web, where `cid:` addresses do not work: its embedded pictures are linked to their published assets.
 * Everything else, including the hash, stays the same, so that it shows what was sent.
 *
 * @param assetBase the address below which the assets are published, without a slash at its end
 */
export function withLinkedPictures(edition: Edition, assetBase: string): Edition {
  const html = embeddedAssets(edition).reduce(
    (linked, { contentId, name }) => linked.replaceAll(`"${cid(contentId)}"`, `"${assetBase}/${name}"`),
    edition.html,
  );
  return { ...edition, html };
}

function cid(contentId: string): string {
  return `cid:${contentId}`;
}
