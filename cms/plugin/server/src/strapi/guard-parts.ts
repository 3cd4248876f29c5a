import type { Core } from '@strapi/strapi';
import type { Language } from '@nachra/renderer';
import { Refusal } from '../common/refusal';
import { answerTo, errorBody } from '../common/refused-answer';
import { requestLanguage } from '../common/request-language';
import { hasFewParts, partsIn } from '../content/checks/parts-of-document';
import { beforeRoutes } from './before-routes';

/** The routes of the content manager that a form is sent to. */
const takeForms = new Set([
  ...['create', 'update', 'publish', 'clone', 'autoClone'].map((name) => `collection-types.${name}`),
  ...['createOrUpdate', 'publish'].map((name) => `single-types.${name}`),
]);

/**
 * Refuses forms of more parts than a person composes, before Strapi walks them: its checks make promises for each field of each part, and
 * one request of an author would end the process for lack of memory. Called in `register`.
 */
export function guardParts(strapi: Core.Strapi, defaultLanguage: Language): void {
  const attributesOf = partsIn(strapi);
  beforeRoutes(strapi, 'content-manager', 'parts', takeForms, async (context, next) => {
    const { model } = context.params as { model?: unknown };
    if (typeof model !== 'string' || hasFewParts(model, context.request.body, attributesOf)) {
      await next();
      return;
    }
    const refused = answerTo(
      new Refusal('BODY_TOO_LARGE', { limit: null }),
      requestLanguage(strapi, defaultLanguage),
    );
    if (refused === null) return;
    context.status = refused.status;
    context.body = errorBody(refused);
  });
}
