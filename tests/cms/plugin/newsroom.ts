import { openLedger, type Ledger, type LedgerOptions } from '@nachra/delivery';
import { expect } from 'vitest';
import type {
  CampaignDetail,
  CampaignRequest,
  EditionPreview,
  IssueDetail,
  Language,
  Stage,
} from '../../../cms/plugin/shared/desk';
import { startCms, withoutRevision, type Answer, type RunningCms } from '../../support/cms';
import { until } from '../../support/until';

/** A refusal as the desk's routes answer it. */
export interface Refused {
  error: { status: number; message: string; details: { code: string } };
}

/** A CMS with a brand, and short ways to write articles, compose issues and gather readers; every default is overridable. */
export interface Newsroom {
  cms: RunningCms;
  article(over?: object, options?: { published?: boolean }): Promise<string>;
  issue(over?: { articles?: string[] } & Record<string, unknown>): Promise<string>;
  list(name: string, readers?: readonly (string | object)[]): Promise<string>;
  create(uid: string, data: object, published?: boolean): Promise<string>;
  /** As a script does it: over whatever is there. */
  update(uid: string, documentId: string, data: object): Promise<unknown>;
  /** As the form of the content manager does it: from the revision that is stored, the only document of a single type included. */
  save<T = unknown>(uid: string, documentId: string, data: object, token: string): Promise<Answer<T>>;
  /** As the content manager deletes what it shows. */
  remove<T = unknown>(uid: string, documentId: string, token: string): Promise<Answer<T>>;
  /** Asks the desk as whoever owns the installation. */
  desk<T = unknown>(method: 'GET' | 'POST', route: string, body?: unknown): Promise<Answer<T>>;
  /** Asks the desk as somebody of a role. */
  as(role: string): Newsroom['desk'];
  detail(issue: string): Promise<IssueDetail>;
  preview(issue: string): Promise<EditionPreview>;
  /** Submits and approves what the desk shows; where two people may approve, whoever submits is not the one. */
  approve(issue: string, options?: { submits?: boolean }): Promise<Answer<IssueDetail & Refused>>;
  /** Composes an issue, and approves it. */
  approved(
    over?: Parameters<Newsroom['issue']>[0],
    options?: Parameters<Newsroom['approve']>[1],
  ): Promise<string>;
  /** The same number in Arabic, approved. */
  inArabic(french: string): Promise<string>;
  /** Waits until an issue stands there. */
  reaches(issue: string, stage: Stage): Promise<void>;
  send(
    issue: string,
    lists: string[],
    startAt?: string | null,
    missing?: CampaignRequest['missing'],
  ): Promise<Answer<CampaignDetail & Refused>>;
  /** Waits until a campaign has nothing left to do. */
  complete(campaign: string): Promise<CampaignDetail>;
  /** Sends what is approved, and waits until it is done. */
  sent(...given: Parameters<Newsroom['send']>): Promise<CampaignDetail>;
  /** Has the hour of a scheduled campaign come, however far away it is. */
  hourComes(campaign: string): Promise<void>;
  /** Opens the ledger that this CMS sends by, beside it. Whoever opens closes. */
  openLedger(): Promise<Ledger>;
  close(): Promise<void>;
}

export const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

export const brand = {
  name: 'Al Amana Microfinance',
  newsletterTitle: 'AMANEWS',
  url: 'https://www.alamana.example',
  defaultLanguage: 'fr',
  senderName: 'AMANEWS',
  senderAddress: 'amanews@news.example.test',
  listId: 'amanews.news.example.test',
  bounceAddress: 'retours@news.example.test',
  unsubscribeAddress: 'stop@news.example.test',
  testDomains: 'example.test, embedded.test, test.test',
  wordings: [
    {
      language: 'fr',
      motto: 'Faire plus, ensemble',
      postalAddress: '40, avenue Jean Jaurès, Rabat',
      whyReceived: 'vous êtes abonné à AMANEWS',
    },
    {
      language: 'ar',
      motto: 'معا نفعل أكثر',
      postalAddress: '40 شارع جان جوريس، الرباط',
      whyReceived: 'أنتم مشتركون في أمانيوز',
    },
  ],
};

