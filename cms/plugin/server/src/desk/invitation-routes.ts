import { actorOf } from '../common/journal';
import { Refusal } from '../common/refusal';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';

/** Invitations that wait for an answer; Strapi's own permission to invite decides who may see and repeat them. */
export function invitationRoutes({ invitations }: Pick<Desk, 'invitations'>): DeskRoute[] {
  return [
    deskRoute('listInvitations', () => invitations.list()),
    deskRoute('sendInvitation', async ({ parameters: { id } }, person) => {
      if (!/^\d{1,9}$/.test(id)) throw new Refusal('INVITATION_UNKNOWN', {});
      await invitations.send(Number(id), actorOf(person));
      return invitations.list();
    }),
  ];
}
