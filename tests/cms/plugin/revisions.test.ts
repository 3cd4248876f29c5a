import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';
import { openNewsroom, paragraph, type Newsroom } from './newsroom';

type Asked = typeof import('../../../cms/plugin/server/src/content/revisions/asked-revision');

const article = 'plugin::newsletter.article';
const manager = '/content-manager/collection-types/plugin::newsletter.article';

interface Told {
  data: { documentId: string; revision: number; title?: string };
  error?: {
    details: { code: string; data: { by: string | null; fields: string[]; revision: number; title: string } };
  };
}

describe('a save carries the revision it began from', () => {
  let room: Newsroom;
  let author: string;
  let editor: string;

  beforeAll(async () => {
    room = await openNewsroom();
    author = await room.cms.token('nachra-author');
    editor = await room.cms.token('nachra-editor');
  });
  afterAll(() => room?.close());

  const put = (documentId: string, body: object, token = author) =>
    room.cms.call<Told>('PUT', `${manager}/${documentId}`, { token, body });
  const read = async (documentId: string) =>
    (await room.cms.call<Told>('GET', `${manager}/${documentId}`, { token: author })).body.data;

  it('and begins at 1', async () => {
    const documentId = await room.article({}, { published: false });
    expect((await read(documentId)).revision).toBe(1);
    const { status, body } = await put(documentId, { title: 'Deux', revision: 1 });
    expect([status, body.data.revision]).toEqual([200, 2]);
  });

  it('and is refused when somebody has saved since, with who and what', async () => {
    const documentId = await room.article({}, { published: false });
    await put(documentId, { title: 'Le premier', revision: 1 }, editor);
    const { status, body } = await put(documentId, { body: [paragraph('Le second')], revision: 1 });
    expect(status).toBe(400);
    expect(body.error?.details).toMatchObject({
      code: 'REVISION_STALE',
      data: { by: 'nachra-editor Test', fields: ['title'], revision: 2, title: 'Le premier' },
    });
    expect(await read(documentId)).toMatchObject({ title: 'Le premier', revision: 2 });
  });

  it('and is refused where it says nothing', async () => {
    const documentId = await room.article({}, { published: false });
    const { body } = await put(documentId, { title: 'Sans' });
    expect(body.error?.details.code).toBe('REVISION_MISSING');
    await expect(room.cms.strapi.documents(article).update({ documentId, data: {} })).rejects.toThrow(
      /which version it began from/,
    );
    const { withoutRevision } = loadPlugin<Asked>('content/revisions/asked-revision');
    await withoutRevision(() => room.cms.strapi.documents(article).update({ documentId, data: {} }));
    expect((await read(documentId)).revision).toBe(2);
  });
});
