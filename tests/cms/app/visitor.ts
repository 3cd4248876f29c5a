import { setTimeout as delay } from 'node:timers/promises';
import { TOTP, Secret } from 'otpauth';
import type { RunningCms } from '../../support/cms';

/** What a visitor was answered. */
export interface Seen {
  status: number;
  text: string;
  headers: Headers;
  location: string | null;
}

interface Cookie {
  value: string;
  path: string;
}

/** A browser without script: keeps cookies, sends each to its path alone, and says from which page it posts. */
export class Visitor {
  readonly cookies = new Map<string, Cookie>();

  constructor(
    private readonly cms: Pick<RunningCms, 'url'>,
    private readonly address: string,
  ) {}

  get(path: string): Promise<Seen> {
    return this.ask('GET', path, {});
  }

  /** Sends a form of ours. */
  post(path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Seen> {
    return this.ask('POST', path, { body: new URLSearchParams(form), headers });
  }

  /** Asks as the admin does, with JSON. */
  json(method: string, path: string, body: object, token?: string): Promise<Seen> {
    const headers = {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const withBody = method === 'GET' ? {} : { body: JSON.stringify(body) };
    return this.ask(method, path, { ...withBody, headers });
  }

  signIn(email: string, password = 'Correct-Horse-1', more: object = {}): Promise<Seen> {
    return this.json('POST', '/admin/login', { email, password, ...more });
  }

  /** The access token that a sign-in left in a cookie for the admin. */
  get token(): string | undefined {
    return this.cookies.get('jwtToken')?.value;
  }

  /** Asks who one is with a token of the admin: 200 for whoever is signed in. */
  async statusOf(token = this.token): Promise<number> {
    return (await this.json('GET', '/admin/users/me', {}, token ?? 'none')).status;
  }

  private async ask(method: string, path: string, init: RequestInit): Promise<Seen> {
    const sent = [...this.cookies].filter(([, cookie]) => path.startsWith(cookie.path));
    const response = await fetch(this.cms.url + path, {
      ...init,
      method,
      redirect: 'manual',
      headers: {
        'accept-language': 'en',
        'x-forwarded-for': this.address,
        origin: this.cms.url,
        cookie: sent.map(([name, { value }]) => `${name}=${value}`).join('; '),
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const { status, headers } = response;
    return { status, headers, text: await response.text(), location: headers.get('location') };
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, { value, path });
  }
}

/** How the session's cookie is set: everything but its value. */
export function refreshCookieOf({ headers }: Seen): string | undefined {
  const line = headers.getSetCookie().find((each) => each.startsWith('strapi_admin_refresh='));
  return line?.replace(/=[^;]+/, '');
}

/** The key that a page shows for typing it into an app. */
export function keyOn({ text }: Seen): string {
  return (/<code class="code">(.+?)<\/code>/.exec(text)?.[1] ?? '').replaceAll(/<.*?>/g, '');
}

/** The recovery codes on a page. */
export function codesOn({ text }: Seen): string[] {
  return [...text.matchAll(/<li><code>([\d-]+)</g)].map(([, code = '']) => code);
}

/** What an app shows whose clock is some seconds off. */
export function codeOf(key: string, secondsOff = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(key) });
  return totp.generate({ timestamp: Date.now() + secondsOff * 1000 });
}

/** Codes last so long. */
const stepMs = 30_000;
/** What a form that is sent may take on a busy machine. */
const roomMs = 12_000;

/**
 * What an app showed half a minute ago, which is still taken. Towards the end of a step it waits for the next one: until a form is sent the
 * code could be of a minute ago.
 */
export async function codeBefore(key: string): Promise<string> {
  const leftMs = stepMs - (Date.now() % stepMs);
  if (leftMs < roomMs) await delay(leftMs);
  return codeOf(key, -30);
}
