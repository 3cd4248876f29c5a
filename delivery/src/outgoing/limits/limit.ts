/** So many messages in so much time. */
export interface Limit {
  messages: number;
  seconds: number;
}

const units: Record<string, number> = { second: 1, minute: 60, hour: 3_600, day: 86_400 };

/** How a limit is written, for whoever reads one. */
export const limitPattern = /^\s*(\d{1,9})\s*\/\s*(second|minute|hour|day)\s*$/;

/** Reads `600/minute`. Pure. @returns null when it is no limit, or one of nothing */
export function readLimit(text: string): Limit | null {
  const [, messages, unit = ''] = limitPattern.exec(text) ?? [];
  const seconds = units[unit];
  if (messages === undefined || seconds === undefined || Number(messages) === 0) return null;
  return { messages: Number(messages), seconds };
}
