import { z } from 'zod';

/** An account of the admin, as Strapi stores it. */
export const adminUserSchema = z.object({
  id: z.number(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  email: z.string(),
});
type Named = Pick<z.infer<typeof adminUserSchema>, 'firstname' | 'lastname'>;

/** Accounts that can sign in, as a condition of a query. */
export const whoCanSignIn = { isActive: true, blocked: { $not: true } } as const;

/** Accounts that somebody was invited to and has not opened, as a condition of a query. */
export const whoIsInvited = {
  $and: [
    { $or: [{ isActive: false }, { isActive: { $null: true } }] },
    { blocked: { $not: true } },
    { registrationToken: { $notNull: true } },
  ],
};

/** How records and the desk name an account: by its sign-in address where it has no name. Pure. */
export function nameOf(account: Named & { email: string }): string {
  return fullName(account) || account.email;
}

/** How the journal names an account that it is about: no address stands in it. Pure. */
export function nameWithoutAddress(account: Named & { id: number }): string {
  return fullName(account) || `#${account.id}`;
}

function fullName({ firstname, lastname }: Named): string {
  return [firstname, lastname].filter(Boolean).join(' ');
}
