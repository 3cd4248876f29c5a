import { publicLinks } from '@nachra/delivery';
import { isPictureName } from './picture-kind';

/**
 * Names of the pictures that a mail shows from where we publish them, each once. Those that are parts of the message are not among
 * them. Pure.
 *
 * @param publicUrl where the edition's readers reach us
 */
export function picturesInMail(html: string, publicUrl: string): string[] {
  const [, ...rest] = html.split(publicLinks(publicUrl).asset(''));
  const names = rest.map((text) => /^[\w.]+/.exec(text)?.[0] ?? '');
  return [...new Set(names.filter(isPictureName))];
}
