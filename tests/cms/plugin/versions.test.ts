import { expect, it } from 'vitest';
import type { Comparison, Versions } from '../../../cms/plugin/shared/desk';
import { bringBackHeader } from '../../../cms/plugin/shared/refusal-codes';
import { uids } from '../../../cms/plugin/shared/uids';
import { articles, codeOf, onBothDatabases, type Told } from './two-editors';

const day = 86_400_000;

onBothDatabases('every save of a document', (two) => {
  const { put, stored, draft } = two;
  const db = () => two.room().cms.strapi.db;
  const history = () => db().query('plugin::newsletter.revision');
  const versions = (documentId: string, token = two.editor(), type = 'article') =>
    two.room().cms.call<Versions & Told>('GET', `/newsletter/documents/${documentId}/versions?type=${type}`, {
      token,
    });
  const look = (documentId: string, revision: number, choices?: object) =>
    two.room().cms.call<Comparison & Told>('POST', `/newsletter/documents/${documentId}/compare`, {
      token: two.editor(),
      body: { type: 'article', revision, data: {}, ...(choices && { choices }) },
    });
  const bringBack = async (documentId: string, revision: number) => {
    const { body } = await look(documentId, revision);
    const choices = Object.fromEntries(body.differences.map(({ key }) => [key, 'mine']));
    const chosen = await look(documentId, revision, choices);
    return two.room().cms.call<Told>('PUT', `${articles}/${documentId}`, {
      token: two.editor(),
      body: chosen.body.data,
      headers: { [bringBackHeader]: String(revision) },
    });
  };

  /** Of two persons, so that each save is a version. */
  const inTurn = (revision: number) => (revision % 2 === 0 ? two.editor() : two.author());

  it('is kept beyond fifty, with who, when and which fields, and can be looked at and brought back on record', async () => {
    const documentId = await draft();
    for (let revision = 1; revision <= 55; revision += 1)
      expect((await put(documentId, { title: `Titre ${revision}`, revision }, inTurn(revision))).status).toBe(
        200,
      );
    await put(documentId, { standfirst: 'Un chapeau', revision: 56 }, two.editor());
    const { body } = await versions(documentId);
    expect(body.current).toBe(57);
    expect(body.versions).toHaveLength(57);
    expect(body.versions[0]).toMatchObject({
      by: 'nachra-editor Test',
      fields: ['Chapeau'],
      action: 'update',
    });
    expect(body.versions.at(-1)).toMatchObject({ revision: 1, action: 'create' });

    const seen = await look(documentId, 3);
    expect(seen.body.differences.map(({ label, mine }) => [label, mine])).toEqual([
      ['Titre', { is: 'text', text: 'Titre 2' }],
      ['Chapeau', { is: 'nothing' }],
    ]);
    expect((await bringBack(documentId, 3)).status).toBe(200);
    expect(await stored(uids.article, documentId)).toMatchObject({ title: 'Titre 2', standfirst: null });
    const [entry] = (await db()
      .query('plugin::newsletter.journal-entry')
      .findMany({ where: { document: documentId }, orderBy: { id: 'desc' }, limit: 1 })) as {
      data: object;
    }[];
    expect(entry?.data).toMatchObject({ broughtBack: 3, fields: ['title', 'standfirst'] });
    const journal = await two.room().desk<{ rows: { sentence: string }[] }>('GET', '/journal?kind=content');
    expect(journal.body.rows[0]?.sentence).toMatch(/^A rétabli la version 3 de l’article « Titre 2 »/);

    // Another text that calls itself that version is a save like any other.
    const current = (await versions(documentId)).body.current;
    const other = { title: 'Tout autre chose', revision: current };
    await two.call('PUT', `${articles}/${documentId}`, { body: other, headers: { [bringBackHeader]: '3' } });
    const after = await two.room().desk<{ rows: { sentence: string }[] }>('GET', '/journal?kind=content');
    expect(after.body.rows[0]?.sentence).not.toMatch(/rétabli/);
    expect(after.body.rows[0]?.sentence).toContain('Tout autre chose');
  });

  it('is brought back in some fields alone, which is a save like any other on record', async () => {
    const documentId = await draft();
    await put(documentId, { title: 'Autre titre', standfirst: 'Un chapeau', revision: 1 });
    const { body } = await look(documentId, 1);
    const keys = body.differences.map(({ key }) => key);
    expect(keys).toEqual(['title', 'standfirst']);
    const chosen = await look(documentId, 1, { title: 'theirs', standfirst: 'mine' });
    expect(Object.keys(chosen.body.data ?? {}).sort()).toEqual(['revision', 'standfirst']);
    const saved = await two.call('PUT', `${articles}/${documentId}`, {
      ...{ token: two.editor(), body: chosen.body.data ?? {} },
      headers: { [bringBackHeader]: '1' },
    });
    expect(saved.status).toBe(200);
    expect(await stored(uids.article, documentId)).toMatchObject({ title: 'Autre titre', standfirst: null });
    const journal = await two.room().desk<{ rows: { sentence: string }[] }>('GET', '/journal?kind=content');
    expect(journal.body.rows[0]?.sentence).not.toMatch(/rétabli/);
    expect(journal.body.rows[0]?.sentence).toContain('Chapeau');
  });

  it('is not for whoever may not edit the document', async () => {
    const issue = await two.room().issue();
    expect(codeOf(await versions(issue, two.author(), 'issue'))).toBe('DOCUMENT_FORBIDDEN');
  });

  it('is for whoever may edit that document, where a role may edit her own alone', async () => {
    const others = await draft();
    const own = await two.call('POST', articles, {
      ...{ token: two.author(), body: { title: 'À moi', kind: 'company-news', language: 'fr' } },
    });
    const permissions = db().query('admin::permission');
    const action = 'plugin::content-manager.explorer.update';
    const where = { action, subject: uids.article, role: { code: 'nachra-author' } };
    const { id } = (await permissions.findOne({ where })) as { id: number };
    await permissions.update({ where: { id }, data: { conditions: ['admin::is-creator'] } });
    const ask = (method: string, route: string, body?: object) =>
      two.call(method, `/newsletter/documents/${route}`, { token: two.author(), ...(body && { body }) });
    const comparison = { type: 'article', revision: 1, data: {} };
    expect((await versions(own.body.data.documentId, two.author())).status).toBe(200);
    for (const refused of [
      await versions(others, two.author()),
      await ask('POST', `${others}/compare`, comparison),
      await ask('GET', `${others}/endings?type=article`),
      await ask('POST', `${others}/presence`, { type: 'article', tab: 'a-strange-tab' }),
    ])
      expect(codeOf(refused)).toBe('DOCUMENT_FORBIDDEN');
    await permissions.update({ where: { id }, data: { conditions: [] } });
    expect((await versions(others, two.author())).status).toBe(200);
  });

  it('comes back without what was deleted since, and with what still is there', async () => {
    const room = two.room();
    const [kept, gone] = [await room.article({ title: 'Reste' }), await room.article({ title: 'Part' })];
    const issue = await room.issue({ articles: [kept, gone] });
    await room.update(uids.issue, issue, { sections: [], subject: 'Vidé' });
    await room.remove(uids.article, gone, two.editor());
    const ask = (choices?: object) =>
      room.cms.call<Comparison & Told>('POST', `/newsletter/documents/${issue}/compare`, {
        token: two.editor(),
        body: { type: 'issue', revision: 1, data: {}, ...(choices && { choices }) },
      });
    const choices = Object.fromEntries((await ask()).body.differences.map(({ key }) => [key, 'mine']));
    const { body } = await ask(choices);
    const saved = await room.cms.call<Told>(
      'PUT',
      `/content-manager/collection-types/${uids.issue}/${issue}`,
      {
        token: two.editor(),
        body: body.data,
      },
    );
    expect([saved.status, saved.body.error]).toEqual([200, undefined]);
    const found = (await room.cms.strapi.documents(uids.issue).findOne({
      documentId: issue,
      populate: { sections: { on: { 'newsletter-section.articles': { populate: ['articles'] } } } },
    } as never)) as unknown as { sections: { articles: { documentId: string }[] }[] };
    expect(found.sections[0]?.articles.map(({ documentId }) => documentId)).toEqual([kept]);
  });

  it('is forgotten after two years, but for the last one; and with its document at once', async () => {
    const [old, dead] = [await draft(), await draft()];
    for (const revision of [1, 2]) await put(old, { title: `Titre ${revision}`, revision }, inTurn(revision));
    const long = new Date(Date.now() - 740 * day);
    await history().updateMany({ where: { subject: old }, data: { at: long } });
    await two.room().remove(uids.article, dead, two.editor());
    expect(await history().findMany({ where: { subject: dead } })).toMatchObject([
      { action: 'delete', content: null },
    ]);
    type Module = typeof import('../../../cms/plugin/server/src/content/revisions/history');
    const { loadPlugin } = await import('../../support/cms');
    const { openHistory } = loadPlugin<Module>('content/revisions/history');
    const { strapi } = two.room().cms;
    await openHistory(strapi, () => new Date(Date.now() - 20 * day)).prune();
    expect((await versions(old)).body.versions).toHaveLength(3);
    await openHistory(strapi, () => new Date()).prune();
    expect((await versions(old)).body.versions).toMatchObject([{ revision: 3 }]);
  });
});
