export { campaignOfEdition, type CampaignStanding } from './campaign-of-edition';
export { campaignProgress, listCampaigns, type CampaignProgress } from './campaign-progress';
export { ledgerFigures, type AnswerCount, type LedgerFigures } from './ledger-figures';
export { sendsUnderWay, type SendsUnderWay } from './sends-under-way';
export { cancelCampaign, pauseCampaign, resumeCampaign } from './steer-campaign';
