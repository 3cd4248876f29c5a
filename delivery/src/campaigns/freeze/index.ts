export type { CampaignRequest } from './campaign-request';
export { freezeCampaign } from './freeze-campaign';
export { countAudience, previewAudience } from './preview-audience';
export {
  campaignSender,
  parseSenderIdentity,
  senderIdentitySchema,
  type SenderIdentity,
} from './sender-identity';
