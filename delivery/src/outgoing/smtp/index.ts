export { acceptedAnswer, classifyFailure, type BodyProgress, type SmtpFailure } from './classify';
export type { ServerTrouble, SmtpAnswer, SmtpOutcome } from './outcome';
export { nameOfServer, parseSmtpUrl, type SmtpSettings } from './smtp-settings';
export { createSmtpTransport } from './smtp-transport';
export type { Envelope, OutgoingMessage, Transport } from './transport';
export { isThrottled } from './throttled';
