import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison, Presence } from '../../../cms/plugin/shared/desk';
import { withoutRevision, type CallOptions } from '../../support/cms';
import { startPostgres, type RunningPostgres } from '../../support/postgres';
import { describeWith, postgres } from '../../support/requires';
import { brand as brandData, openNewsroom, paragraph, type Newsroom } from './newsroom';

const uid = {
  article: 'plugin::newsletter.article',
  issue: 'plugin::newsletter.issue',
  dashboard: 'plugin::newsletter.dashboard',
  brand: 'plugin::newsletter.brand',
} as const;
const articles = `/content-manager/collection-types/${uid.article}`;

interface Document extends Record<string, unknown> {
  documentId: string;
  revision: number;
}
interface Told {
  data: Document;
  error?: {
    message: string;
    details: { code: string; data: { by: string | null; fields: string[]; revision: number; title: string } };
  };
}

describe('a save carries the revision it began from, on SQLite', () => everyDoor(async () => undefined));
describeWith([postgres])('a save carries the revision it began from, on PostgreSQL', () =>
  everyDoor(startPostgres),
);

function everyDoor(startServer: () => Promise<RunningPostgres | undefined>): void {
  let server: RunningPostgres | undefined;
  let room: Newsroom;
  let author: string;
  let editor: string;

  beforeAll(async () => {
    server = await startServer();
    room = await openNewsroom(server ? { DATABASE_URL: server.url } : {});
    author = await room.cms.token('nachra-author');
    editor = await room.cms.token('nachra-editor');
  });
  afterAll(async () => {
    await room?.close();
    await server?.close();
  });

  const call = (method: string, route: string, options: CallOptions = {}) =>
    room.cms.call<Told>(method, route, { token: editor, ...options });
  const put = (documentId: string, body: object, token = author) =>
    call('PUT', `${articles}/${documentId}`, { token, body });
  const documents = (type: string) => room.cms.strapi.documents(type as typeof uid.article);
  const stored = async (type: string, documentId: string, status: 'draft' | 'published' = 'draft') =>
    (await documents(type).findOne({ documentId, status } as never)) as Document | null;
  const code = ({ body }: { body: Told }) => body.error?.details.code;
  const draft = () => room.article({}, { published: false });
  /** Somebody else saves meanwhile. */
  const meanwhile = (documentId: string, data: object = { title: 'Entre-temps' }) =>
    put(documentId, { ...data, revision: 1 }, editor);

  it('and a new document begins at 1, whatever was sent', async () => {
    const { body } = await call('POST', articles, {
      body: { title: 'Neuf', kind: 'feature', language: 'fr', revision: 7 },
    });
    expect(body.data.revision).toBe(1);
    const { status, body: after } = await put(body.data.documentId, { title: 'Deux', revision: 1 });
    expect([status, after.data.revision]).toEqual([200, 2]);
  });

  it('and is refused when somebody has saved since, with who, what and when', async () => {
    const documentId = await draft();
    const before = Date.now();
    await meanwhile(documentId);
    const refused = await put(documentId, { body: [paragraph('Le second')], revision: 1 });
    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject({
      message: expect.stringMatching(/^nachra-editor Test a modifié « Entre-temps » .* \(Titre\)/) as string,
      details: {
        code: 'REVISION_STALE',
        data: { by: 'nachra-editor Test', fields: ['title'], revision: 2, title: 'Entre-temps' },
      },
    });
    const { at } = refused.body.error?.details.data as unknown as { at: string };
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before - 1_000);
    expect(await stored(uid.article, documentId)).toMatchObject({ title: 'Entre-temps', revision: 2 });
  });

  it('and is refused where it says nothing, unless a script says that it need not', async () => {
    const documentId = await draft();
    expect(code(await put(documentId, { title: 'Sans' }))).toBe('REVISION_MISSING');
    const write = () => documents(uid.article).update({ documentId, data: {} } as never);
    await expect(write()).rejects.toThrow(/which version it began from/);
    await withoutRevision(write);
    expect(await stored(uid.article, documentId)).toMatchObject({ revision: 2 });
  });

  it('and a script says it beside the document', async () => {
    const documentId = await draft();
    const publish = (revision: number) =>
      documents(uid.article).publish({ documentId, revision } as never) as Promise<unknown>;
    await publish(1);
    await expect(publish(1)).rejects.toThrow(/has changed/);
    const remove = (revision: number) =>
      documents(uid.article).delete({ documentId, revision } as never) as Promise<unknown>;
    await expect(remove(1)).rejects.toThrow(/has changed/);
    await remove(2);
    expect(await stored(uid.article, documentId)).toBeNull();
  });

  it('and a publication carries it on: the published version has the revision of its draft', async () => {
    const documentId = await draft();
    const publish = (body: object) => call('POST', `${articles}/${documentId}/actions/publish`, { body });
    expect((await publish({ title: 'Publié', revision: 1 })).status).toBe(200);
    const [own, published] = [
      await stored(uid.article, documentId),
      await stored(uid.article, documentId, 'published'),
    ];
    expect(published).toMatchObject({ title: 'Publié', revision: own?.revision });
    expect(code(await publish({ title: 'Trop tard', revision: 1 }))).toBe('REVISION_STALE');
    expect(await stored(uid.article, documentId, 'published')).toMatchObject({ title: 'Publié' });
    expect(code(await publish({ title: 'Sans' }))).toBe('REVISION_MISSING');
  });

  it.each(['unpublish', 'discard', 'delete'])('and a stale %s is refused', async (action) => {
    const documentId = await draft();
    await call('POST', `${articles}/${documentId}/actions/publish`, { body: { revision: 1 } });
    const seen = (await stored(uid.article, documentId))?.revision ?? 0;
    await put(documentId, { title: 'Entre-temps', revision: seen }, author);
    const act = (revision?: number) =>
      call(
        action === 'delete' ? 'DELETE' : 'POST',
        `${articles}/${documentId}${action === 'delete' ? '' : `/actions/${action}`}`,
        { body: {}, ...(revision && { headers: { 'if-match': `"${revision}"` } }) },
      );
    expect(code(await act())).toBe('REVISION_MISSING');
    expect(code(await act(seen))).toBe('REVISION_STALE');
    expect(await stored(uid.article, documentId)).toMatchObject({ title: 'Entre-temps' });
    expect((await act(seen + 1)).status).toBe(200);
    const left = await stored(uid.article, documentId);
    if (action === 'delete') expect(left).toBeNull();
    // Also after the draft was made anew from the published version, which is older.
    else expect(left).toMatchObject({ revision: seen + 2 });
  });

  it.each(['bulkPublish', 'bulkUnpublish', 'bulkDelete'])(
    'and %s changes nothing at all if one of the documents is not as it was seen',
    async (action) => {
      const documentIds = [await room.article(), await room.article()];
      const revisions: Record<string, number> = {};
      for (const documentId of documentIds)
        revisions[documentId] = (await stored(uid.article, documentId))?.revision ?? 0;
      const [first = '', second = ''] = documentIds;
      await put(second, { title: 'Entre-temps', revision: revisions[second] }, author);
      const act = (said: object) =>
        call('POST', `${articles}/actions/${action}`, { body: { documentIds, ...said } });
      expect(code(await act({}))).toBe('REVISION_MISSING');
      expect(code(await act({ revisions }))).toBe('REVISION_STALE');
      expect(await stored(uid.article, first)).toMatchObject({ revision: revisions[first] });
      expect(await stored(uid.article, first, 'published')).not.toBeNull();
      const now = { ...revisions, [second]: (revisions[second] ?? 0) + 1 };
      expect((await act({ revisions: now })).status).toBe(200);
    },
  );

  it('and a copy begins at 1', async () => {
    const documentId = await draft();
    await meanwhile(documentId);
    const { body } = await call('POST', `${articles}/clone/${documentId}`, {
      body: { title: 'Copie', kind: 'feature', language: 'fr', revision: 2 },
    });
    expect(body.data).toMatchObject({ title: 'Copie', revision: 1 });
  });

  it('and so do issues, dashboards and the institution', async () => {
    const asOwner = await room.cms.token();
    const figures = {
      periods: [{ label: 'Juin', end: '2023-06-30' }],
      groups: [{ title: 'A', indicators: [{ label: 'Effectif', unit: 'count', values: [1] }] }],
    };
    const dashboard = await room.create(uid.dashboard, { title: 'Chiffres', asOf: '2023-06-30', figures });
    const issue = await room.issue();
    const [institution] = (await documents(uid.brand).findMany({})) as unknown as Document[];
    const { revision = 0 } = institution ?? {};
    const saves: [route: string, body: object, revision: number][] = [
      [`/content-manager/collection-types/${uid.issue}/${issue}`, { subject: 'Nouvel objet' }, 1],
      [`/content-manager/collection-types/${uid.dashboard}/${dashboard}`, { title: 'Autres chiffres' }, 1],
      [`/content-manager/single-types/${uid.brand}`, { ...brandData, name: 'Autre nom' }, revision],
    ];
    for (const [route, body, began] of saves) {
      const send = (said: object) => call('PUT', route, { token: asOwner, body: { ...body, ...said } });
      expect(code(await send({})), route).toBe('REVISION_MISSING');
      expect((await send({ revision: began })).status, route).toBe(200);
      expect(code(await send({ revision: began })), route).toBe('REVISION_STALE');
    }
  });

  it('and of any number of saves at the same instant exactly one wins', async () => {
    for (const several of [2, 2, 5]) {
      const documentId = await draft();
      const saves = Array.from({ length: several }, (_, index) =>
        put(documentId, { title: `Titre ${index}`, revision: 1 }, index % 2 ? author : editor),
      );
      const answers = await Promise.all(saves);
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      expect(answers.filter((answer) => code(answer) === 'REVISION_STALE')).toHaveLength(several - 1);
      expect(await stored(uid.article, documentId)).toMatchObject({
        revision: 2,
        title: won[0]?.body.data['title'],
      });
    }
  });

  it('and a publication and a save at the same instant do not both win', async () => {
    const documentId = await draft();
    const answers = await Promise.all([
      call('POST', `${articles}/${documentId}/actions/publish`, { body: { title: 'Publié', revision: 1 } }),
      put(documentId, { title: 'Enregistré', revision: 1 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('and an API token, too, which is named', async () => {
    const documentId = await draft();
    const request = (body: object, headers: Record<string, string> = {}) => ({
      params: { id: documentId },
      request: { body },
      state: { auth: { credentials: { name: 'Site public' } } },
      get: (name: string) => headers[name] ?? '',
    });
    const write = (data: object, ctx: object) =>
      room.cms.strapi.requestContext.run(ctx as never, () =>
        documents(uid.article).update({ documentId, data } as never),
      ) as Promise<unknown>;
    await expect(write({ title: 'API' }, request({}))).rejects.toThrow(/quelle version/);
    await write({ title: 'API', revision: 1 }, request({}));
    await expect(write({ title: 'API' }, request({}, { 'if-match': '"1"' }))).rejects.toThrow(/Site public/);
    await write({ title: 'API' }, request({}, { 'if-match': '"2"' }));
    expect(await stored(uid.article, documentId)).toMatchObject({ revision: 3 });
  });

  const compare = (documentId: string, body: object, token = editor) =>
    room.cms.call<Comparison & Told>('POST', `/newsletter/documents/${documentId}/compare`, {
      token,
      body: { type: 'article', revision: 1, data: {}, ...body },
    });

  it('and whoever comes too late sees both versions, field by field, and saves what she chose', async () => {
    const documentId = await draft();
    await meanwhile(documentId, { title: 'La leur', standfirst: 'Leur chapeau' });
    const data = { title: 'La mienne', callToActionLabel: 'Lire', revision: 1 };
    const { body } = await compare(documentId, { data });
    expect(body.differences).toEqual([
      {
        key: 'title',
        label: 'Titre',
        changedBy: 'both',
        mine: { is: 'text', text: 'La mienne' },
        theirs: { is: 'text', text: 'La leur' },
      },
      {
        key: 'standfirst',
        label: 'Chapeau',
        changedBy: 'them',
        mine: { is: 'nothing' },
        theirs: { is: 'text', text: 'Leur chapeau' },
      },
      {
        key: 'callToActionLabel',
        label: 'Texte du bouton',
        changedBy: 'me',
        mine: { is: 'text', text: 'Lire' },
        theirs: { is: 'nothing' },
      },
    ]);
    expect(body.changes).toMatchObject([{ by: 'nachra-editor Test', fields: ['Titre', 'Chapeau'] }]);
    expect(code(await compare(documentId, { data, choices: {} }))).toBe('CHOICE_MISSING');
    const chosen = await compare(documentId, { data, choices: { title: 'mine' } });
    expect(chosen.body.data).toEqual({ title: 'La mienne', callToActionLabel: 'Lire', revision: 2 });
    expect((await put(documentId, chosen.body.data as object)).status).toBe(200);
    expect(await stored(uid.article, documentId)).toMatchObject({
      title: 'La mienne',
      standfirst: 'Leur chapeau',
      callToActionLabel: 'Lire',
    });
  });

  it('and is told who has deleted the document', async () => {
    const documentId = await draft();
    await call('DELETE', `${articles}/${documentId}`, { headers: { 'if-match': '"1"' } });
    const refused = await compare(documentId, {});
    expect(code(refused)).toBe('DOCUMENT_DELETED');
    expect(refused.body.error?.message).toMatch(/^nachra-editor Test a supprimé cet article/);
  });

  it('and compares only what she may edit', async () => {
    const issue = await room.issue();
    expect(code(await compare(issue, { type: 'issue' }, author))).toBe('DOCUMENT_FORBIDDEN');
  });

  it('and who has a document open is known to the others until the page is left', async () => {
    const documentId = await draft();
    const note = async (token: string, tab: string, leaving = false) =>
      (
        await room.cms.call<Presence>('POST', `/newsletter/documents/${documentId}/presence`, {
          token,
          body: { type: 'article', tab, leaving },
        })
      ).body.others;
    expect(await note(author, 'author-tab')).toEqual([]);
    expect(await note(editor, 'editor-tab')).toMatchObject([{ name: 'nachra-author Test', self: false }]);
    expect(await note(author, 'author-tab-2')).toMatchObject([
      { name: 'nachra-author Test', self: true },
      { name: 'nachra-editor Test', self: false },
    ]);
    await note(author, 'author-tab-2', true);
    await note(editor, 'editor-tab', true);
    expect(await note(author, 'author-tab')).toEqual([]);
    // A browser that died says nothing more, and is forgotten.
    const seenAt = new Date(Date.now() - 60_000);
    await room.cms.strapi.db.query('plugin::newsletter.presence').updateMany({ where: {}, data: { seenAt } });
    expect(await note(editor, 'editor-tab')).toEqual([]);
  });
}
