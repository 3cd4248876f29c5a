import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { emailsDirectory } from '../house/emails';
import { indexPixels, type IndexedPicture } from './png';

/** The fonts of the charts, shipped with the project: what a machine has installed must not change a picture. */
export const chartFonts = { latin: 'Noto Sans', arabic: 'Noto Kufi Arabic' };
const fontFiles = ['noto-sans-latin-400.ttf', 'noto-sans-latin-700.ttf', 'noto-kufi-arabic-400.ttf'];

/**
 * Draws an SVG that fills its whole area, on any machine the same.
 *
 * @param scale pixels of the picture for each px of the SVG
 * @param colours colours kept; see `indexPixels`
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
