export { campaignOfEdition, unknownCampaigns, type CampaignStanding } from './campaign-of-edition';
export { campaignProgress, type CampaignProgress, type EditionProgress } from './campaign-progress';
export { editionFigures, type EditionFigures } from './edition-figures';
export { listCampaigns, type CampaignHead } from './list-campaigns';
export { ledgerFigures } from './ledger-figures';
export { sendsUnderWay } from './sends-under-way';
export { waitingReaders, waitingSubscribers } from './waiting-readers';
