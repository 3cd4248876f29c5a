/** What an application that installs the plugin may use beside the plugin itself. */
export { urlOf } from '../../shared/endpoints';
export { uids } from '../../shared/uids';
export { contentTables } from './content/content-types';
export { joinFigures, type DashboardInLanguage } from './content/figures/join-figures';
export { withoutRevision } from './content/revisions/asked-revision';
export { abilityOf } from './common/abilities';
export { nameWithoutAddress } from './common/accounts';
export { NewsletterError } from './common/errors';
export { apart } from './common/isolated';
export { networkOf } from './common/network-of';
export { openJournal, system as systemActor, type Actor } from './common/journal';
export { witnessedColumns, witnessedEntry } from './ledger-watch/journal-source';
export { beforeRoutes } from './strapi/before-routes';
export { counted } from './common/words/counted';
export { requestLanguage } from './common/request-language';
export { deskLanguage, type DeskLanguage } from './common/words/words-of';
export {
  newsletterSettingsSchema,
  type NewsletterSettings,
  type NewsletterSettingsInput,
} from './common/settings';
export type {
  ApproveRequest,
  CampaignDetail,
  CampaignRequest,
  DeliveryRow,
  IssueDetail,
  IssueSummary,
  ListSummary,
  Page,
} from '../../shared/desk';
