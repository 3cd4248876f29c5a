import { uids } from '../../../../shared/uids';
import { agendaLinks, articleLinks, brandLinks, endsAfterStart } from './links-and-dates';
import type { Check } from './document-check';
import { dashboardFigures } from './dashboard-figures';
import { issueUnique } from './issue-fields';
import { senderAddresses } from './sender-addresses';
import { checkSegmentRule } from './segment-rule';
import { subscriberAddress } from './subscriber-address';

/** Which checks hold for which content type. */
export const checks: Readonly<Record<string, readonly Check[]>> = {
  [uids.article]: [articleLinks, endsAfterStart(uids.article, 'startDate', 'endDate')],
  [uids.issue]: [issueUnique, endsAfterStart(uids.issue, 'periodFrom', 'periodTo'), agendaLinks],
  [uids.dashboard]: [dashboardFigures],
  [uids.brand]: [brandLinks, senderAddresses],
  [uids.subscriber]: [subscriberAddress],
  [uids.segment]: [checkSegmentRule],
};
