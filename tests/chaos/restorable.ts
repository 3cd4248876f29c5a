import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { CampaignDetail, Holds, IssueDetail } from '../../cms/plugin/shared/desk';
import type { LedgerKind } from '../support/campaign';
import { loadCms } from '../support/cms';
import { freePort } from '../support/free-port';
import { until } from '../support/until';
import { aCmsChild } from '../support/cms-child';
import { openPlaces, type Place, type Places } from './places';

type Desk = typeof import('../../cms/app/src/demo/desk-client');
type Secrets = typeof import('../../cms/app/src/settings/secrets');

/** Who has an installation, and signs in at each start. */
export const account = { email: 'chaos@nachra.test', password: 'Correct-Horse-1' };
const command = createRequire(import.meta.url).resolve('../../cms/app/dist/src/commands/backup.js');
const run = promisify(execFile);

/** One installation with its desk, which is stopped, backed up, lost and restored. */
export interface Site {
  readonly place: Place;
  start(): Promise<void>;
  /** As a person stops it; what is on its way ends first. */
  stop(): Promise<void>;
  /** Kills the CMS and its worker. */
  powerCut(): Promise<void>;
  /** `npm run backup`. @returns the archive */
  backup(): Promise<string>;
  /** `npm run restore` into a new place, where the site is from now on. */
  restore(archive: string): Promise<void>;
  /** The French issue of the demonstration. */
  issue(): Promise<IssueDetail>;
  approve(): Promise<void>;
  send(startAt?: string | null): Promise<CampaignDetail>;
  campaign(id: string): Promise<CampaignDetail>;
  /** Waits until nobody of a campaign waits. */
  complete(id: string): Promise<CampaignDetail>;
  /** What a monitor is told. */
  health(): Promise<string>;
  holds(): Promise<Holds>;
  decide(campaign: string, choice: string): Promise<Holds>;
  decideLost(documentId: string, choice: string): Promise<Holds>;
  release(): Promise<Holds>;
  /** How many unsubscriptions the journal has. */
  unsubscriptions(): Promise<number>;
}

/** Places, and sites in them. */
export interface Region extends Places {
  /** Where each of its sites listens. */
  url: string;
  /** A new installation with so many readers. */
  found(readers: number): Promise<Site>;
}

export async function openRegion(kind: LedgerKind, smtpUrl: string): Promise<Region> {
  const places = await openPlaces(kind);
  // One for all: links and approvals hold to the address.
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ...loadCms<Secrets>('settings/secrets').randomSecrets(),
    PATH: process.env.PATH,
    NODE_ENV: 'test',
    PORT: String(port),
    PUBLIC_URL: url,
    SMTP_URL: smtpUrl,
    SMTP_CONNECTIONS: '4',
    NACHRA_SIGN_IN_LIMIT: 'false',
    LOG_LEVEL: 'silent',
  };
  const sites: Site[] = [];

  const variablesOf = ({ dataDir, databaseUrl }: Place) => ({
    ...environment,
    NACHRA_DATA_DIR: dataDir,
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  });

  function openSite(first: Place, readers: number): Site {
    const child = aCmsChild();
    let place = first;
    let isNew = true;
    let desk: Awaited<ReturnType<Desk['openDesk']>>;
    let token = '';
    const ask = async <T>(method: string, route: string, body?: object): Promise<T> => {
      const response = await fetch(url + route, {
        method,
        headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${text}`);
      return JSON.parse(text) as T;
    };
    const npm = async (name: 'backup' | 'restore', archive: string): Promise<void> => {
      const program = path.join(path.dirname(command), `${name}.js`);
      await run(process.execPath, [program, archive], { env: variablesOf(place) });
    };
    const site: Site = {
      get place() {
        return place;
      },
      async start() {
        const seed = { NACHRA_CHAOS_READERS: String(readers), NACHRA_CHAOS_PASSWORD: account.password };
        await child.start({ ...variablesOf(place), ...(isNew ? seed : {}) });
        isNew = false;
        token = '';
        token = (await ask<{ data: { token: string } }>('POST', '/admin/login', account)).data.token;
        desk = await loadCms<Desk>('demo/desk-client').openDesk(url, account);
      },
      stop: () => child.end('SIGTERM'),
      powerCut: () => child.powerCut(),
      async backup() {
        const archive = places.newFile('backup');
        await npm('backup', archive);
        return archive;
      },
      async restore(archive) {
        place = await places.make();
        await npm('restore', archive);
      },
      async issue() {
        const french = (await desk.issues()).find(({ language }) => language === 'fr');
        return desk.issue(french?.documentId ?? '');
      },
      async approve() {
        const { documentId } = await site.issue();
        const { edition, findings } = await desk.submit(documentId);
        const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
        await desk.approve(documentId, { hash: edition?.hash ?? '', acknowledged });
      },
      async send(startAt = null) {
        const { documentId } = await site.issue();
        const listIds = (await desk.lists()).map((list) => list.documentId);
        return desk.createCampaign(documentId, { listIds, segmentIds: [], startAt });
      },
      campaign: (id) => desk.campaign(id),
      complete: (id) =>
        until(
          () => desk.campaign(id),
          ({ status }) => status === 'complete',
        ),
      health: async () => (await (await fetch(`${url}/healthz`)).text()).trim(),
      holds: () => ask('GET', '/newsletter/holds'),
      decide: (id, choice) => ask('POST', `/newsletter/holds/campaigns/${id}`, { choice }),
      decideLost: (id, choice) => ask('POST', `/newsletter/holds/issues/${id}`, { choice }),
      release: () => ask('POST', '/newsletter/holds/release', {}),
      unsubscriptions: async () =>
        (await ask<{ total: number }>('GET', '/newsletter/journal?page=1&pageSize=1&kind=suppression')).total,
    };
    sites.push(site);
    return site;
  }

  return {
    ...places,
    url,
    found: async (readers) => openSite(await places.make(), readers),
    async close() {
      for (const site of sites) await site.powerCut();
      await places.close();
    },
  };
}
