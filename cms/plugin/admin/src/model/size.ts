import { mostHtmlBytes } from '../../../shared/lists';
import type { Text, Tone } from './text';

const CLOSE_TO_LIMIT = 0.85;

interface SizeMeter {
  /** Size in KiB, one decimal. */
  kib: number;
  /** Part of the limit that is used, 0 to 1. */
  part: number;
  tone: Extract<Tone, 'success' | 'warning' | 'danger'>;
  text: Text;
}

export function sizeMeter(bytes: number): SizeMeter {
  const part = bytes / mostHtmlBytes;
  const level = part > 1 ? 'over' : part > CLOSE_TO_LIMIT ? 'close' : 'fine';
  return {
    kib: Math.round(bytes / 102.4) / 10,
    part: Math.min(part, 1),
    tone: ({ fine: 'success', close: 'warning', over: 'danger' } as const)[level],
    text: { key: `size.${level}` },
  };
}

/** The first characters of a content hash: enough to tell two editions apart by eye. */
export function shortHash(hash: string): string {
  return hash.replace(/^[a-z0-9]+[:-](?=[0-9a-f]{16})/i, '').slice(0, 8);
}
