import { expect, it } from 'vitest';
import type { Versions } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin } from '../../support/cms';
import { codeOf, onBothDatabases, type Told } from './two-editors';

const day = 86_400_000;

onBothDatabases('saves of one person that follow each other', (two) => {
  const { put, draft } = two;
  const db = () => two.room().cms.strapi.db;
  const rows = () => db().query('plugin::newsletter.revision');
  const versions = async (documentId: string, type = 'article') =>
    (
      await two
        .room()
        .cms.call<Versions & Told>('GET', `/newsletter/documents/${documentId}/versions?type=${type}`, {
          token: two.editor(),
        })
    ).body.versions;
  const revisions = async (documentId: string, type = 'article') =>
    (await versions(documentId, type)).map(({ revision }) => revision);
  /** The fields of each entry about the saves of a document, the oldest first. */
  const told = async (document: string) => {
    const entries = await db()
      .query('plugin::newsletter.journal-entry')
      .findMany({ where: { document, name: 'content.saved' }, orderBy: { id: 'asc' } });
    return (entries as { data: { action: string; fields: string[] } }[])
      .filter(({ data }) => data.action === 'update')
      .map(({ data }) => data.fields);
  };
  const prune = async () => {
    type Module = typeof import('../../../cms/plugin/server/src/content/revisions/history');
    const { openHistory } = loadPlugin<Module>('content/revisions/history');
    await openHistory(two.room().cms.strapi, () => new Date()).prune();
  };
  /** An article that its author has typed into, at revision 4. */
  const typedIn = async () => {
    const documentId = await draft();
    for (const revision of [1, 2, 3])
      expect((await put(documentId, { title: `Titre ${revision}`, revision })).status).toBe(200);
    return documentId;
  };

  it('are one version, with its first and last time, and one entry', async () => {
    const documentId = await typedIn();
    const [version, ...others] = await versions(documentId);
    expect(version).toMatchObject({ revision: 4, by: 'nachra-author Test', fields: ['Titre'] });
    expect(Date.parse(version?.since ?? '')).toBeLessThan(Date.parse(version?.at ?? ''));
    expect(others).toMatchObject([{ revision: 1, action: 'create', since: null }]);
    expect(await told(documentId)).toEqual([['title']]);
  });

  it('are told by one entry for each field that is new in them', async () => {
    const documentId = await typedIn();
    await put(documentId, { standfirst: 'Un chapeau', revision: 4 });
    await put(documentId, { standfirst: 'Un autre', title: 'Encore', revision: 5 });
    expect(await versions(documentId)).toMatchObject([
      { revision: 6, fields: ['Titre', 'Chapeau'] },
      { revision: 1 },
    ]);
    expect(await told(documentId)).toEqual([['title'], ['standfirst']]);
  });

  it('begin anew behind a save of somebody else, and after five minutes', async () => {
    const documentId = await typedIn();
    await put(documentId, { title: 'D’une autre', revision: 4 }, two.editor());
    await put(documentId, { title: 'De nouveau', revision: 5 });
    expect(await revisions(documentId)).toEqual([6, 5, 4, 1]);
    await rows().updateMany({
      where: { subject: documentId, revision: 6 },
      data: { beganAt: new Date(Date.now() - 301_000) },
    });
    await put(documentId, { title: 'Plus tard', revision: 6 });
    expect(await revisions(documentId)).toEqual([7, 6, 5, 4, 1]);
    expect(await told(documentId)).toHaveLength(4);
  });

  it('begin anew behind a review and an approval, of which four eyes then know', async () => {
    const room = two.room();
    const token = two.editor();
    const article = await room.article();
    const issue = await room.issue({ articles: [article] });
    let revision = 1;
    const save = async (subject: string) => {
      const saved = await room.cms.call<Told>(
        'PUT',
        `/content-manager/collection-types/${uids.issue}/${issue}`,
        {
          ...{ token, body: { subject, revision } },
        },
      );
      expect(saved.status).toBe(200);
      ({ revision } = saved.body.data);
    };
    for (const subject of ['Un', 'Deux']) await save(subject);
    expect(await told(issue)).toHaveLength(1);
    await room.desk('POST', `/issues/${issue}/submit`);
    await room.desk('POST', `/issues/${issue}/withdraw`);
    for (const subject of ['Trois', 'Quatre']) await save(subject);
    expect(await told(issue)).toHaveLength(2);
    expect(await revisions(issue, 'issue')).toEqual([5, 3, 1]);
    expect((await room.approve(issue)).status).toBe(200);
    await room.desk('POST', `/issues/${issue}/withdraw`);
    for (const subject of ['Cinq', 'Six']) await save(subject);
    expect(await told(issue)).toHaveLength(3);
    expect(await revisions(issue, 'issue')).toEqual([7, 5, 3, 1]);
  });

  it('are compared from their midst with a form that was opened there', async () => {
    const documentId = await typedIn();
    await put(documentId, { standfirst: 'Un chapeau', revision: 4 });
    const late = await put(documentId, { title: 'Trop tard', revision: 4 }, two.editor());
    expect(codeOf(late)).toBe('REVISION_STALE');
    expect(late.body.error?.details.data.fields).toEqual(['standfirst']);
  });

  it('leave their last one alone when they are over for two days, and what a translation holds', async () => {
    const documentId = await typedIn();
    const translation = await draft();
    const held = (await two.stored(uids.article, translation)) as { id: number } | null;
    await db()
      .query(uids.article)
      .update({ where: { id: held?.id }, data: { translationOf: documentId, translatedRevision: 3 } });
    const kept = async () =>
      (
        (await rows().findMany({ where: { subject: documentId }, orderBy: { revision: 'asc' } })) as {
          revision: number;
        }[]
      ).map(({ revision }) => revision);
    await prune();
    expect(await kept()).toEqual([1, 2, 3, 4]);
    await rows().updateMany({ where: { subject: documentId }, data: { at: new Date(Date.now() - 3 * day) } });
    await prune();
    expect(await kept()).toEqual([1, 3, 4]);
    expect(await revisions(documentId)).toEqual([4, 1]);
  });
});
