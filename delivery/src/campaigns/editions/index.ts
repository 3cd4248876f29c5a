export { editionHash, editionOfCampaign, findPublicEdition } from './frozen-editions';
