import { createRequire } from 'node:module';
import { RateLimiterRes, type RateLimiterStoreAbstract } from 'rate-limiter-flexible';
import type { Ledger } from '../../ledger';

/** The library's base for stores, which it exports by path alone. */
const StoreBase = createRequire(__filename)(
  'rate-limiter-flexible/lib/RateLimiterStoreAbstract',
) as typeof RateLimiterStoreAbstract;

/** What a store of the library hands back of a key. */
interface Stored {
  points: number;
  expire: number;
}

/**
 * `rate-limiter-flexible` on the ledger: what was sent in the running window of a key, kept where the deliveries are, so
 * that a restart forgets nothing and all workers of a database share it. The library's own stores for SQL want the
 * driver's connection; the ledger hands none out.
 *
 * A window that ends later than one can is of a clock that was set back: it counts as over.
 */
export class LedgerLimiter extends StoreBase {
  readonly #ledger: Ledger;

  constructor(ledger: Ledger, options: { keyPrefix: string; points: number; duration: number }) {
    super({ ...options, storeClient: ledger });
    this.#ledger = ledger;
  }

  async _upsert(key: string, points: number, windowMs: number): Promise<Stored> {
    const now = Date.now();
    const end = now + windowMs;
    if (points < 0) {
      const [left] = await this.#ledger.rows<Stored>(
        'UPDATE rate SET points = points + ? WHERE name = ? AND expire > ? AND expire <= ? RETURNING points, expire',
        [points, key, now, end],
      );
      // What is given back of a window that is over is nothing.
      return left ? { points: Number(left.points), expire: Number(left.expire) } : { points: 0, expire: end };
    }
    const running = 'rate.expire > ? AND rate.expire <= ?';
    const [row] = await this.#ledger.rows<Stored>(
      `INSERT INTO rate (name, points, expire) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET
         points = CASE WHEN ${running} THEN rate.points + excluded.points ELSE excluded.points END,
         expire = CASE WHEN ${running} THEN rate.expire ELSE excluded.expire END
       RETURNING points, expire`,
      [key, points, end, now, end, now, end],
    );
    return { points: Number(row?.points ?? points), expire: Number(row?.expire ?? end) };
  }

  async _get(key: string): Promise<Stored | null> {
    const [row] = await this.#ledger.rows<Stored>(
      'SELECT points, expire FROM rate WHERE name = ? AND expire > ?',
      [key, Date.now()],
    );
    return row ? { points: Number(row.points), expire: Number(row.expire) } : null;
  }

  async _delete(key: string): Promise<boolean> {
    return (await this.#ledger.run('DELETE FROM rate WHERE name = ?', [key])) > 0;
  }

  _getRateLimiterRes(_key: string, _changed: number, { points, expire }: Stored): RateLimiterRes {
    return new RateLimiterRes(
      Math.max(this.points - points, 0),
      Math.max(expire - Date.now(), 0),
      points,
      false,
    );
  }
}
