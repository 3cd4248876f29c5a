import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssueDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { withoutRevision } from '../../support/cms';
import { aPng } from '../../support/pictures';
import { composeBoundIssue, figuresOf, kinds } from './bound-issue';
import { changesOf, type Change } from './changes';
import { keepContent } from './kept-content';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';
import { storedBytes, uploadPicture, type UploadedFile } from './uploads';

/** Where a picture of an issue can be. */
const places = ['cover', 'logo', 'article', 'section', 'body'] as const;

describe('who changed an issue since its last approval does not approve it', () => {
  let room: Newsroom;
  let publisher: string;
  let issue: string;
  let changes: Change[];
  let restore: () => Promise<void>;
  let uploads = 0;
  const pictures = {} as Record<(typeof places)[number], UploadedFile>;

  /** Other bytes of the same kind, in the place of those of a file. */
  const replace = async (file: UploadedFile) => {
    const { name, make } = kinds[file.mime] ?? { name: 'palm.png', make: () => Buffer.alloc(0) };
    const over = { id: file.id, name, type: file.mime };
    return uploadPicture(room.cms, publisher, make(`four eyes ${++uploads}`), over);
  };
  const documents = (uid: string) => room.cms.strapi.documents(uid as typeof uids.article);
  const publishAll = () =>
    withoutRevision(async () => {
      for (const { documentId } of await documents(uids.article).findMany({}))
        await documents(uids.article).publish({ documentId });
    });

  /** Approves what the desk shows, everything acknowledged. */
  async function approve(token: string, document = issue) {
    const { edition, findings, obstacles } = await room.detail(document);
    expect(obstacles).toEqual([]);
    const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
    return room.cms.call<Refused & IssueDetail>('POST', `/newsletter/issues/${document}/approve`, {
      token,
      body: { hash: edition?.hash, acknowledged },
    });
  }
  const approvedBy = async (token: string, document = issue) => {
    const { status, body } = await approve(token, document);
    return status === 200 ? body.approval?.by : body.error.details.code;
  };
  const somebodyElse = async () => room.cms.token();

  beforeAll(async () => {
    room = await openNewsroom();
    publisher = await room.cms.token('nachra-publisher');
    const token = await somebodyElse();
    const bound = await composeBoundIssue(room);
    ({ issue } = bound);
    const [logo, article, , body, , , section, cover] = bound.pictures as [UploadedFile, ...UploadedFile[]];
    Object.assign(pictures, { logo, article, body, section, cover });
    await publishAll();
    expect(await approvedBy(token)).toBe('strapi-super-admin Test');
    changes = await changesOf(room.cms.strapi, bound.documents, {
      file: (await uploadPicture(room.cms, token, aPng(60, 40, 'another'), {})).body.id,
      documents: {
        [uids.article]: await room.article({ title: 'Tout autre chose' }),
        [uids.dashboard]: await room.create(uids.dashboard, {
          title: 'Autres chiffres',
          asOf: '2023-06-30',
          figures: figuresOf(7, 8),
        }),
      },
    });
    restore = await keepContent(room.cms);
  });
  afterAll(() => room?.close());

  it('is approved by somebody who changed nothing, at her own word', async () => {
    await room.desk('POST', `/issues/${issue}/withdraw`);
    expect(await approvedBy(publisher)).toBe('nachra-publisher Test');
  });

  it('whichever kind of document was changed', async () => {
    const kinds = new Set(changes.map(({ uid }) => uid));
    expect([...kinds].sort()).toEqual([uids.article, uids.brand, uids.dashboard, uids.issue].sort());
    const told: Record<string, unknown> = {};
    for (const uid of kinds) {
      // The first change that readers see and that leaves the issue fit to be approved.
      for (const { documentId, data, label } of changes.filter((change) => change.uid === uid)) {
        const saved = await room.save(uid, documentId, data, publisher);
        if (saved.status !== 200) continue;
        await publishAll();
        const { stage, obstacles } = await room.detail(issue);
        const isFit = stage === 'drafting' && obstacles.length === 0;
        if (isFit) told[label] = await approvedBy(publisher);
        await restore();
        // A later approval, so that what was saved before it does not count for the next kind.
        await room.desk('POST', `/issues/${issue}/withdraw`);
        expect(await approvedBy(await somebodyElse())).toBe('strapi-super-admin Test');
        if (isFit) break;
      }
    }
    expect(Object.entries(told).filter(([, code]) => code !== 'FOUR_EYES')).toEqual([]);
    expect(Object.keys(told)).toHaveLength(kinds.size);
  });

  it('nor what she wrote before an approval and somebody else put in after it', async () => {
    const [seen, later] = [await room.article(), await room.article()];
    await room.save(uids.article, later, { title: 'Écrit lundi' }, publisher).then(publishAll);
    const composed = await room.issue({ articles: [seen] });
    expect(await approvedBy(await somebodyElse(), composed)).toBe('strapi-super-admin Test');
    await room.desk('POST', `/issues/${composed}/withdraw`);
    const sections = [
      {
        __component: 'newsletter-section.articles',
        heading: 'Actualités',
        layout: 'list',
        articles: [seen, later],
      },
    ];
    expect(
      (await room.save(uids.issue, composed, { sections }, await room.cms.token('nachra-editor'))).status,
    ).toBe(200);
    expect(await approvedBy(publisher, composed)).toBe('FOUR_EYES');
  });

  it('nor her own copy of an article, which is on record as what it is', async () => {
    const article = await room.article();
    const original = await room.issue({ articles: [article] });
    const copy = async (
      uid: string,
      documentId: string,
      data: { title?: string; number?: number; subject?: string },
    ) => {
      const path = `/content-manager/collection-types/${uid}/clone/${documentId}`;
      const copied = await room.cms.call<{ data: { documentId: string } }>('POST', path, {
        token: publisher,
        body: data,
      });
      expect(copied.status).toBe(200);
      const entry: unknown = await room.cms.strapi.db
        .query(uids.journalEntry)
        .findOne({ where: { document: copied.body.data.documentId, name: 'content.saved' } });
      expect(entry).toMatchObject({
        data: { action: 'clone', source: documentId, title: data.title ?? null },
      });
      return copied.body.data.documentId;
    };
    const copiedArticle = await copy(uids.article, article, { title: 'Une copie' });
    await publishAll();
    const withCopy = await room.issue({ articles: [copiedArticle] });
    expect(await approvedBy(publisher, withCopy)).toBe('FOUR_EYES');
    expect(await approvedBy(await somebodyElse(), withCopy)).toBe('strapi-super-admin Test');
    // Who copied it did nothing to the original.
    expect(await approvedBy(publisher, original)).toBe('nachra-publisher Test');
  });

  it('nor is anything submitted without a record of who did', async () => {
    const submitted = await room.issue();
    const { lifecycles } = room.cms.strapi.db;
    const forget = lifecycles.subscribe({
      models: [uids.journalEntry],
      beforeCreate({ params }: { params: { data: { name?: string } } }) {
        if (params.data.name === 'issue.submitted') throw new Error('The disk is full.');
      },
    } as never);
    const submit = () =>
      room.cms.call('POST', `/newsletter/issues/${submitted}/submit`, { token: publisher });
    expect((await submit()).status).toBe(500);
    forget();
    expect((await room.detail(submitted)).stage).toBe('drafting');
    expect((await submit()).status).toBe(200);
    expect(await approvedBy(publisher, submitted)).toBe('FOUR_EYES');
  });

  it('nor whoever deleted something of what was approved, and is told so before she is asked anything', async () => {
    const token = await somebodyElse();
    const [kept, deleted] = [await room.article(), await room.article({ title: 'À supprimer' })];
    const author = await room.cms.token('nachra-author');
    const image = async (seed: string) => (await uploadPicture(room.cms, author, aPng(60, 40, seed))).body;
    const [cover, never] = [await image('cover to delete'), await image('never approved')];
    const figures = { title: 'Chiffres', asOf: '2023-07-31', figures: figuresOf(1, 2) };
    const dashboard = await room.create(uids.dashboard, figures);
    const sections = (articles: string[], ...rest: object[]) => [
      { __component: 'newsletter-section.articles', heading: 'Une', layout: 'list', articles },
      ...rest,
    ];
    const table = { __component: 'newsletter-section.dashboard', heading: 'Chiffres', dashboard };
    const document = await room.issue({ cover: cover.id, sections: sections([kept, deleted], table) });
    const barTo = async (who: string) =>
      (await room.cms.call<IssueDetail>('GET', `/newsletter/issues/${document}`, { token: who })).body
        .approvalBar;
    const removeUpload = (id: number) => room.cms.call('DELETE', `/upload/files/${id}`, { token: publisher });

    expect(await approvedBy(token, document)).toBe('strapi-super-admin Test');
    expect((await removeUpload(never.id)).status).toBe(200);
    await room.desk('POST', `/issues/${document}/withdraw`);
    // What was never in it does not count.
    expect(await barTo(publisher)).toBeNull();

    const steps = [
      { remove: () => room.remove(uids.article, deleted, publisher), left: sections([kept], table) },
      { remove: () => removeUpload(cover.id), left: sections([kept], table) },
      { remove: () => room.remove(uids.dashboard, dashboard, publisher), left: sections([kept]) },
    ];
    for (const { remove, left } of steps) {
      expect(await approvedBy(token, document)).toBe('strapi-super-admin Test');
      expect((await remove()).status).toBeLessThan(300);
      const { stage, number } = await room.detail(document);
      expect(stage).toBe('drafting');
      await room.update(uids.issue, document, { sections: left });
      expect(await approvedBy(publisher, document)).toBe('FOUR_EYES');
      expect(await barTo(publisher)).toMatchObject({
        code: 'FOUR_EYES',
        data: { number, deeds: ['deleted'], names: ['nachra-publisher Test'] },
        message: expect.stringMatching(/supprimé .* Peut l’approuver : strapi-super-admin Test\.$/) as string,
      });
      expect(await barTo(token)).toBeNull();
      // Whoever may not approve at all is not told who could.
      expect(await barTo(await room.cms.token('nachra-editor'))).toBeNull();
    }
  });

  it('nor are the bytes of a picture replaced without a record of who did', async () => {
    const bytes = async () => storedBytes(room.cms, pictures.cover.url);
    const before = await bytes();
    const forget = room.cms.strapi.db.lifecycles.subscribe({
      models: [uids.journalEntry],
      beforeCreate() {
        throw new Error('The disk is full.');
      },
    });
    expect((await replace(pictures.cover)).status).toBe(500);
    forget();
    expect((await bytes()).equals(before)).toBe(true);
  });

  it.each(places)('whichever picture’s bytes were replaced: %s', async (place) => {
    expect((await replace(pictures[place])).status).toBe(200);
    expect((await room.detail(issue)).stage).toBe('drafting');
    expect(await approvedBy(publisher)).toBe('FOUR_EYES');
    expect(await approvedBy(await somebodyElse())).toBe('strapi-super-admin Test');
  });
});
