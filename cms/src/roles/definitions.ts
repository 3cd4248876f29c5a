const articles = 'api::article.article';
const issues = 'api::issue.issue';
const dashboards = 'api::dashboard.dashboard';
const brand = 'api::brand.brand';
const audience = ['api::list.list', 'api::subscriber.subscriber', 'api::segment.segment'];

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

/** A role as it is made at first start: what it may do to which content type, and what it may do besides. */
export interface RoleDefinition {
  code: string;
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
      { actions: write, subjects: [articles] },
      { actions: read, subjects: [dashboards] },
    ],
    actions: uploads,
  },
  {
    code: 'nachra-editor',
    name: 'Rédaction',
    description: 'Publie les articles, compose les numéros et les vérifie (Editor).',
    content: [
      { actions: [...manage, ...explorer(['publish'])], subjects: [articles] },
      { actions: manage, subjects: [issues, dashboards] },
      { actions: read, subjects: [brand] },
    ],
    actions: [...uploads, 'plugin::newsletter.desk.read', 'plugin::newsletter.desk.edit'],
  },
  {
    code: 'nachra-publisher',
    name: 'Diffusion',
    description: 'Approuve les numéros, les envoie et gère les abonnés (Publisher).',
    content: [
      { actions: [...manage, ...explorer(['publish'])], subjects: [articles] },
      { actions: manage, subjects: [issues, dashboards, brand, ...audience] },
    ],
    actions: [
      ...uploads,
      'plugin::newsletter.desk.read',
      'plugin::newsletter.desk.edit',
      'plugin::newsletter.issue.approve',
      'plugin::newsletter.campaign.send',
      'plugin::newsletter.audience.manage',
    ],
  },
];