/** Boots a CMS with a brand. @param environment variables over those of the harness */
export async function openNewsroom(environment: Record<string, string> = {}): Promise<Newsroom> {
  const cms = await startCms(environment);
  const documents = (uid: string) => cms.strapi.documents(uid as 'plugin::newsletter.issue');
  let number = 300;

  async function create(uid: string, data: object, published = false): Promise<string> {
    const options = { data, ...(published ? { status: 'published' } : {}) };
    return (await documents(uid).create(options as never)).documentId;
  }

  /** Whoever asks signs in again where her session was ended. */
  const as =
    (role?: string): Newsroom['desk'] =>
    async <T>(method: 'GET' | 'POST', route: string, body?: unknown): Promise<Answer<T>> => {
      const ask = async () =>
        cms.call<T>(method, `/newsletter${route}`, { token: await cms.token(role), body });
      const answer = await ask();
      return answer.status === 401 ? ask() : answer;
    };
  const desk = as();

  const revisionOf = async (uid: string, documentId: string): Promise<unknown> =>
    (await documents(uid).findOne({ documentId }))?.['revision'];
  const formOf = (uid: string, documentId: string): string => {
    const { kind } = cms.strapi.contentTypes[uid as 'plugin::newsletter.issue'] as { kind?: string };
    return `/content-manager/${kind === 'singleType' ? `single-types/${uid}` : `collection-types/${uid}/${documentId}`}`;
  };

  // A second boot on the same data finds it.
  if ((await documents('plugin::newsletter.brand').findFirst()) === null)
    await create('plugin::newsletter.brand', brand);

  const room: Newsroom = {
    cms,
    ...{ create, desk, as },
    update: (uid, documentId, data) =>
      withoutRevision(() => documents(uid).update({ documentId, data } as never)),
    save: async (uid, documentId, data, token) => {
      const body = { revision: await revisionOf(uid, documentId), ...data };
      return cms.call('PUT', formOf(uid, documentId), { token, body });
    },
    remove: async (uid, documentId, token) => {
      const headers = { 'if-match': `"${String(await revisionOf(uid, documentId))}"` };
      return cms.call('DELETE', formOf(uid, documentId), { token, headers });
    },
    article: (over = {}, { published = true } = {}) =>
      create(
        'plugin::newsletter.article',
        {
          title: 'Le Conseil s’est réuni',
          kind: 'company-news',
          language: 'fr',
          body: [paragraph('Le Conseil d’administration s’est réuni à Rabat.')],
          ...over,
        },
        published,
      ),
    async issue({ articles, ...over } = {}) {
      number += 1;
      const chosen = articles ?? [await room.article()];
      return create('plugin::newsletter.issue', {
        number,
        language: 'fr',
        subject: `AMANEWS n° ${typeof over['number'] === 'number' ? over['number'] : number}, les nouvelles du mois`,
        preheader: 'Réunions, agenda et chiffres de la maison, à lire en cinq minutes ce mois-ci.',
        periodLabel: 'Juillet 2023',
        periodFrom: '2023-07-01',
        periodTo: '2023-07-31',
        publicationDate: '2023-08-01',
        sections: [
          {
            __component: 'newsletter-section.articles',
            heading: 'Actualités',
            layout: 'list',
            articles: chosen,
          },
        ],
        ...over,
      });
    },
    async list(name, readers = []) {
      const list = await create('plugin::newsletter.list', { name });
      for (const reader of readers) {
        const data = typeof reader === 'string' ? { address: reader } : reader;
        await create('plugin::newsletter.subscriber', {
          confirmed: true,
          language: 'fr',
          lists: [list],
          ...data,
        });
      }
      return list;
    },
    detail: async (issue) => (await desk<IssueDetail>('GET', `/issues/${issue}`)).body,
    preview: async (issue) => (await desk<EditionPreview>('GET', `/issues/${issue}/preview`)).body,
    async approve(issue, { submits = true } = {}) {
      if (submits) await desk('POST', `/issues/${issue}/submit`);
      const { edition, findings } = await room.detail(issue);
      const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
      return desk('POST', `/issues/${issue}/approve`, { hash: edition?.hash, acknowledged });
    },
    async approved(over, options) {
      const issue = await room.issue(over);
      const { status, body } = await room.approve(issue, options);
      expect([status, body.error]).toEqual([200, undefined]);
      return issue;
    },
    async inArabic(french) {
      const { number } = await room.detail(french);
      return room.approved({ number, language: 'ar', subject: `العدد ${number}`, preheader: '' });
    },
    async reaches(issue, stage) {
      const standing = async () => (await room.detail(issue)).stage;
      await until(standing, (now) => now === stage, `that the issue is ${stage}`);
    },
    send: (issue, listIds, startAt = null, missing = {}) =>
      desk('POST', `/issues/${issue}/campaigns`, { listIds, startAt, missing }),
    complete: (campaign) =>
      until(
        async () => (await desk<CampaignDetail>('GET', `/campaigns/${campaign}`)).body,
        ({ status }) => status === 'complete',
      ),
    async sent(...given) {
      const { status, body } = await room.send(...given);
      expect([status, body.error]).toEqual([200, undefined]);
      return room.complete(body.id);
    },
    async hourComes(campaign) {
      const ledger = await room.openLedger();
      const ofCampaign = 'campaign_id = (SELECT id FROM campaign WHERE uid = ?)';
      const now = Date.now();
      await ledger.run(`UPDATE delivery SET next_attempt_at = ? WHERE ${ofCampaign}`, [now, campaign]);
      await ledger.run('UPDATE campaign SET start_at = ? WHERE uid = ?', [now, campaign]);
      await ledger.close();
    },
    openLedger: () =>
      openLedger(cms.strapi.config.get<LedgerOptions>('plugin::newsletter.ledger'), cms.personKey),
    close: () => cms.close(),
  };
  return room;
}

export { until as eventually } from '../../support/until';

export type { Language };
