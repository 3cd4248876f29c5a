import type { Language } from '../../language';

/** A delivery that a worker holds under its lease: all it needs to make and send the message. */
export interface ClaimedDelivery {
  rowId: number;
  campaignRow: number;
  campaignId: string;
  /** Public id: names the delivery in links and in the Message-ID. */
  deliveryId: string;
  address: string;
  firstName?: string;
  language: Language;
  attempts: number;
}

/**
 * Who takes a lease, and for how long. When it ends is reckoned by the clock of the ledger's database, at each writing and
 * each judging: a worker whose own clock is wrong, or is set back, would take the work of others for lost, or lose its own.
 */
export interface Lease {
  owner: string;
  ms: number;
}
