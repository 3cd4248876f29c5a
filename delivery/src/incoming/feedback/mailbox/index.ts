export {
  mailboxAdvice,
  mailboxSettings,
  mailboxVariables,
  type MailboxOAuth,
  type MailboxSettings,
  type MailboxVariables,
} from './mailbox-settings';
export { readMailbox, type MailboxDependencies, type MailboxVisit } from './read-mailbox';
export { watchMailbox, type MailboxTiming } from './watch-mailbox';
