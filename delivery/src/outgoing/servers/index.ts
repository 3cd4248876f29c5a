export { domainOf, type MailServer } from './mail-server';
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
  serverAdvice,
  serverVariables,
  type ServerVariables,
} from './server-settings';
export { troubledServers, troubleNotes, type TroubledServer, type TroubleNotes } from './server-troubles';
