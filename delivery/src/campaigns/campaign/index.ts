export type { CampaignProgress, CampaignRequest } from './campaign';
export * from './campaign-progress';
export { freezeCampaign } from './freeze-campaign';
export { editionOfCampaign } from './freeze-editions';
export * from './preview-audience';
export {
  parseSenderIdentity,
  senderExpectationWords,
  senderIdentitySchema,
  type SenderIdentity,
} from './sender-identity';
export * from './steer-campaign';
export { sendsUnderWay, type SendsUnderWay } from './sends-under-way';
