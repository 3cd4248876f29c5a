export {
  mailboxDescriptions,
  mailboxSettings,
  mailboxSettingsSchema,
  mailboxVariables,
  type MailboxSettings,
  type MailboxVariables,
} from './mailbox-settings';
export { readMailbox } from './read-mailbox';
export { watchMailbox, type MailboxTiming } from './watch-mailbox';
