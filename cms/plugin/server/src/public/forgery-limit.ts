import { networkOf } from '../common/network-of';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Rate-limits requests with forged links. */
interface ForgeryLimit {
  /** @returns seconds to wait, or 0 when the attempt may be answered */
  strike(address: string): Promise<number>;
}

/**
 * Counts forged links by the network they came from. Only forged ones: mail providers post everybody's
 * unsubscribes from a few addresses of their own, and an unsubscribe that is turned away is a complaint. A real link
 * needs no limit: it costs one statement, and a second press changes nothing.
 *
 * @param points attempts a minute from one address
 */
export function forgeryLimit(points = 30): ForgeryLimit {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return {
    async strike(address) {
      try {
        await limiter.consume(networkOf(address));
        return 0;
      } catch (error) {
        if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
        throw error;
      }
    },
  };
}
