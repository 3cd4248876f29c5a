import { languages, type Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { whoIsInvited } from '../common/accounts';
import type { StoredNotice } from './notice';
import type { Addressee } from './post-notices';

const accountSchema = z.object({
  email: z.string(),
  preferedLanguage: z.enum(languages).nullish().catch(null),
  registrationToken: z.string().nullish(),
});

/** What decides whether somebody may be told something. */
interface AddresseeDependencies {
  /** Whether the account can sign in, and its roles let it read an issue. */
  maySee: (userId: number, issue: string) => Promise<boolean>;
  /** Of somebody who chose none. */
  defaultLanguage: Language;
}

/**
 * Finds whom a notice goes to, as the account is now. Somebody who was invited has no right yet, and is told as long as the
 * invitation stands.
 */
export function openAddressees(
  { db }: Pick<Core.Strapi, 'db'>,
  { maySee, defaultLanguage }: AddresseeDependencies,
): (notice: Pick<StoredNotice, 'kind' | 'userId' | 'facts'>) => Promise<Addressee | null> {
  return async ({ kind, userId, facts }) => {
    const row: unknown = await db.query('admin::user').findOne({
      where: kind === 'invited' ? { $and: [whoIsInvited, { id: userId }] } : { id: userId },
      select: ['email', 'preferedLanguage', 'registrationToken'],
    });
    if (!row) return null;
    const { email, preferedLanguage, registrationToken } = accountSchema.parse(row);
    const issue = facts?.issue ?? null;
    const may = kind === 'invited' || (issue !== null && (await maySee(userId, issue)));
    if (!may) return null;
    return {
      address: email,
      language: preferedLanguage ?? defaultLanguage,
      registrationToken: registrationToken ?? null,
    };
  };
}
