export { classifyFailure, type BodyProgress, type SmtpFailure } from './classify';
export { attemptFaults, serverTroubles, type ServerTrouble, type SmtpOutcome } from './outcome';
export {
  nameOfServer,
  parseSmtpUrl,
  smtpAddressSchema,
  smtpSettingsSchema,
  smtpVariables,
  type SmtpSettings,
} from './smtp-settings';
export { createSmtpTransport } from './smtp-transport';
export type { Envelope, OutgoingMessage, Transport } from './transport';
export { isThrottled } from './throttled';
