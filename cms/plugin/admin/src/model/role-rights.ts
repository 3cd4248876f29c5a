import { permissionOf } from '../../../shared/lists';
import type { RoleDefinition } from '../../../shared/role-definitions';
import { uids } from '../../../shared/uids';

const content = (verbs: readonly string[], ...subjects: readonly string[]): string[] =>
  subjects.flatMap((subject) => verbs.map((verb) => `plugin::content-manager.explorer.${verb} ${subject}`));
const { article, issue, dashboard, brand, list, segment, subscriber } = uids;

/**
 * What a role may do, as people say it: each right with all that has to be granted for it, an action and what it is done to. Together
 * they name whatever is granted to any role of ours, which a test asks.
 */
const rights = {
  articles: content(['create', 'read', 'update'], article),
  pictures: ['read', 'assets.create', 'assets.update', 'assets.download', 'assets.copy-link'].map(
    (action) => `plugin::upload.${action}`,
  ),
  'dashboards.read': content(['read'], dashboard),
  'articles.publish': content(['publish', 'delete'], article),
  dashboards: content(['create', 'update', 'delete'], dashboard),
  issues: content(['create', 'read', 'update', 'delete'], issue),
  desk: [permissionOf('desk.read')],
  reviews: [permissionOf('desk.edit')],
  'brand.read': content(['read'], brand),
  approve: [permissionOf('issue.approve')],
  send: [permissionOf('campaign.send')],
  subscribers: content(['create', 'read', 'update', 'delete'], list, subscriber, segment),
  suppressions: [permissionOf('audience.manage')],
  brand: content(['create', 'update', 'delete'], brand),
  journal: [permissionOf('journal.read')],
} as const satisfies Record<string, readonly string[]>;

/** One thing that a role may do. */
export type Right = keyof typeof rights;

/** The rights, from what everybody may do to what few may. */
export const allRights = Object.keys(rights) as Right[];

/** Whatever is granted to a role: actions, and what they are done to. Pure. */
export function grantsOf({ content: granted, actions }: RoleDefinition): string[] {
  return [
    ...actions,
    ...granted.flatMap(({ actions: verbs, subjects }) =>
      subjects.flatMap((subject) => verbs.map((verb) => `${verb} ${subject}`)),
    ),
  ];
}

/** All that has to be granted for a right. Pure. */
export function grantsFor(right: Right): readonly string[] {
  return rights[right];
}

/** What a role may do. Pure. */
export function rightsOf(role: RoleDefinition): Right[] {
  const granted = new Set(grantsOf(role));
  return allRights.filter((right) => grantsFor(right).every((grant) => granted.has(grant)));
}
