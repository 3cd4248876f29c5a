import type { Language } from '@nachra/renderer';
import type { Context } from 'koa';
import { permissionOf, type DeskAction } from '../../../shared/lists';
import type { Ability } from './abilities';
import { adminUserSchema, nameOf } from './accounts';
import { languageOf } from './request-language';
import { fieldLabel } from './words/contract-fields';
import type { DeskLanguage } from './words/words-of';

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
  /** As Strapi puts it into a request's state: for whoever asks about one document, which a role may allow and another one not. */
  ability: unknown;
}

/** What fields of a document are told to a person by: in her language, and no others than she may read. */
export type FieldReader = Pick<Person, 'language' | 'mayRead'>;

/** What fields are called for somebody who may read them; the others are left out. Pure. */
export function readableFields(
  uid: string,
  fields: readonly string[],
  { language, mayRead }: FieldReader,
): string[] {
  return fields.filter((field) => mayRead(uid, field)).map((field) => fieldLabel(uid, field, language));
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
    language: languageOf(context, defaultLanguage),
    may: (action) => ability.can(permissionOf(action)),
    mayEdit: (uid, field) => ability.can('plugin::content-manager.explorer.update', uid, field),
    mayCreate: (uid) => ability.can('plugin::content-manager.explorer.create', uid),
    mayRead: (uid, field) => ability.can('plugin::content-manager.explorer.read', uid, field),
    ability,
  };
}
