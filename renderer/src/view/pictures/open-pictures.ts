import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/canonical-json';
import type { Asset } from '../../contract/edition';
import { openMemory } from '../../memory';
import { contentIdOf, pictureFile } from './picture-file';
import { digestOf } from './drawing-digest';
import { encodePng } from './png';
import { rasterise } from './rasterise';

/**
 * How pictures reach the reader: `linked` to the address where they are published, or `embedded` in the message, for
 * networks that block remote pictures.
 */
export type ImagesOption =
  /** `assetBase`: the address below which the assets are published, without a slash at its end; may be relative. */
  | { mode: 'linked'; assetBase: string }
  /**
   * `files`: the bytes of the authors' pictures, by their address in the issue. The caller fetches them, because the
   * renderer makes no network requests. A picture without a file stays linked, with a finding.
   */
  | { mode: 'embedded'; files?: ReadonlyMap<string, Uint8Array> };

/** A picture to draw. */
interface Drawing {
  /** The complete input of the SVG: equal recipes are drawn once per process. */
  recipe: unknown;
  svg: () => string;
  /** Pixels per px of the SVG. */
  scale: number;
  /** Number of colours; see `indexPixels`. */
  colours: number;
}

/** Draws the pictures of one edition, and collects them with those that it embeds. */
export interface Pictures {
  /** Returns the `src` of an `img`. The same drawing twice is one asset. */
  draw(drawing: Drawing): { src: string };
  /** The `src` of an author's picture: its message part if its file was given, else its address. */
  place(address: string): string;
  /** The pictures drawn or embedded so far, in order. */
  assets(): Asset[];
}

/** Drawings by recipe: one takes about 50 ms, and every preview needs it again. */
const drawn = openMemory<Asset>(256);

/** @returns null if `images` is undefined: pictures then cannot reach the reader, and none is drawn */
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
  drawn.set(key, asset);
  return asset;
}
