import type { Core } from '@strapi/strapi';
import { uids } from '../../../shared/uids';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { openTranslations } from '../translations/translations';

/** Articles and their translations, for whoever may edit articles. */
export function translationRoutes(
  strapi: Core.Strapi,
  { history, transaction, repeatable }: Desk,
): DeskRoute[] {
  const translations = openTranslations(strapi, { history, transaction });
  const assertEditor = (person: Person, isNew = false): void => {
    if (!person.mayEdit(uids.article) || (isNew && !person.mayCreate(uids.article)))
      throw new Refusal('DOCUMENT_FORBIDDEN', {});
  };
  return [
    deskRoute('readTranslations', ({ parameters: { documentId } }, person) => {
      if (!person.mayRead(uids.article, 'title')) throw new Refusal('DOCUMENT_FORBIDDEN', {});
      return translations.of(documentId);
    }),
    deskRoute('beginTranslation', async ({ parameters: { documentId }, body: { language } }, person) => {
      assertEditor(person, true);
      return { documentId: await repeatable(() => translations.begin(documentId, language)) };
    }),
    deskRoute('linkTranslation', ({ parameters: { documentId }, body: { original } }, person) => {
      assertEditor(person);
      return repeatable(() =>
        original === null ? translations.unlink(documentId) : translations.link(documentId, original),
      );
    }),
    deskRoute('settleTranslation', ({ parameters: { documentId }, body: { revision } }, person) => {
      assertEditor(person);
      return translations.settle(documentId, revision);
    }),
  ];
}
