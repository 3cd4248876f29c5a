import {
  ledgerOptionsSchema,
  logLevelSchema,
  sendingSettingsSchema,
  type WebhookProvider,
} from '@nachra/delivery';
import { languages, languageSchema } from '@nachra/renderer';
import { z } from 'zod';
import { NewsletterError } from './errors';

const secret = z.string().min(16);

const webhookKeys = {
  ses: z.string(),
  brevo: secret,
  mailgun: secret,
  postmark: secret,
  sendgrid: z.string(),
  generic: secret,
} satisfies Record<WebhookProvider, z.ZodString>;

/**
 * All that an application tells the plugin, as `config` of `newsletter` in its `config/plugins`. Nothing of it is read
 * from the environment here.
 *
 * @example
 * newsletter: {
 *   enabled: true,
 *   config: {
 *     publicUrl: 'https://news.example.org',
 *     defaultLanguage: 'fr',
 *     linkSecret: process.env.NEWSLETTER_LINK_SECRET,
 *     personKey: process.env.NEWSLETTER_PERSON_KEY,
 *     ledger: { client: 'sqlite', filename: '/var/lib/news/ledger.db' },
 *     assetsDir: '/var/lib/news/assets',
 *     sending: { servers: [{ smtp: 'smtp://name:password@smtp.example.org:587' }] },
 *   },
 * }
 */
export const newsletterSettingsSchema = z.strictObject({
  /** Where readers reach the public pages; links in mails begin with it. */
  publicUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /**
   * What is in no other language is in this one: a new document until somebody chooses, a subscriber without a language,
   * and the desk for a person whose profile and browser ask for none that it speaks.
   */
  defaultLanguage: languageSchema,
  /** Signs unsubscribe links, bounce addresses and preview links. Old mails carry links made with it. */
  linkSecret: secret,
  /** Names whoever unsubscribed or complained where no address is kept. Lost with it: who they are. */
  personKey: secret,
  /** The ledger's database. Never the file of Strapi's own. */
  ledger: ledgerOptionsSchema,
  /** Folder for the pictures of editions that were sent; made when missing. */
  assetsDir: z.string().min(1),
  /** Mail servers, limits, retries, DKIM, the mailbox of bounces, Redis. Without a mail server everything works but sending. */
  sending: sendingSettingsSchema.prefault({}),
  /** What each mail provider's webhook is verified by; those that are not here are closed. */
  webhooks: z.strictObject(webhookKeys).partial().default({}),
  /** What a picture may have, in millions of pixels over all frames; more is refused before it is decoded. */
  mostMegapixels: z.number().int().min(1).max(268).default(50),
  /** What `/metrics` wants to be asked with; null while it is off. */
  metricsToken: secret.nullable().default(null),
  /** Whether Strapi keeps a worker beside itself, or workers are started by hand. */
  worker: z.enum(['embedded', 'none']).default('embedded'),
  /** How much that worker logs. */
  workerLogLevel: logLevelSchema.default('info'),
});

/** The plugin's settings, parsed. */
export type NewsletterSettings = z.output<typeof newsletterSettingsSchema>;

/** The plugin's settings as an application writes them. */
export type NewsletterSettingsInput = z.input<typeof newsletterSettingsSchema>;

/** What a good value looks like; shown when it is missing or bad. */
const advice: Record<keyof NewsletterSettings, string> = {
  publicUrl: 'the address readers reach Strapi at, such as https://news.example.org',
  defaultLanguage: `one of ${languages.join(', ')}`,
  linkSecret: 'random text, 16 characters or more; keep it: old unsubscribe links stop working without it',
  personKey: 'random text, 16 characters or more; keep it: nobody knows who unsubscribed without it',
  ledger: '{ client: "sqlite", filename } or { client: "postgres", url }',
  assetsDir: 'a folder that can be written',
  sending:
    'what sendingSettingsSchema of @nachra/delivery reads, such as { servers: [{ smtp: "smtp://name:password@smtp.example.org:587" }] }',
  webhooks: 'the secrets of mail providers’ webhooks by provider; a secret has 16 characters or more',
  mostMegapixels: 'a number of megapixels, 1 to 268',
  metricsToken: 'random text, 16 characters or more, or null',
  worker: '"embedded" or "none"',
  workerLogLevel: '"error", "warn", "info", "debug" or "silent"',
};

/**
 * Parses what the application wrote.
 *
 * @throws {NewsletterError} code `NEWSLETTER_SETTINGS_INVALID`: a sentence a setting, never with a value
 */
export function parseSettings(config: unknown): NewsletterSettings {
  const result = newsletterSettingsSchema.safeParse(config);
  if (result.success) return Object.freeze(result.data);
  const sentences = result.error.issues.map((issue) => sentenceOf(issue, config));
  throw new NewsletterError(
    'NEWSLETTER_SETTINGS_INVALID',
    `The settings of the plugin newsletter (config/plugins) cannot be used:\n${sentences.map((sentence) => `  ${sentence}`).join('\n')}`,
  );
}

function sentenceOf({ path, code, ...issue }: z.core.$ZodIssue, config: unknown): string {
  const [top] = path;
  const known = Object.entries(advice).find(([name]) => name === top);
  if (known === undefined) {
    const names = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.join(', ') : code;
    return `${names}: there is no such setting.`;
  }
  const place = path.map(String).join('.');
  const given: unknown = path.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? Reflect.get(inside, key) : undefined),
    config,
  );
  const fault = given === undefined ? 'is missing' : 'has a value that cannot be used';
  return `${place} ${fault}. Set ${String(top)} to ${known[1]}.`;
}
