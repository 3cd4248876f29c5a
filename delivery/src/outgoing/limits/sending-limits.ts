/** So many messages in so much time. */
export interface Limit {
  messages: number;
  seconds: number;
}

const units: Record<string, number> = { second: 1, minute: 60, hour: 3_600, day: 86_400 };

/** How a limit is written, for whoever reads one. */
export const limitPattern = /^\s*(\d{1,9})\s*\/\s*(second|minute|hour|day)\s*$/;

/** Reads `600/minute`. Pure. @returns null when it is not a limit, or is a limit of zero */
export function readLimit(text: string): Limit | null {
  const [, messages, unit = ''] = limitPattern.exec(text) ?? [];
  const seconds = units[unit];
  if (messages === undefined || seconds === undefined || Number(messages) === 0) return null;
  return { messages: Number(messages), seconds };
}

/** How fast an installation may send, besides what its mail servers are limited to. */
export interface SendingLimits {
  /** Messages of one sender domain; null for no limit. */
  sender: Limit | null;
  /** Messages to one recipient domain, by its name; `*` stands for every domain that is not named. */
  domains: ReadonlyMap<string, Limit>;
}

/** No limits except those learned from servers' answers. */
export const noLimits: SendingLimits = { sender: null, domains: new Map() };

/** The limit for a recipient domain. Pure. */
export function limitOfDomain({ domains }: SendingLimits, domain: string): Limit | null {
  return domains.get(domain) ?? domains.get('*') ?? null;
}
