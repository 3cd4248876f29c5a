import type { NewsletterSettings } from '../common/settings';

/** The whole environment of the worker that Strapi keeps beside itself: it reads its settings there and nowhere else. */
export function workerEnvironment({
  ledger,
  linkSecret,
  smtp,
  delivery,
  workerLogLevel,
}: NewsletterSettings): Record<string, string> {
  const variables = {
    ...delivery,
    LEDGER_FILE: ledger.client === 'sqlite' ? ledger.filename : undefined,
    DATABASE_URL: ledger.client === 'postgres' ? ledger.url : undefined,
    NACHRA_LINK_SECRET: linkSecret,
    SMTP_URL: smtp.url ?? undefined,
    SMTP_ALLOW_INSECURE: smtp.allowInsecure,
    SMTP_CONNECTIONS: smtp.connections,
    LOG_LEVEL: workerLogLevel,
  };
  return Object.fromEntries(
    Object.entries(variables)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}
