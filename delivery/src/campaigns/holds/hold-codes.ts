/**
 * Why a whole ledger is held. Nothing leaves before a person has decided.
 * - `empty`, `another`, `older`: compared with what the content database has stored of its ledger
 * - `rolled-back`: this machine has seen a later position: a data folder was copied back in place
 * - `moved`: its file or its tables are others than before: a copy
 * - `link-secret-changed`, `person-key-changed`: links and suppressions of before would not be understood any more
 * - `damaged`: what is stored cannot be read
 * - `carried-over`: its installation was carried over to another database, and sends from there
 * - `journal-changed`: entries of the content's journal are missing, or are others than those that were written
 * - `restored`: read back from a backup, which knows nothing of what left after it was made
 */
const ledgerHolds = [
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
] as const;
/** One of {@link ledgerHolds}. */
export type LedgerHold = (typeof ledgerHolds)[number];

/** Reads a code as the ledger has it; one that this version does not know holds as well. */
export function ledgerHoldOf(code: string | null): LedgerHold | null {
  return code === null ? null : (ledgerHolds.find((known) => known === code) ?? 'another');
}

/**
 * Why one campaign is held: with its ledger, because no worker was there for an hour before a start, because the content knows
 * nothing of an approval that it would leave by, because an edition is not what was frozen, or because a picture that its mails link
 * to is gone.
 */
export type CampaignHold =
  LedgerHold | 'silent-too-long' | 'approval-unknown' | 'edition-spoilt' | 'picture-lost';

/**
 * What a person may decide of a held campaign.
 * - `treat-as-sent`: nothing more leaves; whoever waits counts as one who may have it, never as accepted
 * - `send-the-rest`: it goes on, with those of whom there is no evidence that they have it
 * - `cancel`: nothing more leaves, and whoever waits has not got it
 */
export type HoldChoice = 'treat-as-sent' | 'send-the-rest' | 'cancel';

/** The holds after which a choice makes no sense: what lacks its approval or its bytes cannot go on, what lacks a picture has not left. */
const holdsWithout: Readonly<Record<HoldChoice, readonly CampaignHold[]>> = {
  'treat-as-sent': ['picture-lost'],
  'send-the-rest': ['approval-unknown', 'edition-spoilt'],
  cancel: [],
};

/** Whether a person may decide so of a campaign held for that reason; `hold` as the ledger has it. Pure. */
export function isChoiceOf(hold: string, choice: HoldChoice): boolean {
  return !holdsWithout[choice].some((without) => without === hold);
}
