import type { Endings, RevisedType } from '../../../shared/desk';
import { waitsForCampaign } from '../../../shared/stages';
import type { Text } from './text';

type Ending = Endings[number];

/** What an issue has to do with the document whose form is open: the form’s own issue, or one that contains it. */
export function standingOf({ number, stage, startAt }: Ending, type: RevisedType, language: string): Text {
  const values = { number: String(number), language };
  const own = type === 'issue' ? '.own' : '';
  if (startAt !== null)
    return { key: `standing.leaves${own}`, values: { ...values, start: new Date(startAt) } };
  if (stage === 'sending' || stage === 'sent') return { key: 'standing.locked', values };
  return { key: `standing.approved${own}`, values };
}

/** What saving a change would do to it, or whom to ask where this person may not. */
export function consequenceOf({ stage, startAt, mayEnd }: Ending): Text | null {
  if (stage === 'sending' || stage === 'sent') return null;
  if (!mayEnd) return { key: waitsForCampaign(stage) ? 'standing.refused.send' : 'standing.refused.approve' };
  return { key: startAt === null ? 'standing.ends' : 'standing.cancels' };
}
