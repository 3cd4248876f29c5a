/** Why sending is held and what may be decided then: words that server and admin share at run time, as in `lists.ts`. */
import type { CampaignHold, CampaignStatus, HoldChoice, LedgerHold } from '@nachra/delivery';
import { inFull } from './lists';

/** Why all sending is held (the delivery's). */
export const ledgerHolds = inFull<LedgerHold>()([
  'empty',
  'another',
  'older',
  'rolled-back',
  'moved',
  'link-secret-changed',
  'person-key-changed',
  'damaged',
  'restored',
  'carried-over',
  'journal-changed',
]);

/** Holds after which less may be known than what was sent. */
export const forgetfulHolds = [
  'empty',
  'another',
  'older',
  'rolled-back',
  'moved',
  'restored',
] as const satisfies readonly LedgerHold[];

/** Holds after which whatever was approved before them has to be approved again. */
export const reapprovingHolds = [
  ...forgetfulHolds,
  'journal-changed',
] as const satisfies readonly LedgerHold[];

/** Why a campaign is held (the delivery's). */
export const campaignHolds = inFull<CampaignHold>()([
  ...ledgerHolds,
  'silent-too-long',
  'approval-unknown',
  'edition-spoilt',
  'picture-lost',
]);

/** What a person may decide of a held campaign (the delivery's), the safest first. */
export const holdChoices = inFull<HoldChoice>()(['treat-as-sent', 'send-the-rest', 'cancel']);

/** Holds of a campaign that cannot go on: nobody knows its approval, or what would leave is not what was approved. */
const endingHolds = ['approval-unknown', 'edition-spoilt'] as const satisfies readonly CampaignHold[];
/** One of {@link endingHolds}. */
type EndingHold = (typeof endingHolds)[number];

/** Whether a campaign held for that reason cannot go on. Pure. */
export function isEndingHold(hold: CampaignHold): hold is EndingHold {
  return (endingHolds as readonly CampaignHold[]).includes(hold);
}

/** What a person may decide of a campaign that is held for that reason. Pure. */
export function choicesOf(hold: CampaignHold): readonly HoldChoice[] {
  if (hold === 'picture-lost') return pictureChoices;
  return isEndingHold(hold) ? lostChoices : holdChoices;
}

/** What a person may decide of a campaign that lacks a picture: it goes on once that is put back, which is looked at again. */
const pictureChoices = ['send-the-rest', 'cancel'] as const satisfies readonly HoldChoice[];

/** What a person may decide of an issue that was on its way and whose campaign is lost: nobody knows who has it. */
export const lostChoices = ['treat-as-sent', 'cancel'] as const satisfies readonly HoldChoice[];

/**
 * The words for what a choice does to a campaign: one that goes on keeps its hour, if that is still to come, and stays paused if it
 * was. Pure.
 */
export function wordsOfChoice<Choice extends HoldChoice>(choice: Choice, status: CampaignStatus | null) {
  if (choice !== 'send-the-rest') return choice;
  if (status === 'scheduled') return 'keep-hour';
  return status === 'paused' ? 'keep-paused' : choice;
}
