import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCms, startCms, type RunningCms } from '../../support/cms';

type First = typeof import('../../../cms/app/src/sign-in/first-administrator');
type Limits = typeof import('../../../cms/app/src/sign-in/attempt-limits');
type SettingsModule = typeof import('../../../cms/app/src/settings');

interface Failed {
  error: { message: string };
}

describe('a CMS that limits sign-ins', () => {
  let cms: RunningCms;
  const password = 'Correct-Horse-1';
  beforeAll(async () => {
    cms = await startCms({ NACHRA_SIGN_IN_LIMIT: 'true', TRUST_PROXY: '1' });
  });
  afterAll(() => cms.close());
  let host = 0;
  /** An address that has tried nothing yet. */
  const newAddress = () => `198.51.100.${(host += 1)}`;
  const post = (route: string, body: object, address: string, headers: Record<string, string> = {}) =>
    cms.call<Failed>('POST', route, { body, headers: { 'x-forwarded-for': address, ...headers } });
  const signIn = (email: string, given: string, address: string) =>
    post('/admin/login', { email, password: given }, address);
  const users = () => cms.strapi.db.query('admin::user').count();

  describe('without an account', () => {
    const page = '/first-administrator';
    const account = { firstname: 'Salma', lastname: '', email: 'Salma@nachra.test', password };
    const make = (form: object, address = newAddress()) =>
      fetch(cms.url + page, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'x-forwarded-for': address, 'accept-language': 'en' },
        body: new URLSearchParams({ ...account, ...form }),
      });
    const { firstAdministratorAddress, firstAdministratorToken } = loadCms<First>(
      'sign-in/first-administrator',
    );
    const settings = () => loadCms<SettingsModule>('settings').settings();

    it('gives none to whoever comes first, and says where it is made', async () => {
      const answer = await post('/admin/register-admin', account, newAddress(), { 'accept-language': 'en' });
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toContain(`${settings().publicUrl}${page}`);
      expect((await make({ token: 'invented' })).status).toBe(403);
      expect((await make({})).status).toBe(403);
      expect(await users()).toBe(0);
    });

    it('asks on a page of its own, which may run nothing and stand in no frame', async () => {
      const address = await firstAdministratorAddress(cms.strapi, settings());
      const { status, body, headers } = await cms.call<string>(
        'GET',
        address?.replace(/^.*?(?=\/first)/, '') ?? '',
        {
          headers: { 'accept-language': 'fr' },
        },
      );
      expect(status).toBe(200);
      expect(body).toContain(`value="${firstAdministratorToken(settings())}"`);
      expect(body).toContain('Mot de passe');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none';.*frame-ancestors 'none'/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      const hostile = await cms.call<string>('GET', `${page}?token=%22%3E%3Cscript%3E`);
      expect(hostile.body).not.toContain('<script>');
    });

    it('refuses a weak password in a sentence, and forgets it', async () => {
      const token = firstAdministratorToken(settings());
      for (const [weak, sentence] of [
        ['Short-1', '12 characters or more'],
        ['Password1234', 'most common'],
        ['no capital letter 1', 'capital letter'],
      ] as const) {
        const answer = await make({ token, password: weak });
        const body = await answer.text();
        expect([answer.status, body.includes(sentence), body.includes(weak)]).toEqual([400, true, false]);
      }
      expect(await users()).toBe(0);
    });

    it('makes one with the token that the start prints, and only one, even of two at the same moment', async () => {
      const token = firstAdministratorToken(settings());
      const answers = await Promise.all([make({ token }), make({ token, email: 'second@nachra.test' })]);
      expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
        [303, '/admin'],
        [303, '/admin'],
      ]);
      expect(await users()).toBe(1);
      expect((await make({ token, email: 'third@nachra.test' })).status).toBe(303);
      expect(await users()).toBe(1);
      expect(await firstAdministratorAddress(cms.strapi, settings())).toBeNull();
      const { email } = (await cms.strapi.db.query('admin::user').findOne({ where: {} })) as {
        email: string;
      };
      expect((await signIn(email, password, newAddress())).status).toBe(200);
    });
  });

  it('asks for a good password wherever one is set', async () => {
    const token = await cms.token();
    const author = await cms.token('nachra-author');
    const query = cms.strapi.db.query('admin::user');
    const { id } = (await query.findOne({ where: { email: 'nachra-author@nachra.test' } })) as { id: number };
    const invited = {
      email: 'new@nachra.test',
      firstname: 'New',
      registrationToken: 'invited',
      isActive: false,
    };
    const { id: invitedId } = (await query.create({ data: invited })) as { id: number };
    const later = new Date(Date.now() + 60_000);
    await query.update({
      where: { id },
      data: { resetPasswordToken: 'reset', resetPasswordTokenExpiresAt: later },
    });
    const hashes = async () =>
      ((await query.findMany({ select: ['password'], orderBy: 'id' })) as { password: string }[]).map(
        (user) => user.password,
      );
    const before = await hashes();
    // In an order in which none ends the session of another.
    const put = (route: string, body: object, bearer: string) => () =>
      cms.call<Failed>('PUT', route, { token: bearer, body, headers: { 'accept-language': 'en' } });
    const doors = (chosen: string): Record<string, () => Promise<{ status: number; body: Failed }>> => ({
      'one’s own profile': put('/admin/users/me', { currentPassword: password, password: chosen }, author),
      'somebody else’s': put(`/admin/users/${id}`, { password: chosen }, token),
      'an invitation': () =>
        post(
          '/admin/register',
          { registrationToken: 'invited', userInfo: { firstname: 'New', password: chosen } },
          newAddress(),
          { 'accept-language': 'en' },
        ),
      'a reset': () =>
        post('/admin/reset-password', { resetPasswordToken: 'reset', password: chosen }, newAddress(), {
          'accept-language': 'en',
        }),
    });
    for (const [chosen, sentence] of [
      ['Elephant1', /12 (characters|caractères)/],
      ['Password1234', /most common|plus courants/],
    ] as const)
      for (const [door, ask] of Object.entries(doors(chosen))) {
        const { status, body } = await ask();
        expect([door, status]).toEqual([door, 400]);
        expect(body.error.message, door).toMatch(sentence);
      }
    expect(await hashes()).toEqual(before);
    for (const [door, ask] of Object.entries(doors('Quiet-Lantern-42')))
      expect([door, (await ask()).status]).toEqual([door, 200]);
    await query.delete({ where: { id: invitedId } });
  });

  describe('with accounts', () => {
    const known = 'strapi-super-admin@nachra.test';
    beforeAll(() => cms.token());

    it('answers for an account that does not exist as for one that does, and as late', async () => {
      const timed = async (email: string) => {
        // Processor time of this process, in which the CMS runs: what else the machine does is no part of it.
        const before = process.cpuUsage();
        const { status, body } = await signIn(email, 'Wrong-Wrong-1', newAddress());
        const { user, system } = process.cpuUsage(before);
        return { took: user + system, answer: JSON.stringify([status, body]) };
      };
      await timed('warm@nachra.test');
      const fastest = { known: Infinity, unknown: Infinity };
      for (let round = 0; round < 6; round += 1) {
        const [ours, nobodys] = [await timed(known), await timed(`nobody${round}@nachra.test`)];
        expect(nobodys.answer).toBe(ours.answer);
        fastest.known = Math.min(fastest.known, ours.took);
        fastest.unknown = Math.min(fastest.unknown, nobodys.took);
      }
      expect(fastest.unknown / fastest.known).toBeGreaterThan(0.6);
    });

    it.each([
      ['an account', known],
      ['an account that does not exist', 'nobody@nachra.test'],
    ])(
      'judges five wrong passwords for %s from one network, at the same moment too',
      async (_what, email) => {
        const network = `2001:db8:${(host += 1)}:1`;
        const tries = await Promise.all(
          Array.from({ length: 20 }, (_, index) => signIn(email, 'Wrong-Wrong-1', `${network}::${index}`)),
        );
        expect(tries.filter(({ status }) => status === 400)).toHaveLength(5);
        const refused = tries.filter(({ status }) => status === 429);
        expect(refused).toHaveLength(15);
        expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(60);
        expect((await signIn(email, password, `${network}::99`)).status).toBe(429);
        expect((await signIn(known, password, newAddress())).status).toBe(200);
      },
    );

    it('does not count what was right', async () => {
      const address = newAddress();
      for (let round = 0; round < 8; round += 1)
        expect((await signIn(known, password, address)).status).toBe(200);
    });

    it('counts for every process that shares the database', async () => {
      const { openAttemptLimits } = loadCms<Limits>('sign-in/attempt-limits');
      const [one, other] = await Promise.all([
        openAttemptLimits(cms.strapi, 'a secret'),
        openAttemptLimits(cms.strapi, 'a secret'),
      ]);
      const attempt = { kind: 'sign-in', account: 'Shared@nachra.test', address: newAddress() } as const;
      const waits = await Promise.all([one, other, one, other, one].map((limits) => limits.take(attempt)));
      expect(waits).toEqual([0, 0, 0, 0, 0]);
      expect(await other.take({ ...attempt, account: 'shared@nachra.test' })).toBeGreaterThan(0);
      await one.giveBack(attempt);
      expect(await other.take(attempt)).toBe(0);
    });

    it('lets nobody guess at one account from many networks, nor at many accounts from one', async () => {
      const statuses = async (tries: (readonly [email: string, address: string])[]) => {
        const all: number[] = [];
        for (const [email, address] of tries)
          all.push((await signIn(email, 'Wrong-Wrong-1', address)).status);
        return all.filter((status) => status === 429).length;
      };
      const times = Array.from({ length: 55 }, (_, index) => index);
      expect(await statuses(times.map((index) => ['hunted@nachra.test', `192.0.2.${index}`]))).toBe(5);
      expect(await statuses(times.map((index) => [`${index}@nachra.test`, '203.0.113.77']))).toBe(5);
    });

    it('sends a forgotten password three times, to whoever is asked for, and says the same', async () => {
      for (const email of [known, 'nobody@nachra.test']) {
        const statuses: number[] = [];
        for (let round = 0; round < 4; round += 1)
          statuses.push((await post('/admin/forgot-password', { email }, newAddress())).status);
        expect(statuses).toEqual([204, 204, 204, 429]);
      }
    });

    it('lets nobody guess at tokens of invitations and resets', async () => {
      const address = newAddress();
      const statuses: number[] = [];
      for (let round = 0; round < 22; round += 1) {
        const body = { resetPasswordToken: `guess ${round}`, password };
        statuses.push((await post('/admin/reset-password', body, address)).status);
      }
      expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    });
  });
});
