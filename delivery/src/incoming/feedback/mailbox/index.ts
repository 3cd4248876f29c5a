export {
  mailboxDescriptions,
  mailboxSettings,
  mailboxSettingsSchema,
  mailboxVariables,
  type MailboxSettings,
} from './mailbox-settings';
export { readMailbox } from './read-mailbox';
export { watchMailbox, type MailboxTiming } from './watch-mailbox';
