import {
  urlOf,
  type ApproveRequest,
  type CampaignDetail,
  type CampaignRequest,
  type DeliveryRow,
  type IssueDetail,
  type IssueSummary,
  type ListSummary,
  type Page,
} from '@nachra/strapi-plugin-newsletter';
import { CommandError } from '../terminal/run-command';

/** The desk's admin routes, called as a person's browser calls them: the demonstration takes no short cut. */
export interface DeskClient {
  issues(): Promise<IssueSummary[]>;
  issue(documentId: string): Promise<IssueDetail>;
  lists(): Promise<ListSummary[]>;
  submit(documentId: string): Promise<IssueDetail>;
  approve(documentId: string, request: ApproveRequest): Promise<IssueDetail>;
  createCampaign(documentId: string, request: CampaignRequest): Promise<CampaignDetail>;
  campaign(id: string): Promise<CampaignDetail>;
  /** Every delivery of a campaign, page by page. */
  deliveries(id: string): Promise<DeliveryRow[]>;
}

/**
 * Signs in and hands back the desk.
 *
 * @throws {CommandError} code `DESK_REFUSED`: the server's own sentence, with the route it came from
 */
export async function openDesk(
  baseUrl: string,
  account: { email: string; password: string },
): Promise<DeskClient> {
  const { data } = await request<{ data: { token: string } }>(
    `${baseUrl}/admin/login`,
    'POST',
    undefined,
    account,
  );
  const call = <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> =>
    request<T>(`${baseUrl}${path}`, method, data.token, body);
  return {
    issues: async () => {
      const path = urlOf('listIssues', {}, { page: 1, pageSize: 50 });
      return (await call<Page<IssueSummary>>('GET', path)).rows;
    },
    issue: (documentId) => call('GET', urlOf('readIssue', { documentId })),
    lists: () => call('GET', urlOf('listLists', {})),
    submit: (documentId) => call('POST', urlOf('submitIssue', { documentId }), {}),
    approve: (documentId, body) => call('POST', urlOf('approveIssue', { documentId }), body),
    createCampaign: (documentId, body) => call('POST', urlOf('createCampaign', { documentId }), body),
    campaign: (id) => call('GET', urlOf('readCampaign', { id })),
    deliveries: async (id) => {
      const rows: DeliveryRow[] = [];
      for (let page = 1; ; page += 1) {
        const answer = await call<Page<DeliveryRow>>(
          'GET',
          urlOf('listDeliveries', { id }, { page, pageSize: 50 }),
        );
        rows.push(...answer.rows);
        if (answer.rows.length === 0 || rows.length >= answer.total) return rows;
      }
    },
  };
}

async function request<T>(
  url: string,
  method: string,
  token: string | undefined,
  body?: unknown,
): Promise<T> {
  const response = await fetch(url, {
    method,
    // What the desk says is printed on a terminal that speaks English.
    headers: {
      'accept-language': 'en',
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json().catch(() => null)) as { error?: { message?: string } } | null;
  if (response.ok) return answer as T;
  const reason = answer?.error?.message ?? `HTTP ${response.status}`;
  throw new CommandError('DESK_REFUSED', `${method} ${new URL(url).pathname} was refused: ${reason}`);
}
