import type { Core } from '@strapi/strapi';
import type { RevisedType } from '../../../shared/desk';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { uids } from '../../../shared/uids';
import { hasFewParts, partsIn } from '../content/checks/parts-of-document';
import { heldRevision } from '../content/revisions/schema';
import { compareVersions } from '../content/revisions/compare-versions';
import { listVersions } from '../content/revisions/versions';
import { openPresence } from '../content/revisions/presence';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { endingsOf } from './endings';
import { mayEditDocument } from './may-edit';

/** Routes beside the forms of the content manager: for whoever may edit the document, whatever else she may do at the desk. */
export function revisionRoutes(strapi: Core.Strapi, desk: Desk): DeskRoute[] {
  const { history, now } = desk;
  const presence = openPresence(strapi, now);
  const assertEditor = async (person: Person, type: RevisedType, documentId: string): Promise<void> => {
    const uid = uids[type];
    const may = person.mayEdit(uid) && (await mayEditDocument(strapi, person.ability, { uid, documentId }));
    if (!may) throw new Refusal('DOCUMENT_FORBIDDEN', {});
  };
  return [
    deskRoute('compareVersions', async ({ parameters, body }, person) => {
      const { documentId } = parameters;
      await assertEditor(person, body.type, documentId);
      if (!hasFewParts(uids[body.type], body.data, partsIn(strapi)))
        throw new Refusal('BODY_TOO_LARGE', { limit: null });
      return compareVersions(strapi, history, { ...body, documentId }, person);
    }),
    deskRoute('listVersions', async ({ parameters: { documentId }, query: { type } }, person) => {
      await assertEditor(person, type, documentId);
      return listVersions(strapi, history, { type, documentId }, person);
    }),
    deskRoute('listEndings', async ({ parameters: { documentId }, query: { type } }, person) => {
      await assertEditor(person, type, documentId);
      return endingsOf(desk, { type, documentId }, person);
    }),
    deskRoute('notePresence', async ({ parameters: { documentId }, body }, person) => {
      await assertEditor(person, body.type, documentId);
      // Of what is gone, and of the id of something else, nobody has a page open.
      if ((await heldRevision(strapi, uids[body.type], documentId)) === null) return presence.nobody;
      return presence.note({ ...body, documentId, person });
    }),
  ];
}
