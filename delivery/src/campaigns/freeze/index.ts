export type { CampaignRequest } from './campaign-request';
export { freezeCampaign, type FreezeOutcome } from './freeze-campaign';
export { countAudience, previewAudience, type NumberOnOffer } from './preview-audience';
export {
  parseSenderIdentity,
  senderExpectationWords,
  senderIdentitySchema,
  senderOfEdition,
  senderProblems,
  type SenderIdentity,
} from './sender-identity';
