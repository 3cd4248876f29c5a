import { expect, it } from 'vitest';
import type { Comparison } from '../../../cms/plugin/shared/desk';
import { askFirstHeader } from '../../../cms/plugin/shared/refusal-codes';
import { uids } from '../../../cms/plugin/shared/uids';
import { aPng } from '../../support/pictures';
import type { Newsroom, Refused } from './newsroom';
import { uploadPicture } from './uploads';

/** A refusal that asks first. */
type Asked = Refused & { error: { details: { data: { issues: { documentId: string }[] } } } };

/** What is told of an approval that has ended, on any database. @param lists a list with a reader, once it is there */
export function tellWhatEnded(opened: () => Newsroom, publisher: () => string, list: () => string): void {
  const startAt = '2099-01-01T00:00:00.000Z';
  const approve = async (issue: string) =>
    expect((await opened().approve(issue, { submits: false })).status).toBe(200);
  const approved = (over: object = {}, article?: string) =>
    opened().approved({ ...(article && { articles: [article] }), ...over }, { submits: false });
  const endedOf = async (issue: string) => (await opened().detail(issue)).ended;
  const by = { id: expect.any(String) as string, name: 'nachra-publisher Test' };

  it('is told at the desk once it is changed: by whom, what, and which send is cancelled, until both are done again', async () => {
    const room = opened();
    const article = await room.article({ title: 'Titre approuvé' });
    const issue = await approved({}, article);
    expect(await endedOf(issue)).toBeNull();
    await room.send(issue, [list()], startAt);
    await room.save(uids.article, article, { title: 'Titre changé' }, publisher());
    const told = {
      because: 'changed',
      by,
      at: expect.any(String) as string,
      what: {
        type: 'article',
        title: 'Titre changé',
        isDeleted: false,
        editable: { type: 'article', documentId: article },
        fields: ['Titre'],
        before: { documentId: article, revision: expect.any(Number) as number },
      },
      language: 'fr',
      cancelled: startAt,
    };
    const ended = await endedOf(issue);
    expect(ended).toEqual(told);
    // By that revision the desk shows what the field was and is.
    const route = `/documents/${article}/compare`;
    const revision = ended?.what?.before?.revision;
    const { body } = await room.desk<Comparison>('POST', route, { type: 'article', revision, data: {} });
    expect(body.differences).toMatchObject([
      { label: 'Titre', mine: { text: 'Titre approuvé' }, theirs: { text: 'Titre changé' } },
    ]);
    // Approved again, what is left to do is the send.
    await room.save(uids.article, article, { title: 'Titre approuvé' }, publisher());
    await approve(issue);
    expect(await endedOf(issue)).toEqual(told);
    expect((await room.send(issue, [list()], startAt)).status).toBe(200);
    expect(await endedOf(issue)).toBeNull();
    // What a person takes back herself needs no telling.
    await room.desk('POST', `/issues/${issue}/withdraw`);
    expect(await endedOf(issue)).toBeNull();
  });

  it('is told by a picture’s name, and of a send that another language has taken along', async () => {
    const room = opened();
    const picture = (await uploadPicture(room.cms, publisher(), aPng(60, 40, 'ended'))).body;
    const french = await approved({ cover: picture.id });
    const { number } = await room.detail(french);
    const arabic = await approved(
      { number, language: 'ar', subject: `أمانيوز العدد ${number}`, periodLabel: 'يوليوز 2023' },
      await room.article({ language: 'ar', title: 'المجلس' }),
    );
    await room.send(french, [list()], startAt);
    const route = `/upload/files/${picture.id}`;
    const token = publisher();
    const described = await room.cms.call('PUT', route, {
      token,
      body: { fileInfo: { alternativeText: 'Autre chose' } },
    });
    const what = { type: 'picture', title: expect.any(String) as string, isDeleted: false, editable: null };
    expect([described.status, await endedOf(french)]).toMatchObject([200, { by, what, cancelled: startAt }]);
    expect(await endedOf(arabic)).toBeNull();
  });

  it('is named before a part of it is deleted, as is every issue that contains it', async () => {
    const room = opened();
    const article = await room.article();
    const draft = await room.issue({ articles: [article] });
    const issue = await approved({}, article);
    const remove = (headers: Record<string, string>, revision: number) =>
      room.cms.call<Asked>('DELETE', `/content-manager/collection-types/${uids.article}/${article}`, {
        token: publisher(),
        headers: { 'if-match': `"${revision}"`, ...headers },
      });
    const row = await room.cms.strapi.documents(uids.article).findOne({ documentId: article });
    const revision = Number(row?.['revision']);
    const asked = await remove({ [askFirstHeader]: 'yes' }, revision);
    expect(asked.body.error.details.code).toBe('DELETION_HELD');
    const named = asked.body.error.details.data.issues.map(({ documentId }) => documentId);
    expect(named.sort()).toEqual([draft, issue].sort());
    expect((await room.detail(issue)).stage).toBe('approved');
    expect((await remove({}, revision)).status).toBe(200);
    expect(await endedOf(issue)).toMatchObject({
      what: { type: 'article', isDeleted: true, editable: null },
    });
  });

  it('is named with those of every other article that the same list is told to delete or unpublish', async () => {
    const room = opened();
    const articles = [await room.article(), await room.article()];
    const issues = await Promise.all(articles.map((article) => room.issue({ articles: [article] })));
    for (const issue of issues) await approve(issue);
    const rows = await room.cms.strapi
      .documents(uids.article)
      .findMany({ filters: { documentId: articles } });
    const revisions = Object.fromEntries(rows.map((row) => [row.documentId, row['revision']]));
    const asked = async (action: 'Delete' | 'Unpublish') => {
      const { body } = await room.cms.call<Asked>(
        'POST',
        `/content-manager/collection-types/${uids.article}/actions/bulk${action}`,
        {
          token: publisher(),
          headers: { [askFirstHeader]: 'yes' },
          body: { documentIds: articles, revisions },
        },
      );
      const { code, data } = body.error.details;
      return [code, data.issues.map(({ documentId }) => documentId).sort()];
    };
    expect(await asked('Delete')).toEqual(['DELETION_HELD', [...issues].sort()]);
    expect(await asked('Unpublish')).toEqual(['APPROVAL_ENDS', [...issues].sort()]);
    for (const issue of issues) expect((await room.detail(issue)).stage).toBe('approved');
  });

  it('is asked about before a picture that it shows is replaced or deleted', async () => {
    const room = opened();
    const picture = (await uploadPicture(room.cms, publisher(), aPng(60, 40, 'asked'))).body;
    const issue = await approved({ cover: picture.id });
    const removed = (headers: Record<string, string>) =>
      room.cms.call<Asked>('DELETE', `/upload/files/${picture.id}`, { token: publisher(), headers });
    const { error } = (await removed({ [askFirstHeader]: 'yes' })).body;
    expect([error.details.code, error.details.data.issues]).toMatchObject([
      'APPROVAL_ENDS',
      [{ documentId: issue, stage: 'approved' }],
    ]);
    expect((await room.detail(issue)).stage).toBe('approved');
    expect((await removed({})).status).toBe(200);
    expect((await room.detail(issue)).stage).toBe('drafting');
  });

  it('is asked about before a folder with such a picture is deleted, and what is chosen beside it stays until then', async () => {
    const room = opened();
    const token = publisher();
    const folder = await room.cms.call<{ data: { id: number } }>('POST', '/upload/folders', {
      token,
      body: { name: 'Juillet', parent: null },
    });
    const folderId = folder.body.data.id;
    const inside = (await uploadPicture(room.cms, token, aPng(60, 40, 'in a folder'))).body;
    await room.cms.call('POST', '/upload/actions/bulk-move', {
      token,
      body: { fileIds: [inside.id], folderIds: [], destinationFolderId: folderId },
    });
    const beside = (await uploadPicture(room.cms, token, aPng(60, 40, 'beside it'))).body;
    const issue = await approved({ cover: inside.id });
    const removed = (headers: Record<string, string>) =>
      room.cms.call<Asked>('POST', '/upload/actions/bulk-delete', {
        token,
        headers,
        body: { fileIds: [beside.id], folderIds: [folderId] },
      });
    const { error } = (await removed({ [askFirstHeader]: 'yes' })).body;
    expect([error.details.code, error.details.data.issues]).toMatchObject([
      'APPROVAL_ENDS',
      [{ documentId: issue, stage: 'approved' }],
    ]);
    const filesLeft = () =>
      room.cms.strapi.db.query('plugin::upload.file').count({ where: { id: [beside.id, inside.id] } });
    expect([(await room.detail(issue)).stage, await filesLeft()]).toEqual(['approved', 2]);
    expect((await removed({})).status).toBe(200);
    expect([(await room.detail(issue)).stage, await filesLeft()]).toEqual(['drafting', 0]);
  });

  it('is asked about before it ends where the form wants to know, and nothing is changed until then', async () => {
    const room = opened();
    const article = await room.article();
    const issue = await approved({}, article);
    const { number } = await room.detail(issue);
    await room.send(issue, [list()], startAt);
    const revisionNow = async () =>
      (await room.cms.strapi.documents(uids.article).findOne({ documentId: article }))?.[
        'revision'
      ] as unknown;
    const saved = async (data: object, headers: Record<string, string>) =>
      room.cms.call<Refused & { error: { details: { data: unknown } } }>(
        'PUT',
        `/content-manager/collection-types/${uids.article}/${article}`,
        { token: publisher(), headers, body: { revision: await revisionNow(), ...data } },
      );
    const asked = await saved({ title: 'Autre titre' }, { [askFirstHeader]: 'yes' });
    expect(asked.body.error.details).toEqual({
      code: 'APPROVAL_ENDS',
      data: { issues: [{ documentId: issue, number, language: 'fr', stage: 'scheduled', startAt }] },
    });
    expect((await room.detail(issue)).stage).toBe('scheduled');
    expect((await saved({}, { [askFirstHeader]: 'yes' })).status).toBe(200);
    expect((await saved({ title: 'Autre titre' }, {})).status).toBe(200);
    expect((await room.detail(issue)).stage).toBe('drafting');
  });
}
