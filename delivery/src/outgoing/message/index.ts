export { dkimKeySchema, type DkimKey } from './dkim';
export { dkimDescriptions, dkimKeys, dkimVariables } from './dkim-settings';
export { noticeMessage } from './notice-message';
export { messageMaker, type Message, type MessageRecipient } from './message-maker';
