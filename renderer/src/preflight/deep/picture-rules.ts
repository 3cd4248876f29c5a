import { pictureFormats, sharpPixels } from '../../contract/picture-places';
import { pictureAddresses, picturesOf } from '../../contract/places';
import { addressesOf } from '../link-addresses';
import { pictureLimits } from '../picture-limits';
import { proseOf } from '../prose';
import type { DeepRule } from './inspection';
import { picturesShown } from './markup';

const fileName = /^(\S+\.(jpe?g|png|gif|webp|svg|avif|heic)|(img|dsc|image|photo|screenshot)[ _-]?\d+)$/i;

/** An alternative text describes the picture; a file name does not. */
export const altIsFileName: DeepRule = {
  name: 'alt-is-file-name',
  severity: 'warning',
  check: ({ issue, find }) =>
    picturesOf(issue)
      .filter(({ value: { alt } }) => fileName.test(alt.trim()))
      .map(({ place, value: { alt } }) => find(`${place}.alt`, { alt: alt.trim() })),
};

/** Pictures are JPEG, PNG or GIF, the formats that every mail client shows. */
export const imageFormat: DeepRule = {
  name: 'image-format',
  severity: 'warning',
  check: ({ issue, find }) =>
    addressesOf(issue).flatMap(({ place, value: { kind, url } }) => {
      const format = /\.(webp|svg|avif|heic|tiff?|bmp)$/i.exec(new URL(url).pathname)?.[1];
      return kind === 'image' && format ? [find(place, { format: format.toLowerCase() })] : [];
    }),
};

/**
 * In an embedded edition every picture is embedded. A picture without a file, or in another format, stays linked, and is
 * not shown where remote pictures are blocked.
 */
export const imageNotEmbedded: DeepRule = {
  name: 'image-not-embedded',
  severity: 'warning',
  check: ({ issue, edition, markup, find }) => {
    if (edition.images === 'linked') return [];
    const linked = picturesShown(markup);
    return picturesOf(issue)
      .filter(({ value: { src } }) => linked.has(src))
      .map(({ place, value: { src } }) => find(place, { url: src }));
  },
};

export const imageOversized: DeepRule = {
  name: 'image-oversized',
  severity: 'warning',
  check: ({ issue, find }) =>
    picturesOf(issue).flatMap(({ place, value }) => {
      const { width = 0 } = value;
      return width > pictureLimits.widest ? [find(`${place}.width`, { width })] : [];
    }),
};

/** A picture has as many pixels as its place is wide: it is never enlarged, and a narrower one leaves a gap beside it. */
export const imageTooSmall: DeepRule = {
  name: 'image-too-small',
  severity: 'warning',
  check: ({ issue, find }) =>
    picturesOf(issue).flatMap(({ place, value: { at, column, cut, crop, focus, width } }) => {
      // What is still to be cut has a finding of its own.
      if (at === null || width === undefined || crop || focus) return [];
      const wanted = cut ? Math.min(pictureFormats[at].width, column) : column;
      const values = { width, wanted, best: wanted * sharpPixels };
      return width < wanted ? [find(`${place}.width`, values)] : [];
    }),
};

/** A picture is seen as it was framed: a renderer opens no file, and one that lies on another server cannot be cut. */
export const imageUncut: DeepRule = {
  name: 'image-uncut',
  severity: 'warning',
  check: ({ issue, find }) =>
    picturesOf(issue)
      .filter(({ value: { crop, focus } }) => crop !== undefined || focus !== undefined)
      .map(({ place, value: { src } }) => find(place, { url: src })),
};

const kibibyte = 1024;

/** The linked pictures of a mail are not too heavy together, as far as their weights are known. */
export const imagesTooHeavy: DeepRule = {
  name: 'images-too-heavy',
  severity: 'warning',
  check: ({ issue, edition, weights, find }) => {
    if (edition.images !== 'linked') return [];
    const bytes = pictureAddresses(issue).reduce((sum, address) => sum + (weights[address] ?? 0), 0);
    const size = Math.ceil(bytes / kibibyte);
    return size > pictureLimits.heaviestKib ? [find('edition', { size })] : [];
  },
};

/** Spam filters distrust a mail that consists of pictures, and it is empty where they are blocked. */
const wordsPerPicture = 20;

export const imageHeavy: DeepRule = {
  name: 'image-heavy',
  severity: 'warning',
  check: ({ issue, find }) => {
    const pictures = picturesOf(issue).filter(({ place }) => place !== 'masthead.brand.logo').length;
    const words = proseOf(issue)
      .filter(({ place }) => place.startsWith('sections'))
      .reduce((sum, { value }) => sum + (value.match(/\S+/g) ?? []).length, 0);
    return pictures > 0 && words < pictures * wordsPerPicture ? [find('edition', { pictures, words })] : [];
  },
};
