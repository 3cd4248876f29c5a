import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { permissionOf } from '../../../../shared/lists';
import { actorOf, type Actor } from '../../common/journal';
import { adminUserSchema, whoCanSignIn, nameOf } from '../../common/accounts';

const approverSchema = z.array(
  adminUserSchema.extend({
    roles: z.array(z.object({ code: z.string(), permissions: z.array(z.object({ action: z.string() })) })),
  }),
);

/** The people who can sign in and may approve; a super admin may do everything. */
export async function activeApprovers({ db }: Pick<Core.Strapi, 'db'>): Promise<Actor[]> {
  const rows: unknown = await db.query('admin::user').findMany({
    where: whoCanSignIn,
    select: ['id', 'firstname', 'lastname', 'email'],
    populate: {
      roles: {
        select: ['code'],
        populate: { permissions: { select: ['action'], where: { action: permissionOf('issue.approve') } } },
      },
    },
    orderBy: { id: 'asc' },
  });
  return approverSchema
    .parse(rows)
    .filter(({ roles }) =>
      roles.some(({ code, permissions }) => code === 'strapi-super-admin' || permissions.length > 0),
    )
    .map((user) => actorOf({ id: user.id, name: nameOf(user) }));
}
