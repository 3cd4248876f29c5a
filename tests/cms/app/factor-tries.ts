import { expect, it } from 'vitest';
import { page, password, tokenIn, type FactorHouse } from './factor-house';
import { codeOf } from './visitor';

/** What somebody tries who has a password, or a stolen session, and no code. The house is open once these run. */
export function triesHouse(opened: () => FactorHouse): void {
  it('stops guesses, whatever network they come from', async () => {
    const house = opened();
    const { email, key } = await house.withFactor();
    const visitor = house.newVisitor();
    await visitor.signIn(email);
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1)
      statuses.push((await visitor.post(page, { code: '000000' })).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    const limited = await visitor.post(page, { code: codeOf(key) });
    expect([limited.status, limited.text.includes('Too many attempts')]).toEqual([429, true]);
    const others: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      const other = house.newVisitor();
      await other.signIn(email);
      others.push((await other.post(page, { code: '000000' })).status);
    }
    expect(others.at(-1)).toBe(429);
  });

  it('counts guesses by whom they are about: neither a right password nor another address begins anew', async () => {
    const house = opened();
    const { visitor, key } = await house.withFactor();
    await house.openOwn(visitor);
    const guess = (code: string) => visitor.post(page, { code, password, action: 'remove' });
    const statuses: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      statuses.push((await guess('000000')).status);
      const moved = { email: `moved${round}-${Date.now()}@nachra.test` };
      expect((await visitor.json('PUT', '/admin/users/me', moved, visitor.token)).status).toBe(200);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
    expect((await guess(codeOf(key))).status).toBe(429);
  });

  it('lets no session outlive the end of all, however fast it is renewed', async () => {
    const house = opened();
    const email = await house.newAccount();
    const thief = house.newVisitor();
    await thief.signIn(email);
    const { strapi } = house.cms;
    const id = await house.idOf(email);
    let isEnding = true;
    // Between the look at the session and the one that is made from it.
    strapi.db.lifecycles.subscribe({
      models: ['admin::session'],
      async beforeCreate() {
        if (isEnding) await strapi.sessionManager('admin').invalidateRefreshToken(id);
        isEnding = false;
      },
    });
    expect((await thief.json('POST', '/admin/access-token', {})).status).toBe(401);
    expect(await strapi.sessionManager('admin').listSessions(id)).toEqual([]);
    expect(tokenIn(await thief.signIn(email))).not.toBe('');
  });

  it('answers with a page whatever is sent in place of a form', async () => {
    const house = opened();
    const { email } = await house.withFactor();
    const visitor = house.newVisitor();
    await visitor.signIn(email);
    for (const body of [[], ['000000'], { code: { code: '000000' } }])
      expect((await visitor.json('POST', page, body)).status).toBe(403);
  });
}
