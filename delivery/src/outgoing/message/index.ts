export { viewUrl } from './addresses';
export type { DkimKey } from './dkim';
export { dkimAdvice, dkimKeys, dkimVariables, type DkimVariables } from './dkim-settings';
export { messageMaker, type Message, type MessageRecipient, type MessageSource } from './message-maker';
