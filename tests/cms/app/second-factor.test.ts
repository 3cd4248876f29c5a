import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openPreparedDatabase } from '../../support/prepared-postgres';
import { describeWith, postgres } from '../../support/requires';
import type { PostgresDatabase } from '../../support/shared-postgres';
import { openFactorHouse, page, password, tokenIn, type FactorHouse } from './factor-house';
import { rolesHouse } from './factor-roles';
import { triesHouse } from './factor-tries';
import { codeBefore, codeOf, codesOn, keyOn, refreshCookieOf } from './visitor';

describe('a second factor, on SQLite', () => suite(() => Promise.resolve(undefined)));
describeWith([postgres])('a second factor, on PostgreSQL', () => suite(openPreparedDatabase));

function suite(openDatabase: () => Promise<PostgresDatabase | undefined>): void {
  let house: FactorHouse;
  beforeAll(async () => {
    house = await openFactorHouse(openDatabase);
  });
  afterAll(() => house?.close());

  it('is asked for after the password, and opens the same session as Strapi’s own sign-in', async () => {
    const plain = house.newVisitor();
    const strapis = await plain.signIn(await house.newAccount());
    const { email, key } = await house.withFactor();
    const visitor = house.newVisitor();
    const refused = await visitor.signIn(email);
    expect([refused.status, refused.text.includes(page)]).toEqual([403, true]);
    expect([...visitor.cookies.keys()]).toEqual(['nachra_second_factor']);
    const asked = await visitor.get(page);
    expect([asked.status, asked.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(asked.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'.*frame-ancestors 'none'/,
    );
    const answer = await visitor.post(page, { code: codeOf(key) });
    expect([answer.status, answer.location]).toEqual([303, '/admin']);
    expect(await visitor.statusOf()).toBe(200);
    expect(refreshCookieOf(answer)).toEqual(refreshCookieOf(strapis));
    expect((await visitor.json('POST', '/admin/access-token', {})).status).toBe(200);
    // The ticket is spent.
    expect((await visitor.get(page)).status).toBe(401);
  });

  it('is remembered as long as the box was ticked for', async () => {
    const { email, key } = await house.withFactor();
    const visitor = house.newVisitor();
    await visitor.signIn(email, password, { rememberMe: true });
    const answer = await visitor.post(page, { code: codeOf(key) });
    expect(refreshCookieOf(answer)).toMatch(/expires=/);
    expect(visitor.cookies.has('nachra_remembered')).toBe(true);
  });

  it('takes each code once, of two at the same moment too, and only those of around now', async () => {
    // In the middle of the thirty seconds of a code, and there it stays: what is judged is the code, and not how fast we are.
    const before = Date.now();
    vi.setSystemTime(Math.floor(before / 30_000) * 30_000 + 15_000);
    onTestFinished(() => void vi.setSystemTime(before));
    const { email, key } = await house.withFactor();
    const visitors = [house.newVisitor(), house.newVisitor(), house.newVisitor()] as const;
    for (const visitor of visitors) await visitor.signIn(email);
    const [one, two, late] = visitors;
    // Used when it was set up.
    expect((await late.post(page, { code: codeOf(key, -30) })).status).toBe(403);
    const code = codeOf(key);
    const answers = await Promise.all([one.post(page, { code }), two.post(page, { code })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 403]);
    expect((await late.post(page, { code })).text).toContain('used already');
    for (const off of [-60, 60]) expect((await late.post(page, { code: codeOf(key, off) })).status).toBe(403);
    expect((await late.post(page, { code: codeOf(key, 30) })).status).toBe(303);
  });

  it('can be replaced once by each recovery code, which is shown once and kept as a hash', async () => {
    const { email, recovery } = await house.withFactor();
    expect(recovery).toHaveLength(10);
    const enter = async (code: string) => {
      const visitor = house.newVisitor();
      await visitor.signIn(email);
      return { visitor, status: (await visitor.post(page, { code })).status };
    };
    const [first = '', second = ''] = recovery;
    const { visitor, status } = await enter(first.replaceAll('-', ' '));
    expect(status).toBe(303);
    expect((await enter(first)).status).toBe(403);
    expect((await house.lastEntry('user.recovery-code-used')).whom).toBe(await house.idOf(email));
    const own = await house.openOwn(visitor);
    expect(own.text).toContain('9 recovery codes left');
    const renewed = await visitor.post(page, { code: second, password, action: 'renew' });
    const anew = codesOn(renewed);
    expect([renewed.status, anew.length]).toEqual([200, 10]);
    expect((await enter(recovery[2] ?? '')).status).toBe(403);
    expect((await enter(anew[0] ?? '')).status).toBe(303);
    const kept = JSON.stringify(await house.cms.strapi.db.connection('nachra_recovery_codes').select());
    for (const code of [...recovery, ...anew]) expect(kept).not.toContain(code.replaceAll('-', ''));
  });

  triesHouse(() => house);

  it('stands at every door that opens a session', async () => {
    const { email } = await house.withFactor();
    const query = house.cms.strapi.db.query('admin::user');
    const later = new Date(Date.now() + 60_000);
    await query.update({
      where: { email },
      data: { resetPasswordToken: 'mailed', resetPasswordTokenExpiresAt: later },
    });
    const reset = house.newVisitor();
    const changed = 'Quiet-Lantern-42';
    const answer = await reset.json('POST', '/admin/reset-password', {
      resetPasswordToken: 'mailed',
      password: changed,
    });
    expect([answer.status, answer.text.includes('token":"')]).toEqual([403, false]);
    expect(reset.cookies.has('strapi_admin_refresh')).toBe(false);
    // It did change the password, and goes on to the code.
    expect((await reset.get(page)).status).toBe(200);
    expect((await house.newVisitor().signIn(email, changed)).status).toBe(403);

    const roles = await house.publishers();
    const invited = { email: 'invited@nachra.test', firstname: 'New', isActive: false };
    await query.create({ data: { ...invited, registrationToken: 'invited', roles } });
    const visitor = house.newVisitor();
    const registered = await visitor.json('POST', '/admin/register', {
      registrationToken: 'invited',
      userInfo: { firstname: 'New', password },
    });
    expect([registered.status, visitor.cookies.has('strapi_admin_refresh')]).toEqual([403, false]);
    expect((await visitor.get(page)).text).toContain('Your role asks for a second factor: a code');
    // Under them all: who asks Strapi itself for a session.
    const id = await house.idOf(email);
    await expect(
      house.cms.strapi.sessionManager('admin').generateRefreshToken(id, 'a-device', { type: 'refresh' }),
    ).rejects.toThrow('second factor');
  });

  it('ends the sessions of before', async () => {
    const email = await house.newAccount();
    const [before, visitor] = [house.newVisitor(), house.newVisitor()];
    const [old, token] = [tokenIn(await before.signIn(email)), tokenIn(await visitor.signIn(email))];
    const key = keyOn(await house.openOwn(visitor, token));
    expect((await visitor.post(page, { code: codeOf(key), password: 'Not-Her-Own-1' })).status).toBe(403);
    expect(await before.statusOf(old)).toBe(200);
    expect((await visitor.post(page, { code: codeOf(key), password })).status).toBe(200);
    expect([await before.statusOf(old), await visitor.statusOf(token)]).toEqual([401, 401]);
    expect((await before.json('POST', '/admin/access-token', {})).status).toBe(401);
    expect(await visitor.statusOf()).toBe(200);
    expect((await house.lastEntry('user.second-factor-added')).whom).toBe(await house.idOf(email));
  });

  it('is set up before anything else by whose role requires it', async () => {
    const email = await house.newAccount('nachra-publisher');
    const visitor = house.newVisitor();
    expect((await visitor.signIn(email)).status).toBe(403);
    expect(visitor.cookies.has('strapi_admin_refresh')).toBe(false);
    const key = keyOn(await visitor.get(page));
    expect(keyOn(await visitor.get(page))).toBe(key);
    expect((await visitor.post(page, { code: '123456' })).status).toBe(403);
    const made = await visitor.post(page, { code: await codeBefore(key) });
    expect([made.status, codesOn(made).length, await visitor.statusOf()]).toEqual([200, 10, 200]);
    // Taking it away leads back to setting one up.
    await house.openOwn(visitor);
    const removed = await visitor.post(page, { code: codeOf(key), password, action: 'remove' });
    expect([removed.status, removed.location]).toEqual([303, page]);
    expect(await visitor.statusOf()).toBe(401);
    expect((await visitor.get(page)).text).toContain('Your role asks');
  });

  rolesHouse(() => house);

  it('stops whoever is given such a role while signed in', async () => {
    const email = await house.newAccount();
    const visitor = house.newVisitor();
    const token = tokenIn(await visitor.signIn(email));
    const roles = await house.publishers();
    await house.cms.strapi.db.query('admin::user').update({ where: { email }, data: { roles } });
    expect(await visitor.statusOf(token)).toBe(401);
    expect((await visitor.json('POST', '/admin/access-token', {})).status).toBe(401);
  });

  it('is removed by its owner, with password and code', async () => {
    const { email, key, visitor } = await house.withFactor();
    await house.openOwn(visitor);
    const remove = { action: 'remove', password };
    expect(
      (await visitor.post(page, { ...remove, code: codeOf(key), password: 'Wrong-Wrong-1' })).status,
    ).toBe(403);
    const removed = await visitor.post(page, { ...remove, code: codeOf(key) });
    expect(removed.text).toContain('Second factor removed');
    expect(await visitor.statusOf()).toBe(200);
    expect((await house.newVisitor().signIn(email)).status).toBe(200);
  });

  it('is removed for somebody else by whoever may edit accounts', async () => {
    const { email } = await house.withFactor();
    const remove = async (by: string) => {
      const visitor = house.newVisitor();
      await house.openOwn(visitor, tokenIn(await visitor.signIn(by)));
      return visitor.post(`${page}/others`, { email: email.toUpperCase(), password });
    };
    expect((await remove(await house.newAccount())).status).toBe(403);
    const admin = await house.newAccount('strapi-super-admin');
    expect((await remove(admin)).text).toContain('was removed');
    expect((await house.newVisitor().signIn(email)).status).toBe(200);
    const entry = await house.lastEntry('user.second-factor-removed');
    expect(entry).toEqual({ by: await house.idOf(admin), whom: await house.idOf(email) });
  });

  it('is answered by a sentence, and by recovery codes, when the key of the secrets is lost', async () => {
    const { email, key, recovery } = await house.withFactor();
    await house.cms.strapi.db
      .connection('nachra_second_factors')
      .where({ user_id: await house.idOf(email) })
      .update({ secret: 'c2VhbGVkIHVuZGVyIGFub3RoZXIga2V5IGFsdG9nZXRoZXI' });
    const visitor = house.newVisitor();
    await visitor.signIn(email);
    const answer = await visitor.post(page, { code: codeOf(key) });
    expect([answer.status, answer.text.includes('ENCRYPTION_KEY')]).toEqual([403, true]);
    expect((await visitor.post(page, { code: recovery[0] ?? '' })).status).toBe(303);
  });

  it('leaves its secret where nobody reads it: not in a row, and for no page of another origin', async () => {
    const { key, visitor } = await house.withFactor();
    const rows = JSON.stringify(await house.cms.strapi.db.connection('nachra_second_factors').select());
    expect(rows).not.toContain(key);
    await house.openOwn(visitor);
    const foreign = { origin: 'https://elsewhere.example.test' };
    const posted = await visitor.post(page, { code: codeOf(key), password, action: 'remove' }, foreign);
    expect(posted.status).toBe(403);
    for (const path of [page, `${page}/others`])
      expect((await house.newVisitor().post(path, { code: codeOf(key), password })).status).toBe(401);
    const forged = house.newVisitor();
    forged.cookies.set('nachra_second_factor', { value: 'Zm9yZ2Vk'.repeat(20), path: page });
    expect((await forged.get(page)).status).toBe(401);
  });
}
