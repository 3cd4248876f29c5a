import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { emailsDirectory } from '../emails/read-emails';
import { indexPixels, type IndexedPicture } from './png';

/** The fonts of the charts, part of the project: the fonts installed on a machine must not change a picture. */
export const chartFonts = { latin: 'Noto Sans', arabic: 'Noto Kufi Arabic' };
const fontFiles = ['noto-sans-latin-400.ttf', 'noto-sans-latin-700.ttf', 'noto-kufi-arabic-400.ttf'];

/**
 * Draws an opaque SVG, with the same result on every machine.
 *
 * @param scale pixels of the picture per px of the SVG
 * @param colours number of colours; see `indexPixels`
 */
export function rasterise(svg: string, scale: number, colours: number): IndexedPicture {
  const directory = join(emailsDirectory(), 'fonts');
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: fontFiles.map((file) => join(directory, file)),
      defaultFontFamily: chartFonts.latin,
    },
  }).render();
  return indexPixels(image.pixels, image.width, image.height, colours);
}
