import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';

/** The rule that nobody approves her own work, and two ways round it that one person can go alone. */
describe('who stands behind an approval', () => {
  let room: Newsroom;
  let admin: string;
  let publisher: string;
  beforeAll(async () => {
    room = await openNewsroom();
    admin = await room.cms.token();
    publisher = await room.cms.token('nachra-publisher');
  });
  afterAll(() => room.close());

  const approve = async (issue: string, token: string) => {
    const { edition, findings } = await room.detail(issue);
    const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
    const body = { hash: edition?.hash, acknowledged };
    return room.cms.call<Refused>('POST', `/newsletter/issues/${issue}/approve`, { token, body });
  };
  const submit = (issue: string, token: string) =>
    room.cms.call('POST', `/newsletter/issues/${issue}/submit`, { token, body: {} });
  const journal = (name: string) =>
    room.cms.strapi.db.query(uids.journalEntry).findMany({ where: { name }, orderBy: { id: 'asc' } });

  it('does not let who lifted the rule approve her own work by that, and lets others do so', async () => {
    const brand = await room.cms.strapi.documents(uids.brand).findFirst();
    const rule = (fourEyes: string, token: string) =>
      room.save(uids.brand, brand?.documentId ?? '', { fourEyes }, token);
    const mine = await room.issue();
    await submit(mine, publisher);
    expect((await rule('off', publisher)).status).toBe(200);
    const refused = await approve(mine, publisher);
    expect(refused.body.error.details).toMatchObject({ code: 'FOUR_EYES' });
    expect(refused.body.error.message).toContain('c’est vous qui avez levé cette règle');
    const theirs = await room.issue();
    await submit(theirs, admin);
    expect((await approve(theirs, admin)).status).toBe(200);
    expect((await rule('automatic', admin)).status).toBe(200);
  });

  it('takes whoever has set somebody’s password for that person, and puts it on record', async () => {
    const { id } = (await room.cms.strapi.db
      .query('admin::user')
      .findOne({ where: { email: 'nachra-publisher@nachra.test' } })) as { id: number };
    const mine = await room.issue();
    await submit(mine, admin);
    const taken = { password: 'Another-Horse-2', email: 'nachra-publisher-2@nachra.test' };
    expect((await room.cms.call('PUT', `/admin/users/${id}`, { token: admin, body: taken })).status).toBe(
      200,
    );
    const [entry] = (await journal('user.changed')) as { byName: string; data: object }[];
    expect(entry).toMatchObject({ byName: expect.stringContaining('super-admin') as string });
    expect(entry?.data).toMatchObject({ id: String(id), keys: ['email', 'password'] });
    expect(JSON.stringify(entry?.data)).not.toMatch(/Horse|nachra-publisher-2/);
    const signIn = async (password: string) => {
      const body = { email: taken.email, password };
      const answer = await room.cms.call<{ data: { token: string } }>('POST', '/admin/login', { body });
      return answer.body.data.token;
    };
    const asHer = await signIn(taken.password);
    expect((await approve(mine, asHer)).body.error.details.code).toBe('FOUR_EYES');
    // Once she has a password of her own again, she is somebody else.
    const own = { currentPassword: taken.password, password: 'My-Own-Horse-3' };
    expect((await room.cms.call('PUT', '/admin/users/me', { token: asHer, body: own })).status).toBe(200);
    expect((await approve(mine, await signIn(own.password))).status).toBe(200);
  });
});
