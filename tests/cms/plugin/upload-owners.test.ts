import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { aPng } from '../../support/pictures';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';
import { storedBytes, uploadPicture } from './uploads';

/** Through which door somebody comes, and as whom. */
interface Door {
  route: '/upload' | '/upload/files' | '/api/upload';
  token: string;
}

describe('an upload', () => {
  let room: Newsroom;
  let author: Door;
  let editor: Door;
  let publisher: Door;
  let uploads = 0;

  beforeAll(async () => {
    room = await openNewsroom({ SMTP_URL: 'smtp://127.0.0.1:9' });
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

  const rowOf = async (uid: string, documentId: string) => {
    const rows: unknown = await room.cms.strapi.db
      .query(uid)
      .findMany({ where: { documentId }, orderBy: { id: 'asc' } });
    return (rows as [{ id: number }])[0].id;
  };

  it.each([
    ['an article', uids.article, 'images'],
    ['an issue', uids.issue, 'cover'],
    ['the institution', uids.brand, 'logo'],
  ])('puts itself into nothing: %s takes a picture by its own save alone', async (_, uid, field) => {
    const list = await room.list(`Tous ${field}`, [`${field}@attached.test`]);
    const article = await room.article();
    const issue = await room.approved({ articles: [article] }, { submits: false });
    const campaign = (await room.send(issue, [list], '2099-01-01T00:00:00Z')).body.id;
    const brand = await room.cms.strapi.documents(uids.brand).findFirst();
    const documents: Record<string, string | undefined> = {
      [uids.article]: article,
      [uids.issue]: issue,
      [uids.brand]: brand?.documentId,
    };
    const refId = String(await rowOf(uid, documents[uid] ?? ''));
    const extra = { ref: uid, refId, field };
    const doors = [author, await machine(field), { ...author, route: '/upload/files' as const }];
    const own = (await upload(author)).body.id;
    const answers = [];
    for (const { token, route } of doors)
      answers.push(
        await uploadPicture(room.cms, token, aPng(60, 40, `attached ${++uploads}`), { route, extra }),
      );
    // The last door, and a replacement, take no notice of the fields.
    expect(answers.map(codeOf)).toEqual(['UPLOAD_ATTACHED', 'UPLOAD_ATTACHED', 'done']);
    await uploadPicture(room.cms, author.token, aPng(60, 40, 'again'), { id: own, extra });
    const files = room.cms.strapi.db.query('plugin::upload.file');
    const related = [{ id: Number(refId), __type: uid, __pivot: { field } }];
    await expect(files.update({ where: { id: own }, data: { related } })).rejects.toThrow();
    const showing: unknown = await room.cms.strapi.db
      .query(uid)
      .findOne({ where: { id: refId }, populate: [field] });
    expect([(showing as Record<string, unknown>)[field] ?? []].flat()).toEqual([]);
    // Whoever replaces a picture of her own next takes nothing back.
    expect(codeOf(await upload(author, own))).toBe('done');
    expect((await room.detail(issue)).stage).toBe('scheduled');
    expect((await room.desk<{ status: string }>('GET', `/campaigns/${campaign}`)).body.status).toBe(
      'scheduled',
    );
  });

  it('is a hand in the issue that shows it: whoever uploaded a picture does not approve it', async () => {
    const { id } = (await upload(publisher)).body;
    const issue = await room.issue({ cover: id });
    const { edition } = await room.detail(issue);
    const { token } = publisher;
    const body = { hash: edition?.hash, acknowledged: [] };
    const answer = await room.cms.call<Refused>('POST', `/newsletter/issues/${issue}/approve`, {
      token,
      body,
    });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'FOUR_EYES']);
  });

  it('or a save is not refused for what was stale before it, and takes that back in nobody’s name', async () => {
    const article = await room.article();
    const issue = await room.approved({ articles: [article] }, { submits: false });
    const list = await room.list('Ceux qui attendent', ['stale@attached.test']);
    await room.send(issue, [list], '2099-01-01T00:00:00Z');
    // Past every guard, as a program with the database's password writes.
    await room.cms.strapi.db
      .query(uids.article)
      .updateMany({ where: { documentId: article }, data: { title: 'Écrit dans la base' } });
    const other = await room.article();
    const saved = await room.save<Refused>(uids.article, other, { title: 'Sans rapport' }, author.token);
    expect(codeOf(saved)).toBe('done');
    expect((await room.detail(issue)).stage).toBe('drafting');
    const voided: unknown = await room.cms.strapi.db
      .query(uids.journalEntry)
      .findOne({ where: { document: issue, name: 'issue.voided' } });
    expect(voided).toMatchObject({ byId: 'system' });
  });
});
