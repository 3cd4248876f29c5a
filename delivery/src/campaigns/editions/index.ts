export { editionsToSend, type EditionToSend } from './editions-to-send';
export { editionOfCampaign, findPublicEdition, languageOfNumber } from './frozen-editions';
