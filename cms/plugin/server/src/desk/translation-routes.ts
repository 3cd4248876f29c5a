import { textDifferences } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import { uids } from '../../../shared/uids';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { sideBySide } from '../translations/side-by-side';
import { toTranslate } from '../translations/to-translate';
import { openTranslations } from '../translations/translations';

/** Articles and their translations, for whoever may edit articles. */
export function translationRoutes(
  strapi: Core.Strapi,
  { history, transaction, repeatable, issues }: Desk,
): DeskRoute[] {
  const translations = openTranslations(strapi, { history, transaction });
  const assertEditor = (person: Person, isNew = false): void => {
    if (!person.mayEdit(uids.article) || (isNew && !person.mayCreate(uids.article)))
      throw new Refusal('DOCUMENT_FORBIDDEN', {});
  };
  const assertReader = (person: Person): void => {
    if (!person.mayRead(uids.article, 'title')) throw new Refusal('DOCUMENT_FORBIDDEN', {});
  };
  return [
    deskRoute('readTranslations', ({ parameters: { documentId } }, person) => {
      assertReader(person);
      return translations.of(documentId);
    }),
    deskRoute('readSideBySide', async ({ parameters: { documentId } }, person) => {
      assertReader(person);
      return {
        ...(await sideBySide({ strapi, history }, documentId)),
        translations: await translations.of(documentId),
        mayEdit: person.mayEdit(uids.article),
      };
    }),
    deskRoute('compareTexts', ({ body: { from, to, texts } }) =>
      texts.flatMap(({ key, original, translation }) =>
        textDifferences({ ...original, language: from }, { ...translation, language: to }).map((one) => ({
          key,
          ...one,
        })),
      ),
    ),
    deskRoute('listToTranslate', ({ parameters: { documentId } }, person) => {
      assertReader(person);
      return toTranslate({ strapi, issues, history }, documentId);
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
