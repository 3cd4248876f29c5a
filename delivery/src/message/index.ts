export { viewUrl } from './addresses';
export { messageMaker, type Message, type MessageRecipient, type MessageSource } from './message-maker';
