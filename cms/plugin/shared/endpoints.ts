import type { AdminAction, DeskAction } from './lists';
import { stageRules } from './stages';

interface Endpoint {
  method: 'GET' | 'POST';
  /** Under {@link deskPrefix}; `:name` is a parameter. */
  path: `/${string}`;
  /** The one permission it asks for; null where the right to edit the document decides, which the handler asks. */
  action: DeskAction | AdminAction | null;
}

/** Every route of the desk stands under this path. */
export const deskPrefix = '/newsletter';

/**
 * Every route of the desk: where it is and who may use it. What goes in and comes out stands in `desk/routes.ts`, under the
 * same names; this half is free of schemas, so that the admin can import it.
 */
export const endpoints = {
  readOpenApi: { method: 'GET', path: '/openapi.json', action: 'desk.read' },

  listIssues: { method: 'GET', path: '/issues', action: 'desk.read' },
  readIssue: { method: 'GET', path: '/issues/:documentId', action: 'desk.read' },
  previewIssue: { method: 'GET', path: '/issues/:documentId/preview', action: 'desk.read' },
  submitIssue: { method: 'POST', path: '/issues/:documentId/submit', action: stageRules.submit.who },
  listReviewers: { method: 'GET', path: '/issues/:documentId/reviewers', action: stageRules.submit.who },
  sendBackIssue: { method: 'POST', path: '/issues/:documentId/send-back', action: stageRules.withdraw.who },
  giveAllClear: { method: 'POST', path: '/issues/:documentId/all-clear', action: 'desk.read' },
  readEarlierEdition: { method: 'GET', path: '/issues/:documentId/earlier', action: 'desk.read' },
  listComments: { method: 'GET', path: '/issues/:documentId/comments', action: 'desk.read' },
  writeComment: { method: 'POST', path: '/issues/:documentId/comments', action: 'desk.read' },
  settleComment: { method: 'POST', path: '/issues/:documentId/comments/:id/settle', action: 'desk.read' },
  setFindingAside: { method: 'POST', path: '/issues/:documentId/findings/set-aside', action: 'desk.edit' },
  takeFindingUp: { method: 'POST', path: '/issues/:documentId/findings/:id/take-up', action: 'desk.edit' },
  readNoticeChoice: { method: 'GET', path: '/notices', action: 'desk.read' },
  chooseNotices: { method: 'POST', path: '/notices', action: 'desk.read' },
  withdrawIssue: { method: 'POST', path: '/issues/:documentId/withdraw', action: stageRules.withdraw.who },
  sendTest: { method: 'POST', path: '/issues/:documentId/test', action: 'desk.edit' },
  approveIssue: { method: 'POST', path: '/issues/:documentId/approve', action: stageRules.approve.who },
  correctIssue: { method: 'POST', path: '/issues/:documentId/correct', action: stageRules.correct.who },
  uncorrectIssue: {
    method: 'POST',
    path: '/issues/:documentId/uncorrect',
    action: stageRules.uncorrect.who,
  },
  previewAudience: { method: 'POST', path: '/issues/:documentId/audience', action: 'campaign.send' },
  createCampaign: { method: 'POST', path: '/issues/:documentId/campaigns', action: 'campaign.send' },

  readComposition: { method: 'GET', path: '/issues/:documentId/composition', action: 'desk.edit' },
  showLive: { method: 'POST', path: '/issues/:documentId/live', action: 'desk.edit' },
  // Whoever may read the document may see it; that of an issue, whoever may read the issue.
  showLiveDocument: { method: 'POST', path: '/live', action: null },
  listArticles: { method: 'GET', path: '/articles', action: 'desk.edit' },
  listDashboards: { method: 'GET', path: '/dashboards', action: 'desk.edit' },
  showTiles: { method: 'POST', path: '/dashboards/tiles', action: 'desk.edit' },

  readTranslations: { method: 'GET', path: '/articles/:documentId/translations', action: 'desk.read' },
  readSideBySide: { method: 'GET', path: '/articles/:documentId/side-by-side', action: 'desk.edit' },
  compareTexts: { method: 'POST', path: '/texts/compare', action: 'desk.edit' },
  listToTranslate: { method: 'GET', path: '/issues/:documentId/to-translate', action: 'desk.read' },
  beginTranslation: { method: 'POST', path: '/articles/:documentId/translations', action: 'desk.edit' },
  linkTranslation: { method: 'POST', path: '/articles/:documentId/original', action: 'desk.edit' },
  settleTranslation: { method: 'POST', path: '/articles/:documentId/settle', action: 'desk.edit' },

  proposeNumber: { method: 'GET', path: '/numbers/proposal', action: 'desk.edit' },
  prepareNumber: { method: 'POST', path: '/numbers', action: 'desk.edit' },

  readCampaign: { method: 'GET', path: '/campaigns/:id', action: 'desk.read' },
  // Addresses of people: for those who may send to them.
  listDeliveries: { method: 'GET', path: '/campaigns/:id/deliveries', action: 'campaign.send' },
  listExclusions: { method: 'GET', path: '/campaigns/:id/exclusions', action: 'campaign.send' },
  downloadDeliveries: { method: 'GET', path: '/campaigns/:id/deliveries.csv', action: 'campaign.send' },
  decideDeliveries: { method: 'POST', path: '/campaigns/:id/decide', action: 'campaign.send' },
  pauseCampaign: { method: 'POST', path: '/campaigns/:id/pause', action: 'campaign.send' },
  resumeCampaign: { method: 'POST', path: '/campaigns/:id/resume', action: 'campaign.send' },
  cancelCampaign: { method: 'POST', path: '/campaigns/:id/cancel', action: 'campaign.send' },

  readHolds: { method: 'GET', path: '/holds', action: 'desk.read' },
  decideHold: { method: 'POST', path: '/holds/campaigns/:id', action: 'campaign.send' },
  decideLostSend: { method: 'POST', path: '/holds/issues/:documentId', action: 'campaign.send' },
  releaseHold: { method: 'POST', path: '/holds/release', action: 'campaign.send' },
  compareVersions: { method: 'POST', path: '/documents/:documentId/compare', action: null },
  listVersions: { method: 'GET', path: '/documents/:documentId/versions', action: null },
  listEndings: { method: 'GET', path: '/documents/:documentId/endings', action: null },
  notePresence: { method: 'POST', path: '/documents/:documentId/presence', action: null },

  lookUpWords: { method: 'POST', path: '/spelling', action: null },
  suggestWords: { method: 'POST', path: '/spelling/suggestions', action: null },
  addWord: { method: 'POST', path: '/spelling/words', action: null },

  listInvitations: { method: 'GET', path: '/invitations', action: 'admin::users.create' },
  sendInvitation: { method: 'POST', path: '/invitations/:id/send', action: 'admin::users.create' },

  listLists: { method: 'GET', path: '/lists', action: 'desk.read' },
  listSegments: { method: 'GET', path: '/segments', action: 'desk.read' },

  listSuppressions: { method: 'GET', path: '/suppressions', action: 'audience.manage' },
  suppressAddress: { method: 'POST', path: '/suppressions', action: 'audience.manage' },
  liftSuppression: { method: 'POST', path: '/suppressions/:id/lift', action: 'audience.manage' },

  erasePerson: { method: 'POST', path: '/erasures', action: 'audience.manage' },

  listJournal: { method: 'GET', path: '/journal', action: 'journal.read' },
  listJournalPeople: { method: 'GET', path: '/journal/people', action: 'journal.read' },
  downloadJournal: { method: 'GET', path: '/journal.csv', action: 'journal.read' },
} as const satisfies Record<string, Endpoint>;

