import { expect, it } from 'vitest';
import { askFirstHeader } from '../../../cms/plugin/shared/refusal-codes';
import { uids } from '../../../cms/plugin/shared/uids';
import { aPng } from '../../support/pictures';
import type { Newsroom, Refused } from './newsroom';
import { uploadPicture } from './uploads';

/** What is told of an approval that has ended, on any database. @param lists a list with a reader, once it is there */
export function tellWhatEnded(opened: () => Newsroom, publisher: () => string, list: () => string): void {
  const startAt = '2099-01-01T00:00:00.000Z';
  /** Not submitted by the same hand: there are two people who may approve. */
  const approve = async (issue: string) => {
    const { edition } = await opened().detail(issue);
    const { status } = await opened().desk('POST', `/issues/${issue}/approve`, { hash: edition?.hash });
    expect(status).toBe(200);
  };
  const approved = async (over: object = {}, article?: string) => {
    const issue = await opened().issue({ ...(article && { articles: [article] }), ...over });
    await approve(issue);
    return issue;
  };
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
      },
      language: 'fr',
      cancelled: startAt,
    };
    expect(await endedOf(issue)).toEqual(told);
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
      room.cms.call<Refused & { error: { details: { data: { issues: { documentId: string }[] } } } }>(
        'DELETE',
        `/content-manager/collection-types/${uids.article}/${article}`,
        { token: publisher(), headers: { 'if-match': `"${revision}"`, ...headers } },
      );
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
