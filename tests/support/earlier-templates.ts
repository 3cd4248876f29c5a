import type { Edition } from '@nachra/renderer';
import { sealEdition } from '../../renderer/src/edition/seal-edition';

/** What the templates of before wrote, and those of today do not. */
export const mark = '<!-- as the templates were when it was approved -->';

/** A stored edition with the bytes that another version of the templates would have made of the same content, sealed as it seals. */
export function byEarlierTemplates(stored: string): Edition {
  const { hash: _hash, sizeBytes: _size, findings, ...content } = JSON.parse(stored) as Edition;
  const html = content.html.replace('</body>', `${mark}</body>`);
  return { ...sealEdition({ ...content, html }), findings };
}
