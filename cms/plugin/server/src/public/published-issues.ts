import {
  editionOfCampaign,
  listCampaigns,
  type CampaignProgress,
  type Language,
  type Ledger,
} from '@nachra/delivery';
import { languages, type Edition } from '@nachra/renderer';
import { reached } from '../stages/from-campaign';

/** What readers may read of a number: editions that campaigns have frozen, and no draft ever. */
export interface PublishedIssues {
  /** The frozen edition of one language; null when it was not sent (yet). */
  edition(number: number, language: Language): Promise<Edition | null>;
  /** The edition for a reader who named no language: in the preferred one if it exists, else in any. */
  anyEdition(number: number, preferred: Language): Promise<Edition | null>;
}

/**
 * Reads published issues from the ledger and not from the CMS: a reader sees what was sent, byte for byte, whatever has
 * become of the articles since.
 */
export function publishedIssues(ledger: Ledger): PublishedIssues {
  async function edition(number: number, language: Language): Promise<Edition | null> {
    for (const campaign of await listCampaigns(ledger, { issueNumber: number })) {
      const frozen = isPublic(campaign) ? await editionOfCampaign(ledger, campaign.id, language) : null;
      if (frozen !== null) return frozen;
    }
    return null;
  }

  return {
    edition,
    async anyEdition(number, preferred) {
      for (const language of [preferred, ...languages.filter((other) => other !== preferred)]) {
        const found = await edition(number, language);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

/**
 * Public from the first message on, since that message links here. A campaign that waits, or was cancelled before
 * anybody got it, has published nothing.
 */
function isPublic(campaign: CampaignProgress): boolean {
  return campaign.status === 'running' || campaign.status === 'complete' || reached(campaign) > 0;
}
