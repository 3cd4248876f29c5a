import type { DkimKey, Ledger, MailServer } from '@nachra/delivery';
import type { Language } from '@nachra/renderer';
import type { Approvals } from '../campaigns/approvals';
import type { Campaigns } from '../campaigns/open-campaigns';
import type { AudienceStore } from '../content/documents/audience-store';
import type { BrandDocument } from '../content/documents/brand';
import type { IssueStore } from '../content/documents/issue-store';
import type { AssetStore } from '../editions/asset-store';
import type { Editions } from '../editions/editions';

/** Everything the desk's routes work with, opened in `open-newsletter.ts` and handed down. */
export interface Desk {
  issues: IssueStore;
  editions: Editions;
  assets: AssetStore;
  approvals: Approvals;
  campaigns: Campaigns;
  audience: AudienceStore;
  ledger: Ledger;
  readBrand: () => Promise<BrandDocument>;
  /** Empty when no mail server is set. */
  mailServers: readonly MailServer[];
  dkim: readonly DkimKey[];
  /** Where the public pages stand, without a final slash. */
  publicUrl: string;
  linkSecret: string;
  defaultLanguage: Language;
  now: () => Date;
}
