import type { Core } from '@strapi/strapi';
import type { RevisedType } from '../../../shared/desk';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { uids } from '../../../shared/uids';
import { compareVersions } from '../content/revisions/compare-versions';
import { listVersions } from '../content/revisions/versions';
import { openPresence } from '../content/revisions/presence';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { endingsOf } from './endings';

/** Routes beside the forms of the content manager: for whoever may edit the document, whatever else she may do at the desk. */
export function revisionRoutes(strapi: Core.Strapi, desk: Desk): DeskRoute[] {
  const { history, now } = desk;
  const presence = openPresence(strapi, now);
  const assertEditor = (person: Person, type: RevisedType): void => {
    if (!person.mayEdit(uids[type])) throw new Refusal('DOCUMENT_FORBIDDEN', {});
  };
  return [
    deskRoute('compareVersions', ({ parameters, body }, person) => {
      assertEditor(person, body.type);
      return compareVersions(strapi, history, { ...body, documentId: parameters.documentId }, person);
    }),
    deskRoute('listVersions', ({ parameters: { documentId }, query: { type } }, person) => {
      assertEditor(person, type);
      return listVersions(strapi, history, { type, documentId }, person);
    }),
    deskRoute('listEndings', ({ parameters: { documentId }, query: { type } }, person) => {
      assertEditor(person, type);
      return endingsOf(desk, { type, documentId }, person);
    }),
    deskRoute('notePresence', ({ parameters, body }, person) => {
      assertEditor(person, body.type);
      return presence.note({ ...body, documentId: parameters.documentId, person });
    }),
  ];
}
