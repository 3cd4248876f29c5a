import { personalise, sampleReader, type Edition, type MessageParts } from '@nachra/renderer';

/**
 * Fills an edition for a reader who does not exist: what preview pages show. Its links lead to pages that stand, and
 * unsubscribe nobody.
 *
 * @param publicUrl where the public pages stand
 */
export function showEdition(edition: Edition, publicUrl: string): MessageParts {
  return personalise(
    edition,
    sampleReader(edition.language, {
      viewUrl: `${publicUrl}/issues/${edition.number}`,
      unsubscribeUrl: `${publicUrl}/unsubscribe`,
    }),
  );
}
