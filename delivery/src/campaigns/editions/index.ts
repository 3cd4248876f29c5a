export { editionOfCampaign } from './frozen-editions';
