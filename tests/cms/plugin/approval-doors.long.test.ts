import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../cms/plugin/shared/endpoints';
import { uids } from '../../../cms/plugin/shared/uids';
import { withoutRevision } from '../../support/cms';
import { openProof, type Proof } from './proof';
import type { Refused } from './newsroom';

/** Doors that are tried here, in `approval-binds.long.test.ts` or in `approval-uploads.long.test.ts`, and why the others need not be. */
const doors: [path: RegExp, because: string][] = [
  [/^\/content-manager\/(collection|single)-types\//, 'tried'],
  [/^(\/api)?\/upload($|\/files|\/folders|\/actions\/(bulk-delete|bulk-move|bulk-update))/, 'tried'],
  [/^\/newsletter\//, 'tried'],
  [/^\/upload\/actions\/upload-from-urls$/, 'makes new files'],
  [
    /^\/upload\/(configuration|settings|ai-metadata-jobs|actions\/generate-ai-metadata)$/,
    'changes no file that is there',
  ],
  [/^\/content-type-builder\//, 'closed outside of development, and a new schema begins with a start'],
  [/^\/content-manager\/(uid|components|content-types)\//, 'arranges forms'],
  [/^\/(admin|i18n)\//, 'accounts, rights and locales: no issue names them'],
  [/^\/first-administrator$/, 'makes an account while there is none'],
  [/^\/second-factor/, 'asks for the second factor of an account, sets it up and takes it away'],
  [/^\/(api\/)?email/, 'sends letters of its own, if it is open at all'],
  [/^\/(_health|unsubscribe\/)/, 'is for readers and monitors'],
];
/** Steps of `update` that Strapi shows outside: they pass no middleware, as a write to the database does not. */
const insideOfUpdate = ['updateComponents', 'omitComponentData'];
const reads = /^(GET|HEAD|OPTIONS)$/;

describe('no door leads past an approval', () => {
  let proof: Proof;
  let superAdmin: string;
  beforeAll(async () => {
    proof = await openProof();
    superAdmin = await proof.room.cms.token();
  });
  afterAll(() => proof?.close());

  const call = (method: string, path: string, body?: unknown, token = superAdmin) =>
    proof.room.cms.call(method, path, { token, ...(body === undefined ? {} : { body }) });

  it('each route of the server that writes is tried here, or cannot reach an issue', () => {
    const routes = proof.room.cms.strapi.server.listRoutes() as { methods: string[]; path: string }[];
    const writing = routes.filter(({ methods }) => methods.some((method) => !reads.test(method)));
    const unknown = writing.flatMap(({ path }) => (doors.some(([known]) => known.test(path)) ? [] : path));
    expect(unknown).toEqual([]);
  });

  /** Each action of the content manager on a document, with what is sent. */
  async function actionsOn(uid: string, documentId: string) {
    const isSingle = uid === uids.brand;
    const base = `/content-manager/${isSingle ? 'single' : 'collection'}-types/${uid}`;
    const one = isSingle ? base : `${base}/${documentId}`;
    const documents = proof.room.cms.strapi.documents(uid as typeof uids.article);
    const revision = (await documents.findOne({ documentId }))?.['revision'] as number;
    const several = { documentIds: [documentId], revisions: { [documentId]: revision } };
    const change = { title: 'Publié tout de suite', revision };
    const actions: [method: string, path: string, body: unknown][] = [
      ['POST', `${one}/actions/publish`, change],
      ['POST', `${one}/actions/unpublish`, { revision, discardDraft: false }],
      ['POST', `${one}/actions/discard`, { revision }],
      ['DELETE', one, { revision }],
    ];
    const ofSeveral: typeof actions = [
      ['POST', `${base}/actions/bulkPublish`, several],
      ['POST', `${base}/actions/bulkUnpublish`, several],
      ['POST', `${base}/actions/bulkDelete`, several],
      ['POST', `${base}/clone/${documentId}`, { title: 'Une copie', number: 4_711 }],
      ['POST', `${base}/auto-clone/${documentId}`, {}],
      ['POST', base, { title: 'Nouveau', kind: 'feature', language: 'fr' }],
    ];
    return isSingle ? actions : [...actions, ...ofSeveral];
  }

  it('no action of the content manager: publishing, taking back, discarding, deleting, one by one or several', async () => {
    const table: Record<string, string> = {};
    for (const { uid, documentId } of proof.documents) {
      for (const at of (await actionsOn(uid, documentId)).keys()) {
        const [method, path, body] = (await actionsOn(uid, documentId))[at] ?? ['', '', {}];
        const headers = { 'if-match': String((body as { revision?: number }).revision ?? '') };
        const sent = method === 'DELETE' ? { headers } : { body };
        const { status } = await proof.room.cms.call(method, path, { token: superAdmin, ...sent });
        const what = `${method} ${path.replace('/content-manager/', '').replaceAll(documentId, ':id')}`;
        table[what] = `${status < 400 ? '' : 'refused, '}${await proof.outcome(what)}`;
        await proof.restore();
      }
    }
    expect(table).toMatchSnapshot();
  });

  it('no method of the document service, which a script calls', async () => {
    const { strapi } = proof.room.cms;
    for (const { uid, documentId } of proof.documents) {
      const documents = strapi.documents(uid as typeof uids.article);
      const acts: Record<string, () => Promise<unknown>> = {
        delete: () => documents.delete({ documentId }),
        clone: () => documents.clone({ documentId, data: { number: 4_711 } as never }),
        publish: async () => documents.publish({ documentId }),
        unpublish: async () => documents.unpublish({ documentId }),
        discardDraft: async () => documents.discardDraft({ documentId }),
      };
      const known = [...Object.keys(acts), 'create', 'update', ...insideOfUpdate];
      const methods = Object.keys(documents).filter((name) => !/^(find|count)/.test(name));
      expect(methods.filter((name) => !known.includes(name))).toEqual([]);
      for (const [name, act] of Object.entries(acts)) {
        await withoutRevision(act).catch(() => undefined);
        const outcome = await proof.outcome(`${name} of ${uid}`);
        if (name === 'delete') expect(outcome, `${name} of ${uid}`).toBe('void');
        await proof.restore();
      }
    }
  });

  it('no token of the admin that may write articles and nothing more', async () => {
    const permissions = ['read', 'update', 'publish', 'delete'].map((verb) => ({
      action: `plugin::content-manager.explorer.${verb}`,
      subject: uids.article,
      properties: verb === 'publish' || verb === 'delete' ? {} : { fields: ['title', 'body', 'images'] },
      conditions: [],
    }));
    const token = { name: 'proof', description: '', lifespan: null, adminPermissions: permissions };
    const made = await proof.room.cms.call<{ data: { accessKey: string } }>('POST', '/admin/admin-tokens', {
      token: superAdmin,
      body: token,
    });
    const { accessKey } = made.body.data;
    for (const { uid, documentId } of proof.documents.filter((each) => each.uid === uids.article)) {
      const { status, body } = await proof.room.save<Refused>(
        uid,
        documentId,
        { title: 'Par un jeton' },
        accessKey,
      );
      expect([status, body.error.details.code]).toEqual([400, 'APPROVAL_PROTECTED']);
      expect(await proof.outcome('a token of the admin')).toBe('same');
    }
  });

  it('no button of the desk, on the issue itself or on the other language', async () => {
    const ids: [who: string, documentId: string][] = [
      ['own', proof.issue],
      ['sibling', proof.sibling],
    ];
    const table: Record<string, string> = {};
    for (const [name, { method, path }] of Object.entries(endpoints)) {
      if (method === 'GET') continue;
      const articles = proof.documents.filter(({ uid }) => uid === uids.article).slice(0, 1);
      const asked = path.startsWith('/articles/')
        ? articles.map(({ documentId }): [string, string] => ['an article', documentId])
        : ids.slice(0, path.includes(':documentId') ? 2 : 1);
      for (const [who, documentId] of asked) {
        const bodies: Record<string, unknown> = {
          approveIssue: { hash: 'a'.repeat(64), acknowledged: [] },
          correctIssue: { reason: 'Un chiffre était faux.' },
          sendTest: { addresses: ['essai@example.test'] },
          previewAudience: { listIds: [proof.list] },
          createCampaign: { listIds: [proof.list], startAt: '2099-01-01T00:00:00Z' },
          prepareNumber: {
            ...{ from: null, number: 9_001, languages: ['fr'] },
            ...{ periodFrom: '2099-01-01', periodTo: '2099-01-31', publicationDate: '2099-02-01' },
          },
          showLive: { page: 'proof', issue: { subject: 'Un autre' } },
          showLiveDocument: {
            ...{ page: 'proof', documentId: null, language: 'fr' },
            document: { type: 'article', form: { title: 'Un autre' } },
          },
          showTiles: { language: 'fr', dashboard: {} },
          compareTexts: { from: 'fr', to: 'ar', texts: [] },
          beginTranslation: { language: 'en' },
          linkTranslation: { original: null },
          settleTranslation: { revision: 1 },
          giveAllClear: { hash: 'a'.repeat(64) },
          sendBackIssue: { reason: 'Un chiffre est faux.' },
          writeComment: { text: 'À revoir.', place: null },
          suppressAddress: { address: 'personne@bound.test' },
        };
        const filled = path.replace(':documentId', documentId).replace(':id', 'none');
        const { status } = await call('POST', `/newsletter${filled}`, bodies[name] ?? {});
        const what = `${name} of ${who}`;
        if (name === 'createCampaign' && status === 200) {
          // It has gone its way as approved; `outcome` is about what would leave next.
          expect(await proof.stage()).toBe('scheduled');
          const { campaigns } = await proof.room.detail(proof.issue);
          for (const { id } of campaigns) await proof.room.desk('POST', `/campaigns/${id}/cancel`);
        }
        table[what] = `${status < 400 ? '' : 'refused, '}${await proof.outcome(what)}`;
        await proof.restore();
      }
    }
    expect(table).toMatchSnapshot();
  });
});
