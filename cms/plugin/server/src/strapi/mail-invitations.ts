import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { stackOf } from '../common/errors';
import type { Writer } from '../common/writer';
import type { Invitations } from '../notices/invitations';

const createdSchema = z.object({
  id: z.number(),
  isActive: z.boolean().nullish(),
  registrationToken: z.string().nullish(),
});

/** What an invitation is mailed with; null until the plugin is open. */
interface InvitationWatch {
  invitations: () => Pick<Invitations, 'send'> | null;
  writer: () => Writer | null;
}

/**
 * Mails an invitation to whoever a person of the admin makes an account for. Strapi itself only shows the link on the screen, which
 * stays as it is. A mail that cannot be written keeps nobody from making the account.
 */
export function mailInvitations(strapi: Core.Strapi, { invitations, writer }: InvitationWatch): void {
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    async afterCreate({ result }: { result?: unknown }) {
      const by = writer();
      if (by === null || by.userId === null) return;
      const { id, isActive, registrationToken } = createdSchema.parse(result);
      if (isActive === true || !registrationToken) return;
      try {
        await invitations()?.send(id, by.actor);
      } catch (error) {
        strapi.log.error(`An invitation could not be mailed: ${stackOf(error)}`);
      }
    },
  });
}
