import type { SenderIdentity } from '@nachra/delivery';
import { InvalidIssueError, parseIssue, type Edition, type Issue } from '@nachra/renderer';
import type { EditionPreview, EditionSummary } from '../../../shared/desk';
import { existingEdition, type ShownEditionDependencies } from '../campaigns/approvals/shown-edition';
import type { Person } from '../common/person';
import { sealOf } from '../editions/content-digest';
import type { RenderTasks } from '../editions/render-thread';
import { showEdition } from '../editions/show';
import type { IssueDraft } from '../editions/to-issue';

/** What an edition is shown from. */
interface PreviewedFrom extends ShownEditionDependencies {
  placesInMail: RenderTasks['places'];
  publicUrl: string;
}

/** The edition as the desk shows it, filled for a sample reader. @throws {Refusal} `ISSUE_UNKNOWN`, `ISSUE_INVALID`, `PICTURE_LOST` */
export async function issuePreview(
  desk: PreviewedFrom,
  documentId: string,
  person: Person,
): Promise<EditionPreview> {
  const { edition, sender, draft } = await existingEdition(desk, documentId, person.language);
  const { html, text } = showEdition(edition, desk.publicUrl);
  const issue = asIssue(draft);
  const places = issue === null ? [] : await desk.placesInMail({ html, issue });
  return { ...editionSummary(edition, sender), html, text, places, direction: edition.direction };
}

/** Null where an edition was approved of what the contract would not take any more. Pure. */
function asIssue(draft: IssueDraft): Issue | null {
  try {
    return parseIssue(draft);
  } catch (error) {
    if (error instanceof InvalidIssueError) return null;
    throw error;
  }
}

/** What an edition is known by. Pure. */
export function editionSummary(
  edition: Pick<Edition, 'hash' | 'subject' | 'preheader' | 'sizeBytes'>,
  sender: SenderIdentity | null,
): EditionSummary {
  const { subject, preheader, sizeBytes } = edition;
  return { hash: sealOf(edition, sender), subject, preheader, sizeBytes };
}
