import type { Asset, Edition } from '../contract/edition';

/** The assets that travel in the message itself: those the HTML names by `cid:`. None of an edition whose pictures are linked. */
export function embeddedAssets({
  html,
  images,
  assets,
}: Pick<Edition, 'html' | 'images' | 'assets'>): Asset[] {
  return images === 'embedded' ? assets.filter(({ contentId }) => html.includes(cid(contentId))) : [];
}

/**
 * An edition for the web, where no message is at hand that a `cid:` could name a part of: its embedded pictures are
 * linked to where the assets are published. Everything else, the hash too, stays as it is: it shows what was sent.
 *
 * @param assetBase where the assets lie under their names, without a slash at its end
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
