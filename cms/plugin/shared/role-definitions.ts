import { uids } from './uids';
import { permissionOf } from './lists';

const { article, issue, dashboard, brand } = uids;
const audience = [uids.list, uids.subscriber, uids.segment];

const explorer = (verbs: readonly string[]): string[] =>
  verbs.map((verb) => `plugin::content-manager.explorer.${verb}`);
const write = explorer(['create', 'read', 'update']);
const manage = explorer(['create', 'read', 'update', 'delete']);
const read = explorer(['read']);

const uploads = [
  'plugin::upload.read',
  'plugin::upload.assets.create',
  'plugin::upload.assets.update',
  'plugin::upload.assets.download',
  'plugin::upload.assets.copy-link',
];

/** The roles of ours, as Strapi keeps them. */
type RoleCode = 'nachra-author' | 'nachra-editor' | 'nachra-publisher';

/** A role as it is made at first start: what it may do to which content type, and what it may do besides. */
export interface RoleDefinition {
  code: RoleCode;
  name: string;
  description: string;
  content: { actions: readonly string[]; subjects: readonly string[] }[];
  actions: readonly string[];
}

/**
 * Who does what: an author writes, an editor composes and checks, a publisher approves, sends and answers for the
 * subscribers. Nobody but a publisher sees an address.
 */
export const roleDefinitions: readonly RoleDefinition[] = [
  {
    code: 'nachra-author',
    name: 'Auteur',
    description: 'Écrit les articles (Author).',
    content: [
      { actions: write, subjects: [article] },
      { actions: read, subjects: [dashboard] },
    ],
    actions: uploads,
  },
  {
    code: 'nachra-editor',
    name: 'Rédaction',
    description: 'Publie les articles, compose les numéros et les vérifie (Editor).',
    content: [
      { actions: [...manage, ...explorer(['publish'])], subjects: [article] },
      { actions: manage, subjects: [issue, dashboard] },
      { actions: read, subjects: [brand] },
    ],
    actions: [...uploads, permissionOf('desk.read'), permissionOf('desk.edit')],
  },
  {
    code: 'nachra-publisher',
    name: 'Diffusion',
    description: 'Approuve les numéros, les envoie et gère les abonnés (Publisher).',
    content: [
      { actions: [...manage, ...explorer(['publish'])], subjects: [article] },
      { actions: manage, subjects: [issue, dashboard, brand, ...audience] },
    ],
    actions: [
      ...uploads,
      permissionOf('desk.read'),
      permissionOf('desk.edit'),
      permissionOf('issue.approve'),
      permissionOf('campaign.send'),
      permissionOf('audience.manage'),
      permissionOf('journal.read'),
    ],
  },
];
