import type { Core } from '@strapi/strapi';
import { openApiDocument } from '../../../shared/desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { audienceRoutes } from './audience-routes';
import { campaignRoutes } from './campaign-routes';
import type { Desk } from './desk';
import { erasureRoutes } from './erasure-routes';
import { issueRoutes } from './issue-routes';
import { holdRoutes } from './hold-routes';
import { journalRoutes } from './journal-routes';
import { numberRoutes } from './number-routes';
import { composingRoutes } from './composing-routes';
import { revisionRoutes } from './revision-routes';
import { translationRoutes } from './translation-routes';
import { invitationRoutes } from './invitation-routes';
import { reviewRoutes } from './review-routes';
import { spellingRoutes } from './spelling-routes';
import { suppressionRoutes } from './suppression-routes';

/** Made from the contract alone, and so once in a process. */
let document: ReturnType<typeof openApiDocument> | undefined;

function documentRoutes(): DeskRoute[] {
  const made = (document ??= openApiDocument());
  return [deskRoute('readOpenApi', () => made)];
}

/** Every route of the desk; the contract stands in `shared/desk/routes.ts`. */
export function deskRoutes(strapi: Core.Strapi, desk: Desk): DeskRoute[] {
  return [
    ...documentRoutes(),
    ...issueRoutes(desk),
    ...reviewRoutes(desk),
    ...invitationRoutes(desk),
    ...numberRoutes(desk),
    ...composingRoutes(strapi, desk),
    ...translationRoutes(strapi, desk),
    ...spellingRoutes(strapi, desk),
    ...revisionRoutes(strapi, desk),
    ...campaignRoutes(desk),
    ...audienceRoutes(desk),
    ...suppressionRoutes(desk),
    ...erasureRoutes(desk),
    ...journalRoutes(desk),
    ...holdRoutes(desk),
  ];
}
