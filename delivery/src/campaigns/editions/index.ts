export { editionsToSend, type EditionToSend } from './editions-to-send';
export { editionOfCampaign, findPublicEdition } from './frozen-editions';
