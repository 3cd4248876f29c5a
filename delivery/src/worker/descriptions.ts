import { mailboxDescriptions } from '../incoming/feedback/mailbox';
import { retryDescriptions } from '../outgoing/dispatch';
import { limitDescriptions } from '../outgoing/limits';
import { dkimDescriptions } from '../outgoing/message';
import { redisDescriptions } from '../outgoing/redis/redis-settings';
import { serverDescriptions } from '../outgoing/servers';
import type { SettingDescription } from '../setting-description';

/**
 * What people are told about every variable that a worker reads, for whoever reads the same ones and documents them. The
 * two that only the breaking suite sets are not among them.
 */
export const workerDescriptions = {
  NACHRA_LINK_SECRET: {
    group: 'Secrets',
    advice:
      'the same random text for the CMS and every worker, 16 characters or more; keep it: old unsubscribe links stop working without it',
    meaning:
      'signs unsubscribe links, return paths and preview links; keep it: old unsubscribe links stop working without it',
    secret: true,
  },
  NACHRA_PERSON_KEY: {
    group: 'Secrets',
    advice:
      'the same random text for the CMS and every worker, 16 characters or more, as it stands in person.key of the CMS’s data folder; keep it: nobody knows who unsubscribed without it',
    meaning:
      'names whoever unsubscribed or complained, where no address is kept; keep it: without it nobody knows who they are',
    unset: 'the file `person.key` of the data folder, made at the first start',
    secret: true,
  },
  NACHRA_DATA_DIR: {
    group: 'Data',
    advice: 'a folder that can be written, such as ./data',
    meaning: 'folder of databases, pictures, uploads and the key of persons',
  },
  DATABASE_URL: {
    group: 'Data',
    advice: 'the PostgreSQL database, such as postgres://name:password@db.example.org:5432/nachra',
    meaning:
      'PostgreSQL 12 or newer for content and ledger, such as `postgres://name:password@db.example.org:5432/nachra`; the two files below are then not made',
    unset: 'none (SQLite)',
    secret: true,
  },
  LEDGER_FILE: {
    group: 'Data',
    advice: 'the file of the ledger, such as ./data/ledger.db',
    meaning: "SQLite file of the ledger; never the same file as the CMS's",
    unset: '`<NACHRA_DATA_DIR>/ledger.db`',
  },
  SMTP_URL: {
    group: 'Mail servers',
    advice:
      'the mail server, such as smtp://name:password@smtp.example.org:587, or set SMTP_SERVERS or SMTP_SERVERS_FILE to several',
    meaning:
      'the mail server: `smtp://name:password@host:587` (STARTTLS) or `smtps://name:password@host:465`, special characters percent-encoded. Password resets of the admin leave by it too. `npm run dev` uses the local mailbox without it',
    unset: 'required, or `SMTP_SERVERS`',
    secret: true,
  },
  SMTP_ALLOW_INSECURE: {
    group: 'Mail servers',
    advice: 'true to send without TLS to another machine (not advised), else false',
    meaning:
      '`true` sends without TLS to a server on another machine (not advised), `false` never does. A server on this machine needs no TLS',
  },
  SMTP_CONNECTIONS: {
    group: 'Mail servers',
    meaning: 'how many connections to hold at once, 1 to 100',
  },
  ...serverDescriptions,
  ...limitDescriptions,
  ...retryDescriptions,
  ...dkimDescriptions,
  ...mailboxDescriptions,
  ...redisDescriptions,
  LOG_LEVEL: {
    group: 'Processes',
    advice: 'error, warn, info, http, debug or silent',
    meaning: '`error`, `warn`, `info`, `http`, `debug` or `silent`; the demo uses `warn`',
  },
} satisfies Record<string, SettingDescription>;
