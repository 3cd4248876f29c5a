import { z } from 'zod';
import { route } from './describe-route';
import { noticeStandingSchema } from './reviews';
import { countSchema, instantSchema } from './wire-values';

const invitationSchema = z.strictObject({
  /** The account's number. */
  id: z.int(),
  name: z.string(),
  address: z.string(),
  roles: z.array(z.string()),
  invitedAt: instantSchema,
  /** The last mail; null where none was written, as for accounts of before there were any. */
  notice: noticeStandingSchema.nullable(),
  noticeAt: instantSchema.nullable(),
});
/** Somebody who was invited and has not opened the account yet. */
export type Invitation = z.infer<typeof invitationSchema>;

/** What is refused of invitations. */
export const invitationRefusals = {
  /** There is no such account, or it is open already. */
  INVITATION_UNKNOWN: { status: 404, data: z.strictObject({}) },
  /** So many mails to one person within a day. */
  INVITATION_LIMIT: { status: 429, data: z.strictObject({ limit: countSchema }) },
} as const;

/** The routes of invitations: see `routes.ts`. */
export const invitationRoutes = {
  listInvitations: route({
    summary: 'People who were invited and have not opened their account yet',
    answer: z.array(invitationSchema),
  }),
  sendInvitation: route({
    summary: 'Mail an invitation once more',
    answer: z.array(invitationSchema),
    refusals: ['INVITATION_UNKNOWN', 'INVITATION_LIMIT'],
  }),
};
