import {
  fillPath,
  publicPaths,
  workerDescriptions,
  type DeliverySettingGroup,
  type SettingDescription,
} from '@nachra/delivery';
import { languages } from '@nachra/renderer';

/** Where an application of one's own reports. */
const genericWebhook = fillPath(publicPaths.webhook, { provider: 'generic' });

/** A heading of the settings' reference; the introduction is Markdown as it stands in `docs/configuration.md`. */
export interface SettingGroup {
  name: DeliverySettingGroup | 'Where it is reached' | 'Language';
  introduction?: string;
}

/** In the order of the reference. */
export const settingGroups: readonly SettingGroup[] = [
  {
    name: 'Secrets',
    introduction:
      '16 characters or more each. `npm start` requires the first six. `npm run dev` and `npm run seed` write missing ones to `.env`, at random.',
  },
  { name: 'Where it is reached' },
  { name: 'Language' },
  { name: 'Data' },
  { name: 'Mail servers', introduction: 'More in [mail-servers.md](mail-servers.md).' },
  {
    name: 'Signing with DKIM',
    introduction:
      'All or none of the domain, the selector and one of the two keys. More in [deliverability.md](deliverability.md).',
  },
  { name: 'What comes back', introduction: 'More in [bounces.md](bounces.md).' },
  { name: 'Processes' },
];

/** What people are told about a variable of this installation. */
export type DescribedSetting = SettingDescription<SettingGroup['name']>;

const randomText = 'random text, 16 characters or more (npm run dev writes one to .env)';

