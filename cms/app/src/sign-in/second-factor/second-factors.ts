import { openJournal, systemActor, type Actor } from '@nachra/strapi-plugin-newsletter';
import type { Core } from '@strapi/strapi';
import type { Settings } from '../../settings';
import { newRecoveryCodes, readCode, recoveryHash, stepOf } from './factor-codes';
import { openFactorStore } from './factor-store';
import { openRequiredRoles } from './required-roles';
import { sealingUnder, type Sealing } from './sealing';

/** What stands between the right password and a session. */
type Demand = 'code' | 'set-up';
/** `unreadable`: the secret was kept under an `ENCRYPTION_KEY` that is no longer there. */
type Judgement = 'right' | 'wrong' | 'unreadable';

/** An account of the admin, as a second factor is about one. */
interface Account {
  id: number;
  /** As records name people. */
  name: string;
}

/** The second factors of an installation. */
export interface SecondFactors {
  /** Of tickets and secrets. */
  sealing: Sealing;
  /** Whether some role must have one. */
  anyRequired: boolean;
  /** What an account is asked for before it has a session; null for nothing. */
  demandOf(userId: number): Promise<Demand | null>;
  has(userId: number): Promise<boolean>;
  recoveryCodesLeft(userId: number): Promise<number>;
  /** Judges a typed code of either kind and uses it up: of two who bring the same, one is right. */
  judge(account: Account, typed: string): Promise<Judgement>;
  /** Makes a secret the account's second factor, once a code shows that an app has it, and ends every session of the account. @returns its recovery codes, or null where the code is wrong or the account has a factor already */
  setUp(account: Account, secret: string, typed: string): Promise<string[] | null>;
  renewRecoveryCodes(account: Account): Promise<string[]>;
  /**
   * Takes the second factor of an account away, and ends its sessions.
   *
   * @param by null for the terminal
   * @returns whether there was one
   */
  remove(account: Account, by: Account | null): Promise<boolean>;
}

const opened = new WeakMap<Core.Strapi, SecondFactors>();

/** The second factors that were opened for an application; null until then. */
export function secondFactorsOf(strapi: Core.Strapi): SecondFactors | null {
  return opened.get(strapi) ?? null;
}

/**
 * Opens the second factors in the database of the content. Called in `bootstrap`.
 *
 * @throws {CmsError} code `ROLE_UNKNOWN`
 */
export async function openSecondFactors(
  strapi: Core.Strapi,
  { secrets, secondFactorRoles }: Pick<Settings, 'secrets' | 'secondFactorRoles'>,
): Promise<void> {
  const required = await openRequiredRoles(strapi, secondFactorRoles);
  const sealing = sealingUnder(secrets.encryptionKey);
  const store = await openFactorStore(strapi);
  const journal = openJournal(strapi, () => new Date());
  const about = (userId: number) => `secret/${userId}`;
  const record = (name: Parameters<typeof journal.record>[0]['name'], whom: Account, by: Account | null) =>
    journal.record({ name, by: actorOf(by), data: { id: String(whom.id), who: whom.name } });
  const endSessions = (userId: number) =>
    strapi.sessionManager('admin').invalidateRefreshToken(String(userId));
  // What is decided stands and falls with its record.
  const together = <Result>(work: () => Promise<Result>) => strapi.db.transaction(work) as Promise<Result>;

  opened.set(strapi, {
    sealing,
    anyRequired: secondFactorRoles.length > 0,
    async demandOf(userId) {
      if ((await store.find(userId)) !== null) return 'code';
      return (await required.isAskedOf(userId)) ? 'set-up' : null;
    },
    has: async (userId) => (await store.find(userId)) !== null,
    recoveryCodesLeft: (userId) => store.countRecovery(userId),
    async judge(account, typed) {
      const code = readCode(typed);
      const factor = await store.find(account.id);
      if (code === null || factor === null) return 'wrong';
      if (code.kind === 'recovery')
        return together(async () => {
          const isRight = await store.useRecovery(account.id, recoveryHash(account.id, code.digits));
          if (isRight) await record('user.recovery-code-used', account, account);
          return isRight ? 'right' : 'wrong';
        });
      const secret = sealing.open(factor.secret, about(account.id));
      if (secret === null) return 'unreadable';
      const step = stepOf(secret, code.digits, new Date());
      return step !== null && (await store.useStep(account.id, step)) ? 'right' : 'wrong';
    },
    async setUp(account, secret, typed) {
      const code = readCode(typed);
      const step = code?.kind === 'app' ? stepOf(secret, code.digits, new Date()) : null;
      if (step === null) return null;
      const codes = newRecoveryCodes();
      const hashes = codes.map((each) => recoveryHash(account.id, each));
      const isMade = await together(async () => {
        const added = await store.add(account.id, sealing.seal(secret, about(account.id)), step, hashes);
        if (added) await record('user.second-factor-added', account, account);
        return added;
      });
      if (!isMade) return null;
      await endSessions(account.id);
      return codes;
    },
    async renewRecoveryCodes(account) {
      const codes = newRecoveryCodes();
      await together(async () => {
        await store.replaceRecovery(
          account.id,
          codes.map((code) => recoveryHash(account.id, code)),
        );
        await record('user.recovery-codes-made', account, account);
      });
      return codes;
    },
    async remove(account, by) {
      const isGone = await together(async () => {
        const gone = await store.remove(account.id);
        if (gone) await record('user.second-factor-removed', account, by);
        return gone;
      });
      if (isGone) await endSessions(account.id);
      return isGone;
    },
  });
  // Nobody inherits it: what is left would be of an account that no longer exists.
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    async afterDelete({ result }: { result?: unknown }) {
      const { id } = (result ?? {}) as { id?: unknown };
      if (typeof id === 'number') await store.remove(id);
    },
  });
}

function actorOf(account: Account | null): Actor {
  return account === null ? systemActor : { id: String(account.id), name: account.name };
}
