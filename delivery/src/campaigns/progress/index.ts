export { campaignOfEdition, unknownCampaigns, type CampaignStanding } from './campaign-of-edition';
export {
  campaignProgress,
  listCampaigns,
  type CampaignProgress,
  type EditionProgress,
} from './campaign-progress';
export { ledgerFigures } from './ledger-figures';
export { sendsUnderWay } from './sends-under-way';
export { waitingReaders } from './waiting-readers';
