import type { Language } from '@nachra/renderer';
import type { Context } from 'koa';
import { z } from 'zod';
import { permissionOf, type DeskAction } from '../../../shared/lists';
import { deskLanguage, type DeskLanguage } from './words/words-of';

/** Whoever is signed in to the admin and asks for something. */
export interface Person {
  id: number;
  /** As records and the desk show it: first and last name, or the sign-in address where there is none. */
  name: string;
  language: DeskLanguage;
  may(action: DeskAction): boolean;
  /** Whether she may save a document of that content type, or that field of it: `wordings.words`. */
  mayEdit(uid: string, field?: string): boolean;
  mayCreate(uid: string): boolean;
  mayRead: (uid: string, field: string) => boolean;
}

/** An account of the admin, as Strapi stores it. */
export const adminUserSchema = z.object({
  id: z.number(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
  email: z.string(),
  preferedLanguage: z.string().nullish(),
});

interface Ability {
  can(action: string, subject?: string, field?: string): boolean;
}

/**
 * Reads the person that Strapi's admin authentication has put into the request.
 *
 * @param defaultLanguage the installation's, for a person who asks for no other
 */
export function personOf(context: Pick<Context, 'state' | 'get'>, defaultLanguage: Language): Person {
  const user = adminUserSchema.parse(context.state.user);
  const ability = context.state.userAbility as Ability;
  return {
    id: user.id,
    name: nameOf(user),
    language: deskLanguage(user.preferedLanguage, context.get('accept-language'), defaultLanguage),
    may: (action) => ability.can(permissionOf(action)),
    mayEdit: (uid, field) => ability.can('plugin::content-manager.explorer.update', uid, field),
    mayCreate: (uid) => ability.can('plugin::content-manager.explorer.create', uid),
    mayRead: (uid, field) => ability.can('plugin::content-manager.explorer.read', uid, field),
  };
}

/** How records and the desk name an account. Pure. */
export function nameOf({ firstname, lastname, email }: z.infer<typeof adminUserSchema>): string {
  return [firstname, lastname].filter(Boolean).join(' ') || email;
}
