import type { RunningCms } from '../../support/cms';
import { aPng } from '../../support/pictures';

/** Whoever may knock: nobody, somebody with an invented token, people of each role, and tokens of the content API. */
export const callers = [
  'anonymous',
  'forged',
  'none',
  'author',
  'editor',
  'publisher',
  'super',
  'full',
  'read',
  'custom',
] as const;
export type Caller = (typeof callers)[number];

const roles: Partial<Record<Caller, string>> = {
  none: 'none',
  author: 'nachra-author',
  editor: 'nachra-editor',
  publisher: 'nachra-publisher',
  super: 'strapi-super-admin',
};

/** A token in the shape of Strapi's, signed by nobody. */
const forgedToken =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiIxIiwidHlwZSI6ImFjY2VzcyIsImV4cCI6OTk5OTk5OTk5OX0.c2lnbmVkLWJ5LW5vYm9keQ';

/** These end the session that asks, so each is asked in one of its own. */
const endsSession = /^(POST \/admin\/logout|DELETE \/admin\/users\/me\/sessions)/;

const takesFiles = /^POST \/upload(\/files(\/:id\/replace)?)?$/;

interface Layer {
  methods: string[];
  path: string;
}

/** Every route that is registered, as `METHOD path`. One that takes any method is written `ANY path`. */
export function registeredRoutes({ strapi }: Pick<RunningCms, 'strapi'>): string[] {
  const layers = strapi.server.listRoutes() as unknown as Layer[];
  const routes = layers.flatMap(({ methods, path }) =>
    methods.length > 10
      ? [`ANY ${path}`]
      : methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
  );
  return [...new Set(routes)].sort();
}

/** Asks every route as every caller, with empty bodies and ids that nothing has, and tells what each was answered. */
export async function askAll(cms: RunningCms): Promise<Map<string, Record<Caller, number>>> {
  await cms.strapi.db.query('admin::role').create({ data: { name: 'None', code: 'none' } });
  const tokens = {
    forged: forgedToken,
    full: await apiToken(cms, { type: 'full-access' }),
    read: await apiToken(cms, { type: 'read-only' }),
    custom: await apiToken(cms, { type: 'custom', permissions: ['plugin::upload.content-api.find'] }),
  };
  const sessions = Object.fromEntries(
    await Promise.all(Object.entries(roles).map(async ([caller, role]) => [caller, await cms.token(role)])),
  ) as Partial<Record<Caller, string>>;
  const answers = new Map<string, Record<Caller, number>>();
  const asked = registeredRoutes(cms).sort(
    (a, b) => Number(endsSession.test(a)) - Number(endsSession.test(b)),
  );
  for (const route of asked) {
    const picture = route.includes(' /upload/files/:id') ? await somePicture(cms) : 'none';
    const ask = async (caller: Caller): Promise<[Caller, number]> => {
      const isPerson = roles[caller] !== undefined;
      const own = isPerson && endsSession.test(route) ? await signIn(cms, caller) : sessions[caller];
      return [caller, await knock(cms, route, picture, own ?? tokens[caller as keyof typeof tokens])];
    };
    const row = await Promise.all(callers.map(ask));
    answers.set(route, Object.fromEntries(row) as Record<Caller, number>);
  }
  return answers;
}

async function knock(cms: RunningCms, route: string, id: string, token?: string): Promise<number> {
  const [method = '', path = ''] = route.replace(/^ANY/, 'GET').split(' ');
  const headers = new Headers(token === undefined ? [] : [['authorization', `Bearer ${token}`]]);
  const writes = method !== 'GET' && method !== 'DELETE';
  if (writes && !takesFiles.test(route)) headers.set('content-type', 'application/json');
  const body = !writes ? null : takesFiles.test(route) ? aForm() : '{}';
  const answer = await fetch(cms.url + addressOf(path, id), { method, headers, body, redirect: 'manual' });
  await answer.arrayBuffer();
  return answer.status;
}

/** The address of a route, with documents of the most sensitive type for its parameters. */
function addressOf(path: string, id: string): string {
  const values: Record<string, string> = {
    model: path.includes('/single-types/') ? 'plugin::newsletter.brand' : 'plugin::newsletter.subscriber',
    contentType: 'plugin::newsletter.subscriber',
    uid: path.includes('/components/') ? 'newsletter-section.articles' : 'plugin::newsletter.subscriber',
    targetField: 'lists',
    id,
  };
  return path.replace(/\(.*\)/g, 'none').replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'none');
}

/** A picture that none of the callers has uploaded, and that may go. */
async function somePicture({ strapi }: RunningCms): Promise<string> {
  const file = { hash: 'x', ext: '.png', mime: 'image/png', size: 1, provider: 'local', folderPath: '/' };
  const data = { ...file, name: 'x.png', url: '/uploads/x.png' };
  const { id } = (await strapi.db.query('plugin::upload.file').create({ data })) as { id: number };
  return String(id);
}

function aForm(): FormData {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(aPng())], { type: 'image/png' }), 'x.png');
  return form;
}

async function apiToken(
  { strapi }: RunningCms,
  data: { type: string; permissions?: string[] },
): Promise<string> {
  const tokens = strapi.service('admin::api-token') as unknown as {
    create(token: object): Promise<{ accessKey: string }>;
  };
  return (await tokens.create({ name: data.type, description: '', lifespan: null, ...data })).accessKey;
}

async function signIn(cms: RunningCms, caller: Caller): Promise<string> {
  const body = { email: `${roles[caller]}@nachra.test`, password: 'Correct-Horse-1' };
  const answer = await cms.call<{ data: { token: string } }>('POST', '/admin/login', { body });
  return answer.body.data.token;
}
