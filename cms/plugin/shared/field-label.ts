import type { Language } from './desk';

/** The same said in each language of the desk. */
export type Told = Readonly<Record<Language, string>>;

/**
 * How a field is named and explained to the person who fills it. Strapi stores one name for all languages, which is the French
 * one; the admin translates it by the catalogue that `namesOfForms` makes, and sentences about the field use the same.
 */
export interface FieldLabel extends Told {
  /** What is explained below it. */
  hint?: Told;
}
