export { viewUrl } from '../../campaigns/links/reader-links';
export { dkimKeySchema, type DkimKey } from './dkim';
export { dkimDescriptions, dkimKeys, dkimVariables, type DkimVariables } from './dkim-settings';
export { messageMaker, type Message, type MessageRecipient, type MessageSource } from './message-maker';
