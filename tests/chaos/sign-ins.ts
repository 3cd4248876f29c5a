import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { codeOf, codesOn, keyOn, Visitor, type Seen } from '../cms/app/visitor';
import { account, type Region, type Site } from './restorable';

const page = '/second-factor';
const holder = { email: 'holder@nachra.test', password: 'Quiet-Lantern-42' };
const noOne = '198.51.100.7';

const tokenIn = ({ text }: Seen): string => (JSON.parse(text) as { data: { token: string } }).data.token;
/** A browser with what its sign-in was answered. */
interface Session {
  visitor: Visitor;
  /** By which its sign-out ends no other session of the account. */
  deviceId?: string;
  token: string | undefined;
}

/** A browser in which the person of the installation has signed in. */
export async function aSession(url: string): Promise<Session> {
  const visitor = new Visitor({ url }, noOne);
  const deviceId = randomUUID();
  const { email, password } = account;
  return { visitor, deviceId, token: tokenIn(await visitor.signIn(email, password, { deviceId })) };
}

/** Whether a browser is still signed in, by its token or by the cookie that renews it. */
export async function isSignedIn({ visitor, token }: Session): Promise<boolean> {
  const renewed = await visitor.json('POST', '/admin/access-token', {});
  return [await visitor.statusOf(token), renewed.status].includes(200);
}

/** Its person signs out. */
export async function signOut({ visitor, deviceId, token }: Session): Promise<void> {
  expect((await visitor.json('POST', '/admin/logout', { deviceId }, token)).status).toBe(200);
}

/** A new account with a second factor. */
async function withFactor(url: string) {
  const { visitor, token } = await aSession(url);
  const roles = JSON.parse((await visitor.json('GET', '/admin/roles', {}, token)).text) as {
    data: { id: number; code: string }[];
  };
  const role = roles.data.find(({ code }) => code === 'nachra-author');
  const invited = { email: holder.email, firstname: 'Salma', lastname: 'Test', roles: [role?.id] };
  const made = JSON.parse((await visitor.json('POST', '/admin/users', invited, token)).text) as {
    data: { registrationToken: string };
  };
  const { registrationToken } = made.data;
  const userInfo = { firstname: 'Salma', lastname: 'Test', password: holder.password };
  const own = new Visitor({ url }, noOne);
  const registered = await own.json('POST', '/admin/register', { registrationToken, userInfo });
  expect((await own.json('POST', `/admin${page}`, {}, tokenIn(registered))).status).toBe(200);
  const key = keyOn(await own.get(page));
  const shown = await own.post(page, { code: codeOf(key), password: holder.password });
  expect(shown.status).toBe(200);
  return { key, recovery: codesOn(shown) };
}

/**
 * A backup is restored. Nobody is signed in afterwards, neither whoever was when it was made nor whoever has signed out since. The
 * second factor goes on being asked for; recovery codes are those of the backup again.
 */
export async function signInDrill(site: Site, { url }: Region): Promise<void> {
  const { key, recovery } = await withFactor(url);
  const [used = ''] = recovery;
  const enter = async (code: string) => {
    const visitor = new Visitor({ url }, noOne);
    const refused = await visitor.signIn(holder.email, holder.password);
    expect([refused.status, refused.text.includes('"token"')]).toEqual([403, false]);
    return { visitor, status: (await visitor.post(page, { code })).status };
  };
  const open = await aSession(url);
  const ended = await aSession(url);
  const archive = await site.backup();
  await signOut(ended);
  expect([await isSignedIn(open), await isSignedIn(ended)]).toEqual([true, false]);
  expect((await enter(used)).status).toBe(303);
  expect((await enter(used)).status).toBe(403);

  await site.powerCut();
  await site.restore(archive);
  await site.start();
  for (const session of [open, ended]) expect(await isSignedIn(session)).toBe(false);
  // The next code: that of now may be the one it was set up with.
  expect((await enter(codeOf(key, 30))).status).toBe(303);
  expect((await enter('123456')).status).toBe(403);
  const { visitor, status } = await enter(used);
  expect(status).toBe(303);
  const session = { visitor, token: visitor.token };

  // Ended once: neither the release nor another start signs anybody out.
  await site.release();
  expect(await isSignedIn(session)).toBe(true);
  await site.powerCut();
  await site.start();
  expect(await isSignedIn(session)).toBe(true);
}
