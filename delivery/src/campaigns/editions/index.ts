export { editionsToSend, type EditionToSend } from './editions-to-send';
export {
  editionOfCampaign,
  findPublicEdition,
  languageOfNumber,
  type PublicEdition,
} from './frozen-editions';
