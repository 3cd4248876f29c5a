import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endings, RevisedType } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';

describe('what a change to an open document would end', () => {
  let room: Newsroom;
  let tokens: Record<'author' | 'editor' | 'publisher', string>;
  let article: string;
  let issue: string;
  let brand: string;
  const startAt = '2099-01-01T00:00:00.000Z';

  beforeAll(async () => {
    room = await openNewsroom({ SMTP_URL: 'smtp://127.0.0.1:2525', NACHRA_WORKER: 'none' });
    const [author, editor, publisher] = await Promise.all(
      ['nachra-author', 'nachra-editor', 'nachra-publisher'].map((role) => room.cms.token(role)),
    );
    tokens = { author: author ?? '', editor: editor ?? '', publisher: publisher ?? '' };
    article = await room.article();
    issue = await room.issue({ articles: [article] });
    brand = (await room.cms.strapi.documents(uids.brand).findFirst())?.documentId ?? '';
  });
  afterAll(() => room?.close());

  const asked = async (who: keyof typeof tokens, type: RevisedType, documentId: string) => {
    const path = `/newsletter/documents/${documentId}/endings?type=${type}`;
    return room.cms.call<Endings & Refused>('GET', path, { token: tokens[who] });
  };
  const told = async (who: keyof typeof tokens, type: RevisedType, documentId: string) => {
    const { status, body } = await asked(who, type, documentId);
    expect(status).toBe(200);
    return body.map(({ documentId: id, stage, startAt: at, mayEnd }) => ({ id, stage, at, mayEnd }));
  };
  /** What the save itself is answered by whoever may write articles. */
  const saves = async (who: keyof typeof tokens, title: string) =>
    (await room.save<Refused>(uids.article, article, { title }, tokens[who])).body.error?.details.code;

  it('is nothing while no issue that contains it is approved', async () => {
    expect(await told('author', 'article', article)).toEqual([]);
    expect(await told('publisher', 'issue', issue)).toEqual([]);
  });

  it('is an approval, which an author may not end: she is told before she writes', async () => {
    // Without submitting it: whoever submits may not approve where two people may.
    const { edition } = await room.detail(issue);
    const { status } = await room.desk('POST', `/issues/${issue}/approve`, { hash: edition?.hash });
    expect(status).toBe(200);
    const approved = { id: issue, stage: 'approved', at: null };
    expect(await told('author', 'article', article)).toEqual([{ ...approved, mayEnd: false }]);
    expect(await told('editor', 'issue', issue)).toEqual([{ ...approved, mayEnd: false }]);
    expect(await told('publisher', 'brand', brand)).toEqual([{ ...approved, mayEnd: true }]);
    // The word holds: it is the rule by which the save is judged.
    expect(await saves('author', 'Un autre titre')).toBe('APPROVAL_PROTECTED');
    expect(await told('author', 'article', await room.article())).toEqual([]);
  });

  it('is a send too, once one is planned, with its hour', async () => {
    const list = await room.list('Tous', ['amal@endings.test']);
    expect((await room.send(issue, [list], startAt)).status).toBe(200);
    const scheduled = { id: issue, stage: 'scheduled', at: startAt };
    expect(await told('author', 'article', article)).toEqual([{ ...scheduled, mayEnd: false }]);
    expect(await told('publisher', 'article', article)).toEqual([{ ...scheduled, mayEnd: true }]);
    expect(await saves('publisher', 'Un autre titre')).toBeUndefined();
    expect(await told('publisher', 'article', article)).toEqual([]);
  });

  it('is told to nobody who may not edit the document', async () => {
    const { status, body } = await asked('author', 'brand', brand);
    expect([status, body.error.details.code]).toEqual([403, 'DOCUMENT_FORBIDDEN']);
  });
});
