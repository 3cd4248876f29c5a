export { dkimKeySchema, type DkimKey } from './dkim';
export { dkimDescriptions, dkimKeys, dkimVariables } from './dkim-settings';
export { messageMaker, type Message, type MessageRecipient } from './message-maker';
