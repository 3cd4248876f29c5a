import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { RequestOf, Reviewers } from '../../../shared/desk';
import { permissionOf } from '../../../shared/lists';
import { uids } from '../../../shared/uids';
import { abilityOf } from '../common/abilities';
import { adminUserSchema, whoCanSignIn, nameOf } from '../common/accounts';
import { Refusal } from '../common/refusal';
import type { Asked } from './review-requests';

const userSchema = adminUserSchema.extend({
  roles: z.array(z.object({ id: z.number(), name: z.string() })).default([]),
});

/** Whom somebody wants to ask. */
type Wanted = Pick<RequestOf<'submitIssue'>['body'], 'people' | 'roles'>;

/** Who may be asked for a review. */
export interface ReviewerDirectory {
  /** @param besides who asks, and is not asked */
  list(besides: number): Promise<Reviewers>;
  /**
   * The people that are meant by people and roles, each once.
   *
   * @throws {Refusal} `REVIEWER_UNKNOWN` when somebody is named who may not be asked
   */
  find(wanted: Wanted, besides: number): Promise<Asked[]>;
}

export function openReviewers(strapi: Core.Strapi): ReviewerDirectory {
  /** Everybody who can sign in and may read the desk and its issues. */
  async function candidates(besides: number) {
    const rows = (await strapi.db.query('admin::user').findMany({
      where: { ...whoCanSignIn, id: { $ne: besides } },
      populate: ['roles'],
      orderBy: [{ firstname: 'asc' }, { id: 'asc' }],
    })) as object[];
    const found = [];
    for (const row of rows) {
      const ability = await abilityOf(strapi, row);
      const maySee =
        ability.can(permissionOf('desk.read')) &&
        ability.can('plugin::content-manager.explorer.read', uids.issue);
      const { id, roles, ...user } = userSchema.parse(row);
      const mayApprove = ability.can(permissionOf('issue.approve'));
      if (maySee) found.push({ id, name: nameOf(user), roles, mayApprove });
    }
    return found;
  }

  return {
    async list(besides) {
      const people = await candidates(besides);
      const roles = new Map<number, Reviewers['roles'][number]>();
      for (const { id, name } of people.flatMap((one) => one.roles))
        roles.set(id, { id, name, people: (roles.get(id)?.people ?? 0) + 1 });
      return {
        people: people.map(({ id, name, mayApprove }) => ({ id, name, mayApprove })),
        roles: [...roles.values()].sort((a, b) => a.name.localeCompare(b.name)),
      };
    },
    async find(wanted, besides) {
      if (wanted.people.length + wanted.roles.length === 0) return [];
      const people = await candidates(besides);
      const isKnown = (id: number) => people.some((one) => one.id === id);
      // A role that was deleted meanwhile, or has lost its people, would ask nobody without a word.
      const hasPeople = (id: number) => people.some(({ roles }) => roles.some((role) => role.id === id));
      if (!wanted.people.every(isKnown) || !wanted.roles.every(hasPeople))
        throw new Refusal('REVIEWER_UNKNOWN', {});
      return people
        .filter(
          ({ id, roles }) =>
            wanted.people.includes(id) || roles.some((role) => wanted.roles.includes(role.id)),
        )
        .map(({ id, name }) => ({ id, name }));
    },
  };
}
