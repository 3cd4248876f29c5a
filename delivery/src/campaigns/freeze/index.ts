export type { CampaignRequest } from './campaign-request';
export { freezeCampaign } from './freeze-campaign';
export { countAudience, previewAudience } from './preview-audience';
export {
  campaignSender,
  parseSenderIdentity,
  senderExpectationWords,
  senderIdentitySchema,
  type SenderIdentity,
} from './sender-identity';
