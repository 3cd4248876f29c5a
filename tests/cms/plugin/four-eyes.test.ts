import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IssueDetail } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { withoutRevision } from '../../support/cms';
import { aPng } from '../../support/pictures';
import { composeBoundIssue, figuresOf, kinds } from './bound-issue';
import { changesOf, type Change } from './changes';
import { keepContent } from './kept-content';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';
import { uploadPicture, type UploadedFile } from './uploads';

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

  it('nor her own copy of an issue or of an article, which is on record as what it is', async () => {
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
    const copiedIssue = await copy(uids.issue, original, {
      number: 777,
      subject: 'AMANEWS n° 777, les nouvelles',
    });
    for (const document of [withCopy, copiedIssue]) {
      expect(await approvedBy(publisher, document)).toBe('FOUR_EYES');
      expect(await approvedBy(await somebodyElse(), document)).toBe('strapi-super-admin Test');
    }
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

  it.each(places)('whichever picture’s bytes were replaced: %s', async (place) => {
    expect((await replace(pictures[place])).status).toBe(200);
    expect((await room.detail(issue)).stage).toBe('drafting');
    expect(await approvedBy(publisher)).toBe('FOUR_EYES');
    expect(await approvedBy(await somebodyElse())).toBe('strapi-super-admin Test');
  });
});
