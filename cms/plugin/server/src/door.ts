/** What an application that installs the plugin may use beside the plugin itself. */
export { contentTables, uids } from './content-types';
export { NewsletterError } from './errors';
export {
  deliveryAdvice,
  deliveryVariables,
  newsletterSettingsSchema,
  type NewsletterSettings,
  type NewsletterSettingsInput,
} from './settings';
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
