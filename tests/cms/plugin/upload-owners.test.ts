import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { aPng } from '../../support/pictures';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';
import { storedBytes, uploadPicture } from './uploads';

/** Through which door somebody comes, and as whom. */
interface Door {
  route: '/upload' | '/api/upload';
  token: string;
}

describe('an upload', () => {
  let room: Newsroom;
  let author: Door;
  let editor: Door;
  let publisher: Door;
  let uploads = 0;

  beforeAll(async () => {
    room = await openNewsroom();
    const person = async (role: string): Promise<Door> => ({
      route: '/upload',
      token: await room.cms.token(role),
    });
    author = await person('nachra-author');
    editor = await person('nachra-editor');
    publisher = await person('nachra-publisher');
  });
  afterAll(() => room?.close());

  async function machine(name: string): Promise<Door> {
    const tokens = room.cms.strapi.service('admin::api-token') as unknown as {
      create(token: object): Promise<{ accessKey: string }>;
    };
    const token = { name, type: 'full-access', lifespan: null, description: '' };
    return { route: '/api/upload', token: (await tokens.create(token)).accessKey };
  }

  const upload = ({ token, route }: Door, id?: number) => {
    const bytes = aPng(60, 40, `owned ${++uploads}`);
    return uploadPicture(room.cms, token, bytes, id === undefined ? { route } : { route, id });
  };
  const remove = ({ token, route }: Door, id: number) =>
    room.cms.call<Refused>('DELETE', `${route}/files/${id}`, { token });
  const codeOf = ({ status, body }: { status: number; body: Partial<Refused> | { error?: unknown } }) =>
    status < 300 ? 'done' : (body as Refused).error.details.code;

  it('of somebody else keeps its bytes, though no approval needs it', async () => {
    const { id, url } = (await upload(editor)).body;
    const bytes = await storedBytes(room.cms, url);
    expect(codeOf(await upload(author, id))).toBe('UPLOAD_PROTECTED');
    expect(codeOf(await remove(author, id))).toBe('UPLOAD_PROTECTED');
    expect(await storedBytes(room.cms, url)).toEqual(bytes);
    expect(codeOf(await upload(editor, id))).toBe('done');
    expect(codeOf(await upload(publisher, id))).toBe('done');
    expect(codeOf(await remove(publisher, id))).toBe('done');
  });

  it('by a token belongs to nobody: no other token destroys it', async () => {
    const { id, url } = (await upload(await machine('one'))).body;
    const bytes = await storedBytes(room.cms, url);
    const other = await machine('two');
    expect(codeOf(await upload(other, id))).toBe('UPLOAD_PROTECTED');
    expect(codeOf(await remove(other, id))).toBe('UPLOAD_PROTECTED');
    expect(codeOf(await upload(author, id))).toBe('UPLOAD_PROTECTED');
    expect(await storedBytes(room.cms, url)).toEqual(bytes);
    expect(codeOf(await remove(publisher, id))).toBe('done');
  });

  it.each([
    ['replaces', (id: number) => upload(publisher, id)],
    ['deletes', (id: number) => remove(publisher, id)],
  ])('is why an approval ends, in the name of the person who %s it', async (_, act) => {
    const { id } = (await upload(editor)).body;
    const issue = await room.issue({ cover: id });
    const { edition } = await room.detail(issue);
    // Not submitted by the same hand: there are two people who may approve.
    const approved = await room.desk('POST', `/issues/${issue}/approve`, { hash: edition?.hash });
    expect(approved.status).toBe(200);
    expect(codeOf(await act(id))).toBe('done');
    expect((await room.detail(issue)).stage).toBe('drafting');
    const voided: unknown = await room.cms.strapi.db
      .query(uids.journalEntry)
      .findOne({ where: { document: issue, name: 'issue.voided' } });
    expect(voided).toMatchObject({ byName: 'nachra-publisher Test' });
  });
});
