import { expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin, withoutRevision } from '../../support/cms';
import { brand as brandData, paragraph } from './newsroom';
import { articles, codeOf, onBothDatabases, type Document } from './two-editors';

const { backfillRevisions } =
  loadPlugin<typeof import('../../../cms/plugin/server/src/content/revisions/schema')>(
    'content/revisions/schema',
  );

onBothDatabases('a save carries the revision it began from', (two) => {
  const { call, put, documents, stored, draft, meanwhile } = two;

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
    const { at = '' } = refused.body.error?.details.data ?? {};
    expect(Date.parse(at)).toBeGreaterThanOrEqual(before - 1_000);
    expect(await stored(uids.article, documentId)).toMatchObject({ title: 'Entre-temps', revision: 2 });
  });

  it('and is refused where it says nothing, unless a script says that it need not', async () => {
    const documentId = await draft();
    expect(codeOf(await put(documentId, { title: 'Sans' }))).toBe('REVISION_MISSING');
    const write = () => documents(uids.article).update({ documentId, data: {} } as never);
    await expect(write()).rejects.toThrow(/which version it began from/);
    await withoutRevision(write);
    expect(await stored(uids.article, documentId)).toMatchObject({ revision: 2 });
  });

  it('and one that was never written is the first: it is compared, raised, and written at the next start', async () => {
    const unwritten = async () => {
      const documentId = await draft();
      const rows = two.room().cms.strapi.db.query(uids.article);
      await rows.updateMany({ where: { documentId }, data: { revision: null } });
      return documentId;
    };
    const documentId = await unwritten();
    expect(codeOf(await put(documentId, { title: 'Sans' }))).toBe('REVISION_MISSING');
    expect((await put(documentId, { title: 'Un', revision: 1 })).body.data.revision).toBe(2);
    expect(codeOf(await put(documentId, { title: 'Deux', revision: 1 }))).toBe('REVISION_STALE');
    const other = await unwritten();
    await backfillRevisions(two.room().cms.strapi);
    expect(await stored(uids.article, other)).toMatchObject({ revision: 1 });
    expect(await stored(uids.article, documentId)).toMatchObject({ title: 'Un', revision: 2 });
  });

  it('and a script says it beside the document', async () => {
    const documentId = await draft();
    const publish = (revision: number) =>
      documents(uids.article).publish({ documentId, revision } as never) as Promise<unknown>;
    await publish(1);
    await expect(publish(1)).rejects.toThrow(/has changed/);
    const remove = (revision: number) =>
      documents(uids.article).delete({ documentId, revision } as never) as Promise<unknown>;
    await expect(remove(1)).rejects.toThrow(/has changed/);
    await remove(2);
    expect(await stored(uids.article, documentId)).toBeNull();
  });

  it('and a new document can be published from its form, which has no revision yet', async () => {
    const answer = await two.call('POST', `${articles}/actions/publish`, {
      body: { title: 'Une agence de plus', kind: 'company-news', language: 'fr', standfirst: 'En route.' },
    });
    expect([answer.status, codeOf(answer)]).toEqual([200, undefined]);
    const { documentId } = answer.body.data;
    expect(await two.stored(uids.article, documentId, 'published')).toMatchObject({ revision: 2 });
    expect(codeOf(await two.put(documentId, { title: 'Plus tard', revision: 1 }))).toBe('REVISION_STALE');
  });

  it('and a publication carries it on: the published version has the revision of its draft', async () => {
    const documentId = await draft();
    const publish = (body: object) => call('POST', `${articles}/${documentId}/actions/publish`, { body });
    expect((await publish({ title: 'Publié', revision: 1 })).status).toBe(200);
    const [own, published] = [
      await stored(uids.article, documentId),
      await stored(uids.article, documentId, 'published'),
    ];
    expect(published).toMatchObject({ title: 'Publié', revision: own?.revision });
    expect(codeOf(await publish({ title: 'Trop tard', revision: 1 }))).toBe('REVISION_STALE');
    expect(await stored(uids.article, documentId, 'published')).toMatchObject({ title: 'Publié' });
    expect(codeOf(await publish({ title: 'Sans' }))).toBe('REVISION_MISSING');
  });

  it.each(['unpublish', 'discard', 'delete'])('and a stale %s is refused', async (action) => {
    const documentId = await draft();
    await call('POST', `${articles}/${documentId}/actions/publish`, { body: { revision: 1 } });
    const seen = (await stored(uids.article, documentId))?.revision ?? 0;
    await put(documentId, { title: 'Entre-temps', revision: seen }, two.author());
    const act = (revision?: number) =>
      call(
        action === 'delete' ? 'DELETE' : 'POST',
        `${articles}/${documentId}${action === 'delete' ? '' : `/actions/${action}`}`,
        { body: {}, ...(revision && { headers: { 'if-match': `"${revision}"` } }) },
      );
    expect(codeOf(await act())).toBe('REVISION_MISSING');
    expect(codeOf(await act(seen))).toBe('REVISION_STALE');
    expect(await stored(uids.article, documentId)).toMatchObject({ title: 'Entre-temps' });
    expect((await act(seen + 1)).status).toBe(200);
    const left = await stored(uids.article, documentId);
    if (action === 'delete') expect(left).toBeNull();
    // Also after the draft was made anew from the published version, which is older.
    else expect(left).toMatchObject({ revision: seen + 2 });
  });

  it.each(['bulkPublish', 'bulkUnpublish', 'bulkDelete'])(
    'and %s changes nothing at all if one of the documents is not as it was seen',
    async (action) => {
      const documentIds = [await two.room().article(), await two.room().article()];
      const revisions: Record<string, number> = {};
      for (const documentId of documentIds)
        revisions[documentId] = (await stored(uids.article, documentId))?.revision ?? 0;
      const [first = '', second = ''] = documentIds;
      await put(second, { title: 'Entre-temps', revision: revisions[second] }, two.author());
      const act = (said: object) =>
        call('POST', `${articles}/actions/${action}`, { body: { documentIds, ...said } });
      expect(codeOf(await act({}))).toBe('REVISION_MISSING');
      expect(codeOf(await act({ revisions }))).toBe('REVISION_STALE');
      expect(await stored(uids.article, first)).toMatchObject({ revision: revisions[first] });
      expect(await stored(uids.article, first, 'published')).not.toBeNull();
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

  it('and a copy of an issue is refused, by whatever way it is made', async () => {
    const token = await two.room().cms.token();
    const issue = await two.room().issue({ language: 'ar' });
    const { number } = await two.room().detail(issue);
    const clone = (way: string) =>
      call('POST', `/content-manager/collection-types/${uids.issue}/${way}/${issue}`, {
        token,
        body: { number: number + 1_000 },
      });
    const closed = { status: 400, body: { error: { details: { code: 'COPY_CLOSED' } } } };
    expect(await clone('clone')).toMatchObject(closed);
    expect(JSON.stringify(await clone('auto-clone'))).toContain('Préparez-le au pupitre');
    await expect(documents(uids.issue).clone({ documentId: issue })).rejects.toThrow('Prepare an issue');
  });

  it('and so do issues, dashboards and the institution', async () => {
    const asOwner = await two.room().cms.token();
    const figures = {
      periods: [{ label: 'Juin', end: '2023-06-30' }],
      groups: [{ title: 'A', indicators: [{ label: 'Effectif', unit: 'count', values: [1] }] }],
    };
    const dashboard = await two
      .room()
      .create(uids.dashboard, { title: 'Chiffres', asOf: '2023-06-30', figures });
    const issue = await two.room().issue();
    const [institution] = (await documents(uids.brand).findMany({})) as unknown as Document[];
    const { revision = 0 } = institution ?? {};
    const saves: [route: string, body: object, revision: number][] = [
      [`/content-manager/collection-types/${uids.issue}/${issue}`, { subject: 'Nouvel objet' }, 1],
      [`/content-manager/collection-types/${uids.dashboard}/${dashboard}`, { title: 'Autres chiffres' }, 1],
      [`/content-manager/single-types/${uids.brand}`, { ...brandData, name: 'Autre nom' }, revision],
    ];
    for (const [route, body, began] of saves) {
      const send = (said: object) => call('PUT', route, { token: asOwner, body: { ...body, ...said } });
      expect(codeOf(await send({})), route).toBe('REVISION_MISSING');
      expect((await send({ revision: began })).status, route).toBe(200);
      expect(codeOf(await send({ revision: began })), route).toBe('REVISION_STALE');
    }
  });

  it('and of any number of saves at the same instant exactly one wins', async () => {
    for (const several of [2, 2, 5]) {
      const documentId = await draft();
      const saves = Array.from({ length: several }, (_, index) =>
        put(documentId, { title: `Titre ${index}`, revision: 1 }, index % 2 ? two.author() : two.editor()),
      );
      const answers = await Promise.all(saves);
      const won = answers.filter(({ status }) => status === 200);
      expect(won).toHaveLength(1);
      expect(answers.filter((answer) => codeOf(answer) === 'REVISION_STALE')).toHaveLength(several - 1);
      expect(await stored(uids.article, documentId)).toMatchObject({
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
      state: { auth: { credentials: { id: 1, name: 'Site public' } } },
      get: (name: string) => headers[name] ?? '',
    });
    const { requestContext } = two.room().cms.strapi;
    const write = (data: object, request: object) =>
      requestContext.run(request as never, async () => {
        await documents(uids.article).update({ documentId, data } as never);
      });
    await expect(write({ title: 'API' }, request({}))).rejects.toThrow(/quelle version/);
    await write({ title: 'API', revision: 1 }, request({}));
    await expect(write({ title: 'API' }, request({}, { 'if-match': '"1"' }))).rejects.toThrow(/Site public/);
    await write({ title: 'API' }, request({}, { 'if-match': '"2"' }));
    expect(await stored(uids.article, documentId)).toMatchObject({ revision: 3 });
  });
});
