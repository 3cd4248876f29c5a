import { publicLinks } from '@nachra/delivery';
import {
  personalise,
  sampleReader,
  withLinkedPictures,
  type Edition,
  type MessageParts,
} from '@nachra/renderer';

/**
 * Fills an edition for a reader who does not exist: what preview pages show. Its links lead to pages that exist, and
 * unsubscribe nobody. Pictures that travel in the message are linked here: a page has no parts.
 *
 * @param publicUrl where the public pages stand
 */
export function showEdition(edition: Edition, publicUrl: string): MessageParts {
  const links = publicLinks(publicUrl);
  return personalise(
    withLinkedPictures(edition, links.assets),
    sampleReader(edition.language, {
      viewUrl: links.issue(edition.number, edition.language),
      unsubscribeUrl: links.unsubscribeHelp,
    }),
  );
}
