import type { EarlierEdition } from '../../../shared/desk';
import { existingIssue } from '../content/documents/existing-issue';
import { showEdition } from '../editions/show';
import type { Desk } from './desk';

/**
 * The version of an issue that somebody judged last, before the one there is now: that of the last review that is over, or that of
 * an approval that has ended since.
 *
 * @throws {Refusal} `ISSUE_UNKNOWN`
 */
export async function earlierEdition(
  { issues, records, reviewRequests, publicUrl }: Desk,
  documentId: string,
): Promise<EarlierEdition> {
  await existingIssue(issues, documentId);
  const review = await reviewRequests.lastJudged(documentId);
  const approval = await records.lastEnded(documentId);
  const reviewedAt = review?.endedAt ?? null;
  if (approval !== null && (reviewedAt === null || approval.approvedAt > reviewedAt)) {
    const { approvedAt, approvedByName: by, edition } = approval;
    // Its pictures are linked: what has become of their bytes does not matter here.
    const assets = edition.assets.map((asset) => ({ ...asset, base64: '' }));
    const { subject, html, text } = showEdition({ ...edition, assets }, publicUrl);
    return { earlier: { because: 'approved', by, at: approvedAt.toISOString(), subject, html, text } };
  }
  if (review === null || reviewedAt === null) return { earlier: null };
  const { endedBecause, endedByName: by, edition } = review;
  return {
    earlier: { because: endedBecause ?? 'replaced', by, at: reviewedAt.toISOString(), ...edition },
  };
}