/** What people are told about each variable. Those that a worker reads too are described by delivery, once for both. */
export const settingDescriptions = {
  ...workerDescriptions,
  NODE_ENV: {
    group: 'Processes',
    advice: 'production, development or test',
    meaning:
      '`production` (`npm start`), `development` (`npm run dev`, `npm run seed`) or `test`; leave it unset',
    unset: 'by command',
  },
  HOST: {
    group: 'Where it is reached',
    meaning: 'the address to listen on, such as `127.0.0.1` or `0.0.0.0`',
  },
  PORT: { group: 'Where it is reached', meaning: 'a free port to listen on, 1 to 65535' },
  PUBLIC_URL: {
    group: 'Where it is reached',
    advice: 'the address readers reach the CMS at, such as https://news.example.org',
    meaning:
      "where readers reach the CMS, such as `https://news.example.org`; every link in a mail begins with it. `https://` also makes the admin's cookie secure",
    unset: '`http://localhost:<PORT>`',
  },
  TRUST_PROXY: {
    group: 'Where it is reached',
    advice:
      'the number of proxies before Nachra, such as 1, or their networks, such as 10.0.0.0/8,::1; “true” is not taken, since it would believe an address that a client invents',
    meaning:
      'which reverse proxies before Nachra are believed when they say who asks: how many there are, such as `1`, or their networks, such as `10.0.0.0/8,::1`. With a number, nothing but the proxy may reach `PORT`',
    unset: 'nobody is believed',
  },
  NACHRA_DEFAULT_LANGUAGE: {
    group: 'Language',
    advice: oneOf(languages),
    meaning: `${oneOf(languages.map((language) => `\`${language}\``))}: the language of a new document until somebody chooses another, of a subscriber who has none, and of the desk for a person whose profile and browser ask for none that it speaks`,
  },
  DATABASE_FILE: {
    group: 'Data',
    advice: 'the file of the CMS’s database, such as ./data/nachra.db',
    meaning: 'SQLite file of the CMS',
    unset: '`<NACHRA_DATA_DIR>/nachra.db`',
  },
  APP_KEYS: {
    group: 'Secrets',
    advice: randomText,
    meaning: "keys that sign Strapi's sessions; several may be separated by commas",
    secret: true,
  },
  API_TOKEN_SALT: {
    group: 'Secrets',
    advice: randomText,
    meaning: "salt of Strapi's API tokens",
    secret: true,
  },
  ADMIN_JWT_SECRET: {
    group: 'Secrets',
    advice: randomText,
    meaning: "signs the admin's sign-in tokens",
    secret: true,
  },
  TRANSFER_TOKEN_SALT: {
    group: 'Secrets',
    advice: randomText,
    meaning: "salt of Strapi's transfer tokens",
    secret: true,
  },
  ENCRYPTION_KEY: {
    group: 'Secrets',
    advice: randomText,
    meaning:
      'encrypts what Strapi stores encrypted, and the secrets of [second factors](security.md#a-second-factor): where it changes, those who have one sign in by a recovery code',
    secret: true,
  },
  WEBHOOK_SES_TOPIC_ARN: {
    group: 'What comes back',
    advice:
      'the ARN of the SNS topic that Amazon SES reports to, such as arn:aws:sns:eu-west-3:123456789012:bounces',
    meaning:
      'the ARN of the SNS topic that Amazon SES reports to, such as `arn:aws:sns:eu-west-3:123456789012:bounces`; several are separated by commas',
    unset: 'none (closed)',
  },
  WEBHOOK_BREVO_SECRET: {
    group: 'What comes back',
    meaning: "the token that Brevo's webhook sends, or its `name:password`; 16 characters or more",
    unset: 'none (closed)',
    secret: true,
  },
  WEBHOOK_MAILGUN_SECRET: {
    group: 'What comes back',
    meaning: "Mailgun's HTTP webhook signing key; 16 characters or more",
    unset: 'none (closed)',
    secret: true,
  },
  WEBHOOK_POSTMARK_SECRET: {
    group: 'What comes back',
    meaning: "the `name:password` in the address of Postmark's webhook; 16 characters or more",
    unset: 'none (closed)',
    secret: true,
  },
  WEBHOOK_SENDGRID_PUBLIC_KEY: {
    group: 'What comes back',
    meaning: 'the verification key that SendGrid shows for its signed event webhook',
    unset: 'none (closed)',
  },
  WEBHOOK_GENERIC_SECRET: {
    group: 'What comes back',
    advice: `the random text that signs requests to ${genericWebhook}, 16 characters or more`,
    meaning: `signs requests to \`${genericWebhook}\`; 16 characters or more`,
    unset: 'none (closed)',
    secret: true,
  },
  NACHRA_PICTURE_MEGAPIXELS: {
    group: 'Data',
    advice: 'how many millions of pixels a picture may have, 1 to 268, such as 50',
    meaning:
      'how many millions of pixels a picture may have, 1 to 268, over all its frames; a larger one is refused before it is decoded, since memory and time follow the pixels and not the bytes',
  },
  NACHRA_METRICS_TOKEN: {
    group: 'Processes',
    meaning: `bearer token of \`GET ${publicPaths.metrics}\`; 16 characters or more`,
    unset: 'none (off)',
    secret: true,
  },
  NACHRA_WORKER: {
    group: 'Processes',
    advice: 'embedded (the CMS starts a worker) or none (workers are started by hand)',
    meaning:
      '`embedded`: the CMS starts a worker, when a mail server is set; `none`: workers are started by hand',
  },
  NACHRA_SIGN_IN_LIMIT: {
    group: 'Processes',
    advice: 'true (wrong sign-ins are limited) or false (only for tests)',
    meaning:
      '`true` limits wrong sign-ins to the admin by account and network, for all processes together; `false` is for tests',
  },
  NACHRA_SECOND_FACTOR_ROLES: {
    group: 'Processes',
    advice: 'codes or names of roles, separated by commas, such as strapi-super-admin,nachra-publisher',
    meaning:
      'the roles whose people must have a [second factor](security.md#a-second-factor), by code or name, separated by commas, such as `strapi-super-admin,nachra-publisher`; a role that does not exist keeps Nachra from starting',
    unset: 'none; whoever wants one may have it',
  },
} satisfies Record<string, DescribedSetting>;

/** `fr, ar or en`. */
function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
