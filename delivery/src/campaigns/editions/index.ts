export { editionOfCampaign, findPublicEdition } from './frozen-editions';
