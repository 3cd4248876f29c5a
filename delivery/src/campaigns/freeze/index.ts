export type { CampaignRequest } from './campaign-request';
export { freezeCampaign, type FreezeOutcome } from './freeze-campaign';
export { countAudience, type NumberOnOffer } from './count-audience';
export {
  parseSenderIdentity,
  senderIdentitySchema,
  senderOfEdition,
  senderProblems,
  type SenderIdentity,
} from './sender-identity';
