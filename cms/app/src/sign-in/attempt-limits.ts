import { createHmac } from 'node:crypto';
import { networkOf } from '@nachra/strapi-plugin-newsletter';
import type { Core } from '@strapi/strapi';
import {
  RateLimiterPostgres,
  RateLimiterRes,
  RateLimiterSQLite,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';

/** What somebody tries: to sign in, a code of the second factor, to have a new password sent, or a token that stands for a right. */
export type AttemptKind = 'sign-in' | 'second-factor' | 'forgotten' | 'token';

/** One attempt, and whom it is counted against. */
export interface Attempt {
  kind: AttemptKind;
  /** The account that it is about, as typed; null where none is named. */
  account: string | null;
  /** IP address of the client. */
  address: string;
}

/** Counts attempts for every process that shares the database. */
export interface AttemptLimits {
  /**
   * Counts an attempt before it is judged, so that any number at the same moment are counted as well.
   *
   * @returns seconds to wait, or 0 when it may be judged
   */
  take(attempt: Attempt): Promise<number>;
  /** Says that an attempt was right: only wrong ones count. */
  giveBack(attempt: Attempt): Promise<void>;
}

/** Where attempts are counted, beside the tables of Strapi, which leaves alone what it has not made. */
export const attemptsTable = 'nachra_attempts';

type By = 'network' | 'both' | 'account';
interface Allowance {
  points: number;
  /** In seconds. */
  duration: number;
}

const minutes = 60;
/**
 * In the order in which they are asked. One network alone is stopped long before an account is, so nobody can lock somebody else
 * out from one place.
 */
const allowances: Record<AttemptKind, Partial<Record<By, Allowance>>> = {
  'sign-in': {
    network: { points: 50, duration: 15 * minutes },
    both: { points: 5, duration: 5 * minutes },
    account: { points: 50, duration: 15 * minutes },
  },
  // Who gets here knows the password, so nobody is locked out by strangers: 240 guesses a day at most, among a million codes.
  'second-factor': {
    network: { points: 50, duration: 15 * minutes },
    both: { points: 5, duration: 5 * minutes },
    account: { points: 10, duration: 60 * minutes },
  },
  forgotten: {
    network: { points: 20, duration: 15 * minutes },
    account: { points: 3, duration: 15 * minutes },
  },
  token: { network: { points: 20, duration: 15 * minutes } },
};

/** Rows of what is long over are swept once in so many attempts, since anybody can make new ones. */
const sweepEvery = 500;

/**
 * Opens the limits in the database of the content. Neither addresses nor accounts stand there, only their HMAC.
 *
 * @param secret never changes while attempts are counted
 */
export async function openAttemptLimits(strapi: Core.Strapi, secret: string): Promise<AttemptLimits> {
  const open = await openTable(strapi);
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = (kind: AttemptKind, by: By, { points, duration }: Allowance): RateLimiterAbstract => {
    const name = `${kind}/${by}`;
    const known = limiters.get(name) ?? open({ keyPrefix: name, points, duration });
    limiters.set(name, known);
    return known;
  };
  const keysOf = ({ kind, account, address }: Attempt) => {
    const names: Record<By, string | null> = {
      network: networkOf(address),
      both: account === null ? null : `${account.toLowerCase()}\n${networkOf(address)}`,
      account: account?.toLowerCase() ?? null,
    };
    return Object.entries(allowances[kind]).flatMap(([by, allowance]) => {
      const name = names[by as By];
      if (name === null) return [];
      const key = createHmac('sha256', secret).update(`nachra-attempt\n${name}`).digest('base64url');
      return [{ by: by as By, key, limiter: limiterOf(kind, by as By, allowance) }];
    });
  };

  let taken = 0;
  return {
    async take(attempt) {
      taken += 1;
      if (taken % sweepEvery === 0) await sweep(strapi);
      for (const { key, limiter } of keysOf(attempt)) {
        const wait = await secondsToWait(limiter, key);
        if (wait > 0) return wait;
      }
      return 0;
    },
    async giveBack(attempt) {
      for (const { by, key, limiter } of keysOf(attempt)) {
        if (by === 'both') await limiter.delete(key);
        else await limiter.reward(key, 1);
      }
    },
  };
}

async function secondsToWait(limiter: RateLimiterAbstract, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}

type Opening = { keyPrefix: string; points: number; duration: number };

/** Makes the table; two processes that do it at the same moment on PostgreSQL may meet, and the second finds it there. */
async function openTable(strapi: Core.Strapi): Promise<(opening: Opening) => RateLimiterAbstract> {
  const shared = {
    storeClient: strapi.db.connection,
    storeType: 'knex',
    tableName: attemptsTable,
    clearExpiredByTimeout: false,
  };
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const make = (opening: Opening, tableCreated: boolean, ready?: (error?: Error) => void) => {
    const options = { ...shared, ...opening, tableCreated };
    return isPostgres
      ? new RateLimiterPostgres({ ...options, schemaName: 'public' }, ready)
      : new RateLimiterSQLite({ ...options, storeType: 'knex' }, ready);
  };
  const create = () =>
    new Promise<void>((resolve, reject) => {
      make({ keyPrefix: 'none', points: 1, duration: 1 }, false, (error) =>
        error ? reject(error) : resolve(),
      );
    });
  await create().catch(create);
  await sweep(strapi);
  return (opening) => make(opening, true);
}

async function sweep(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection(attemptsTable).where('expire', '<', Date.now()).delete();
}
