import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Names this process as the holder of a lease: `<host>/<pid>/<random>`. */
function thisOwner(): string {
  return `${hostname().slice(0, 80)}/${process.pid}/${randomBytes(6).toString('hex')}`;
}

/**
 * Whether the holder of a lease certainly no longer runs: a process on this machine that has ended. Nothing is known about
 * processes on other machines, so their leases must run out.
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

/** One name for the whole life of the process, so that a reused pid is not mistaken for its former holder. */
export const self = thisOwner();
