import { z } from 'zod';
import { configError, type DeliveryError } from '../../errors';
import { adviceOf, type SettingDescription } from '../../setting-description';
import { limitPattern, readLimit, type SendingLimits } from './sending-limits';

const limit = z.string().regex(limitPattern);

/** The variables, for whoever reads an environment. All may be missing. */
export const limitVariables = {
  SMTP_LIMIT: limit.optional(),
  SENDER_LIMIT: limit.optional(),
  DOMAIN_LIMITS: z.string().min(1).optional(),
};

/** What people are told about each. */
export const limitDescriptions: Record<keyof typeof limitVariables, SettingDescription> = {
  SMTP_LIMIT: {
    group: 'Mail servers',
    meaning:
      'how much may be sent through the server of `SMTP_URL`, such as `600/minute` (`second`, `minute`, `hour` or `day`)',
  },
  SENDER_LIMIT: {
    group: 'Mail servers',
    meaning: 'how much one sender domain may send, such as `20000/day`',
  },
  DOMAIN_LIMITS: {
    group: 'Mail servers',
    meaning:
      'how much one recipient domain may be sent, such as `gmail.com=20/second, *=300/minute`; `*` is every other domain',
  },
};

type LimitVariables = { [Name in keyof typeof limitVariables]?: string | undefined };

/** Puts the limits together. @throws {DeliveryError} naming the variable */
export function sendingLimits(env: LimitVariables): SendingLimits {
  const sender = env.SENDER_LIMIT === undefined ? null : readLimit(env.SENDER_LIMIT);
  if (env.SENDER_LIMIT !== undefined && sender === null) throw unusable('SENDER_LIMIT');
  const domains = (env.DOMAIN_LIMITS ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map((entry) => {
      const [domain = '', text = ''] = entry.split('=');
      const one = readLimit(text);
      if (one === null || !/^(?:\*|[a-z0-9.-]+)$/i.test(domain.trim())) throw unusable('DOMAIN_LIMITS');
      return [domain.trim().toLowerCase(), one] as const;
    });
  return { sender, domains: Object.fromEntries(domains) };
}

function unusable(name: keyof typeof limitVariables): DeliveryError {
  return configError(
    name,
    'unusable',
    `${name} has a value that cannot be used. Set it to ${adviceOf(limitDescriptions[name])}.`,
  );
}
