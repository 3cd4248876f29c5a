import { personalise, withLinkedPictures, type Edition } from '@nachra/renderer';
import { assetsPath } from '../editions/public-paths';
import { readerWords } from './reader-words';

/**
 * The frozen edition as a page, for a reader nobody knows: greeted without a name, and with an unsubscribe link that
 * explains where to find one's own, because a page that is shared must not carry anybody's token. Pictures are linked,
 * also those that the message carried.
 */
export function webVersion(edition: Edition, publicUrl: string): string {
  return personalise(withLinkedPictures(edition, `${publicUrl}${assetsPath}`), {
    address: readerWords(edition.language).anybody,
    unsubscribeUrl: `${publicUrl}/unsubscribe`,
    viewUrl: `${publicUrl}/issues/${edition.number}/${edition.language}`,
  }).html;
}
