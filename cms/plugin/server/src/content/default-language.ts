import { languages, type Language } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { uids } from '../../../shared/uids';

interface Attribute {
  enum?: readonly string[];
}

interface ContentTypeRegistry {
  extend(uid: string, change: (type: { attributes: Record<string, Attribute> }) => void): void;
}

/** Attributes of a schema, each choice of a language with the installation's as its default. Pure. */
export function withDefaultLanguage<One extends Attribute>(
  attributes: Readonly<Record<string, One>>,
  language: Language,
): Record<string, One & { default?: unknown }> {
  const isChoiceOfLanguage = ({ enum: choices }: Attribute) =>
    choices?.length === languages.length && languages.every((one) => choices.includes(one));
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      isChoiceOfLanguage(attribute) ? { ...attribute, default: language } : attribute,
    ]),
  );
}

/**
 * Gives the content types their default language, which the schemas cannot name: it is a setting, and Strapi takes the
 * schemas before it reads the settings. Must run in `register`: the models are built right after it.
 */
export function setDefaultLanguage(strapi: Core.Strapi, language: Language): void {
  const registry = strapi.get<ContentTypeRegistry>('content-types');
  for (const uid of Object.values(uids)) {
    registry.extend(uid, (type) => {
      type.attributes = withDefaultLanguage(type.attributes, language);
    });
  }
}