/** Name of a route of the desk: `readIssue`. */
export type EndpointName = keyof typeof endpoints;

/** Names of a path's parameters: `documentId` of `/issues/:documentId/preview`. */
type ParameterOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterOf<Rest>
  : Path extends `${string}:${infer Name}.${string}`
    ? Name
    : Path extends `${string}:${infer Name}`
      ? Name
      : never;

/** What a route's path is filled with. */
export type ParametersOf<Name extends EndpointName> = Record<
  ParameterOf<(typeof endpoints)[Name]['path']>,
  string
>;

const parameter = /:([a-zA-Z]+)/g;

/** Names of the parameters in a path, in their order. */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(parameter)].map(([, name = '']) => name);
}

/**
 * The address of a route, from the server's root.
 *
 * @param query left out where a value is undefined
 * @example urlOf('downloadDeliveries', { id }, { state: 'rejected' })
 */
export function urlOf<Name extends EndpointName>(
  name: Name,
  parameters: ParametersOf<Name>,
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const filled: Readonly<Record<string, string>> = parameters;
  const path = endpoints[name].path.replaceAll(parameter, (_, key: string) =>
    encodeURIComponent(filled[key] ?? ''),
  );
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) asked.set(key, String(value));
  return `${deskPrefix}${path}${asked.size > 0 ? `?${asked.toString()}` : ''}`;
}
