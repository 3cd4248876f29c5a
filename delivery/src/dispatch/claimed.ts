import type { Language } from '../language';

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

/** Who holds a lease, and until when. */
export interface Lease {
  owner: string;
  until: Date;
}
