import { agendaLinks, articleDates, articleLinks, brandLinks } from './fields';
import type { Check } from './check';
import { dashboardFigures } from './dashboard-figures';
import { issueUnique, issuePeriod } from './issue';
import { segmentRule } from './segment-rule';
import { subscriberAddress } from './subscriber-address';

/** Which checks hold for which content type. */
export const checks: Readonly<Record<string, readonly Check[]>> = {
  'api::article.article': [articleLinks, articleDates],
  'api::issue.issue': [issueUnique, issuePeriod, agendaLinks],
  'api::dashboard.dashboard': [dashboardFigures],
  'api::brand.brand': [brandLinks],
  'api::subscriber.subscriber': [subscriberAddress],
  'api::segment.segment': [segmentRule],
};
