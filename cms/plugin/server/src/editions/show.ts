import {
  personalise,
  sampleReader,
  withLinkedPictures,
  type Edition,
  type MessageParts,
} from '@nachra/renderer';
import { assetsPath, issueUrl } from './public-paths';

/**
 * Fills an edition for a reader who does not exist: what preview pages show. Its links lead to pages that exist, and
 * unsubscribe nobody. Pictures that travel in the message are linked here: a page has no parts.
 *
 * @param publicUrl where the public pages stand
 */
export function showEdition(edition: Edition, publicUrl: string): MessageParts {
  return personalise(
    withLinkedPictures(edition, `${publicUrl}${assetsPath}`),
    sampleReader(edition.language, {
      viewUrl: `${publicUrl}${issueUrl(edition.number, edition.language)}`,
      unsubscribeUrl: `${publicUrl}/unsubscribe`,
    }),
  );
}
