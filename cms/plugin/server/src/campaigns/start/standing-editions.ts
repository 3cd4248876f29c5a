import { editionsToSend, type EditionToSend, type Ledger } from '@nachra/delivery';
import type { ContentTransactions } from '../../common/content-transactions';
import { Refusal } from '../../common/refusal';
import type { ApprovalStore } from '../../content/documents/approval-store';
import type { IssueHead } from '../../content/documents/issue';
import type { IssueStore } from '../../content/documents/issue-store';

/** What says whether an edition may still leave. */
export interface StandingEditionsDependencies extends Pick<ContentTransactions, 'transaction'> {
  issues: Pick<IssueStore, 'ofNumber'>;
  records: Pick<ApprovalStore, 'claim'>;
  ledger: Ledger;
}

/**
 * Has deliveries of a campaign sent in those languages whose approvals stand. These go on standing until it is done: a correction
 * that begins meanwhile waits, and then cancels what was put into the queue. On SQLite the content answers nobody else until then:
 * what takes long is sent a piece at a time, by a call each.
 *
 * @param which the editions that the deliveries are of, or `unfinished` for all that is still to be sent, of which every edition has
 *   to stand
 * @param send is given the languages
 * @throws {Refusal} `EDITION_CORRECTED` when what would be sent is corrected, or its approval has ended for another reason
 */
export function whereApproved<Result>(
  { issues, records, ledger, transaction }: StandingEditionsDependencies,
  { campaignId, number }: { campaignId: string; number: number },
  which: readonly EditionToSend[] | 'unfinished',
  send: (languages: IssueHead['language'][]) => Promise<Result>,
): Promise<Result> {
  return transaction(async () => {
    const ofNumber = await issues.ofNumber(number);
    const stands = async ({ language, round, approval }: EditionToSend): Promise<boolean> => {
      if (approval !== null) return records.claim(approval);
      // Frozen before approvals had names.
      const issue = ofNumber.find((each) => each.language === language);
      return (issue?.correction?.round ?? 0) <= round;
    };
    const standing: IssueHead['language'][] = [];
    const ended: IssueHead['language'][] = [];
    const editions = which === 'unfinished' ? await editionsToSend(ledger, campaignId, which) : which;
    // In the order in which everybody locks approvals.
    for (const edition of [...editions].sort(byApproval))
      ((await stands(edition)) ? standing : ended).push(edition.language);
    const isSome = which !== 'unfinished' && standing.length > 0;
    if (ended.length > 0 && !isSome) throw new Refusal('EDITION_CORRECTED', { number, languages: ended });
    return send(standing);
  });
}

function byApproval({ approval: one }: EditionToSend, { approval: other }: EditionToSend): number {
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/**
 * {@link whereApproved} for a piece of some deliveries at a time: each asks anew for the approvals of all of them, and holds them no
 * longer than it takes.
 *
 * @param deliveryIds public ids of all that is sent, in however many pieces
 */
export async function pieceWhereApproved(
  dependencies: StandingEditionsDependencies,
  campaign: { campaignId: string; number: number },
  deliveryIds: readonly string[],
) {
  const editions = await editionsToSend(dependencies.ledger, campaign.campaignId, deliveryIds);
  return <Result>(send: (languages: IssueHead['language'][]) => Promise<Result>): Promise<Result> =>
    whereApproved(dependencies, campaign, editions, send);
}
