export { mailServerSchema, type MailServer } from './mail-server';
export { openMailServers, type MailServers } from './servers';
export { mailServers, oneServer, serverDescriptions, serverVariables } from './server-settings';
export { troubledServers, troubleNotes } from './server-troubles';
