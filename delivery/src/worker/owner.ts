import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Names this process as the holder of a lease: `<host>/<pid>/<random>`. */
function thisOwner(): string {
  return `${hostname().slice(0, 80)}/${process.pid}/${randomBytes(6).toString('hex')}`;
}

/**
 * Whether the holder of a lease surely no longer runs: a process of this machine that is not there any more. Of another
 * machine nothing is known, and its lease must run out.
 */
export function isGone(owner: string): boolean {
  const [host, pid] = owner.split('/');
  if (host !== hostname().slice(0, 80) || pid === undefined) return false;
  if (Number(pid) === process.pid) return owner !== self;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** One name for the whole life of the process, so that a pid that came round again is not taken for its former holder. */
export const self = thisOwner();
