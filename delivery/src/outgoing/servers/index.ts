export { mailServerSchema, type MailServer } from './mail-server';
export type { Plan, Planner } from './plan';
export {
  openMailServers,
  type MailServers,
  type MailServersOptions,
  type ServerUnavailable,
} from './servers';
export {
  mailServers,
  oneServer,
  serverDescriptions,
  serverVariables,
  type ServerVariables,
} from './server-settings';
export { troubledServers, troubleNotes, type TroubledServer, type TroubleNotes } from './server-troubles';
