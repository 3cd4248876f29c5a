import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { Invitation } from '../../../shared/desk';
import type { ContentTransactions } from '../common/content-transactions';
import type { Actor, Journal } from '../common/journal';
import { adminUserSchema, whoIsInvited, nameOf, nameWithoutAddress } from '../common/accounts';
import { Refusal } from '../common/refusal';
import type { Outbox } from './outbox';

/** So many mails may one invited person get within a day. */
const mostADay = 5;
const dayMs = 86_400_000;

const userSchema = adminUserSchema.extend({
  createdAt: z.coerce.date(),
  roles: z.array(z.object({ name: z.string() })).default([]),
});

/** What invitations are mailed with. */
interface InvitationDependencies extends Pick<ContentTransactions, 'transaction'> {
  outbox: Pick<Outbox, 'add' | 'last' | 'madeSince'>;
  onNotices: () => Promise<void>;
  journal: Pick<Journal, 'record'>;
  now: () => Date;
}

/** Invitations of colleagues. The link itself stands with the account alone, and is read when the mail is written. */
export interface Invitations {
  /** Those who have not opened their account, the newest first. */
  list(): Promise<Invitation[]>;
  /**
   * Mails an invitation, the first time or again, in the invited person's language.
   *
   * @throws {Refusal} `INVITATION_UNKNOWN`, `INVITATION_LIMIT`
   */
  send(userId: number, by: Actor): Promise<void>;
}

export function openInvitations(
  { db }: Pick<Core.Strapi, 'db'>,
  { outbox, onNotices, journal, transaction, now }: InvitationDependencies,
): Invitations {
  const users = () => db.query('admin::user');
  return {
    async list() {
      const asked = { where: whoIsInvited, populate: ['roles'], orderBy: { id: 'desc' }, limit: 200 };
      const rows: unknown[] = await users().findMany(asked);
      return Promise.all(
        rows.map(async (row) => {
          const { id, email: address, createdAt, roles, ...names } = userSchema.parse(row);
          const last = await outbox.last(id, 'invited');
          return {
            ...{ id, address, name: nameOf({ email: address, ...names }) },
            roles: roles.map(({ name }) => name),
            invitedAt: createdAt.toISOString(),
            notice: last && { state: last.state, reason: last.reason },
            noticeAt: last?.madeAt.toISOString() ?? null,
          };
        }),
      );
    },
    async send(userId, by) {
      const row: unknown = await users().findOne({ where: { $and: [whoIsInvited, { id: userId }] } });
      if (!row) throw new Refusal('INVITATION_UNKNOWN', {});
      const who = nameWithoutAddress(adminUserSchema.parse(row));
      const at = now();
      const dayBefore = new Date(at.getTime() - dayMs);
      if ((await outbox.madeSince(userId, 'invited', dayBefore)) >= mostADay)
        throw new Refusal('INVITATION_LIMIT', { limit: mostADay });
      const facts = { issue: null, number: null, language: null, by: by.name, words: '' };
      await transaction(async () => {
        const key = `invited/${userId}/${at.toISOString()}`;
        await outbox.add([{ key, kind: 'invited', userId, byId: by.id, facts }]);
        await journal.record({ name: 'user.invited', by, data: { id: String(userId), who } });
        await onNotices();
      });
    },
  };
}
