import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/canonical-json';
import type { Asset } from '../../contract/edition';
import { contentIdOf, pictureFile } from './picture-file';
import { encodePng, type IndexedPicture } from './png';
import { rasterise } from './rasterise';

/**
 * How pictures reach the reader: `linked` to where they are published, or `embedded` in the message, for networks that
 * block remote pictures.
 */
export type ImagesOption =
  /** `assetBase`: where the assets lie under their names, without a slash at its end; may be relative. */
  | { mode: 'linked'; assetBase: string }
  /**
   * `files`: the bytes of the authors' pictures, by their address in the issue. Whoever renders fetches them: here is no
   * network. A picture without one stays linked, with a finding.
   */
  | { mode: 'embedded'; files?: ReadonlyMap<string, Uint8Array> };

/** A picture to be drawn. */
export interface Drawing {
  /** All that the SVG is made from: equal recipes are drawn once a process. */
  recipe: unknown;
  svg: () => string;
  /** Pixels for each px of the SVG. */
  scale: number;
  /** Colours kept; see `indexPixels`. */
  colours: number;
}

/** Draws the pictures of one edition and gathers them, with those that it embeds. */
export interface Pictures {
  /** The same drawing twice is one asset. Returns what an `img` points at. */
  draw(drawing: Drawing): { src: string };
  /** What an `img` points at for an author's picture: its part of the message if its file is at hand, else its address. */
  place(address: string): string;
  /** All that was drawn or embedded, in order. */
  assets(): Asset[];
}

/** A drawing costs some fifty milliseconds and is asked for again at every preview; it only depends on its recipe. */
const drawn = new Map<string, Asset>();
const remembered = 256;

/** @returns null when there is no way for a picture to reach the reader: then none is drawn */
export function openPictures(images: ImagesOption | undefined): Pictures | null {
  if (images === undefined) return null;
  const assets = new Map<string, Asset>();
  return {
    draw(drawing) {
      const asset = assetOf(drawing);
      assets.set(asset.name, asset);
      const src = images.mode === 'embedded' ? `cid:${asset.contentId}` : `${images.assetBase}/${asset.name}`;
      return { src };
    },
    place(address) {
      const file = images.mode === 'embedded' ? images.files?.get(address) : undefined;
      const asset = file && pictureFile(file);
      if (!asset) return address;
      assets.set(asset.name, asset);
      return `cid:${asset.contentId}`;
    },
    assets: () => [...assets.values()],
  };
}

function assetOf({ recipe, svg, scale, colours }: Drawing): Asset {
  const key = canonicalJson([scale, colours, recipe]);
  const known = drawn.get(key);
  if (known) return known;
  const picture = rasterise(svg(), scale, colours);
  const bytes = encodePng(picture);
  const digest = digestOf(picture);
  const asset: Asset = {
    name: `${digest}.png`,
    type: 'image/png',
    contentId: contentIdOf(digest),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    width: picture.width,
    height: picture.height,
    base64: bytes.toString('base64'),
  };
  if (drawn.size >= remembered) drawn.clear();
  drawn.set(key, asset);
  return asset;
}

/**
 * Names a picture by what it shows and not by its bytes: another zlib compresses the same picture into other bytes, and
 * an edition must keep its identity through an update of Node.
 */
function digestOf({ width, height, palette, indices }: IndexedPicture): string {
  return createHash('sha256')
    .update(JSON.stringify([width, height, palette]))
    .update(indices)
    .digest('hex')
    .slice(0, 32);
}
