export { mailServerSchema, serversOf, type MailServer } from './mail-server';
export { openMailServers, type MailServers } from './servers';
export { mailServers, serverDescriptions, serverVariables } from './server-settings';
export { troubledServers, troubleNotes } from './server-troubles';
export { openSessionLimits } from './session-limits';
