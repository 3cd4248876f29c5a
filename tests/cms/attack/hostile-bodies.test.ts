import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin, startCms, withoutRevision, type RunningCms } from '../../support/cms';
import { aPng } from '../../support/pictures';

type Lengths = typeof import('../../../cms/plugin/server/src/content/checks/text-lengths');
type Attribute = import('../../../cms/plugin/server/src/content/checks/text-lengths').Attribute;
type Attributes = Record<string, Attribute & { components?: string[]; customField?: string }>;

interface Refused {
  error?: {
    message: string;
    details?: { code?: string; errors?: { path: string[]; code: string; message: string }[] };
  };
}

const articles = '/content-manager/collection-types/plugin::newsletter.article';
const item = '{"type":"list-item","children":[{"type":"text","text":"x"}]}';
/** JSON text, since an object so deep cannot be made into text. */
const lists = (levels: number) =>
  `${'{"type":"list","format":"unordered","children":['.repeat(levels)}${item}${']}'.repeat(levels)}`;
const arrays = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const article = (body: string, title = '"Titre"') =>
  `{"title":${title},"kind":"company-news","language":"fr","body":[${body}]}`;

describe('a CMS that hostile bodies are sent to', () => {
  let cms: RunningCms;
  let token: string;
  beforeAll(async () => {
    cms = await startCms();
    token = await cms.token();
  });
  afterAll(() => cms?.close());

  async function send(method: string, route: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await cms.call<Refused>(method, route, {
      token,
      headers: { 'accept-language': 'en', ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const { message = '', details } = answer.body.error ?? {};
    return { status: answer.status, message, code: details?.code, errors: details?.errors ?? [] };
  }
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each([
    ['an article, lists in its body', 'POST', articles, article(lists(2_000))],
    ['an article, its title', 'POST', articles, article('', arrays(200_000))],
    ['an issue', 'POST', '/content-manager/collection-types/plugin::newsletter.issue', arrays(5_000)],
    ['the sign-in', 'POST', '/admin/login', `{"email":${arrays(5_000)},"password":"x"}`],
    ['the desk', 'POST', '/newsletter/suppressions', `{"address":${arrays(5_000)}}`],
    ['a folder of the media library', 'POST', '/upload/folders', `{"name":${arrays(5_000)}}`],
    ['the content API', 'POST', '/api/newsletter/articles', arrays(5_000)],
    ['a role', 'POST', '/admin/roles', `{"name":${arrays(5_000)}}`],
    ['nowhere', 'POST', '/nowhere', arrays(5_000)],
  ])('refuses what is nested too deep in a sentence: %s', async (_what, method, route, body) => {
    const english = await send(method, route, body);
    expect(english).toMatchObject({ status: 400, code: 'BODY_TOO_DEEP' });
    expect(english.message).toMatch(/more than 64 levels deep/);
    const french = await send(method, route, body, { 'accept-language': 'fr-MA,fr;q=0.9' });
    expect(french.message).toMatch(/plus de 64 niveaux/);
  });

  it('refuses what is too large or not readable in a sentence, each parser', async () => {
    const large = article(
      `{"type":"paragraph","children":[{"type":"text","text":"${'x'.repeat(1_100_000)}"}]}`,
    );
    expect(await send('POST', articles, large)).toMatchObject({
      ...{ status: 413, code: 'BODY_TOO_LARGE' },
      message: expect.stringContaining('at most 1 MB') as string,
    });
    expect(await send('POST', '/admin/login', `email=${'x'.repeat(70_000)}`, form)).toMatchObject({
      ...{ status: 413, code: 'BODY_TOO_LARGE' },
      message: expect.stringContaining('at most 56 KB') as string,
    });
    for (const body of ['{', '[1,', '{"a":1e}', '\u0000'])
      expect(await send('POST', articles, body)).toMatchObject({ status: 400, code: 'BODY_UNREADABLE' });
  });

  const upload = async (route: string, fields: Record<string, string>, bytes = aPng()) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('files', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), 'palm.png');
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
    const answer = await fetch(`${cms.url}${route}`, { method: 'POST', headers, body });
    const { error, ...file } = (await answer.json()) as Refused & { id?: number };
    return { status: answer.status, code: error?.details?.code, message: error?.message ?? '', file };
  };

  it('refuses descriptions of files that are no JSON, too deep or too long, and files that are too large', async () => {
    for (const route of ['/upload', '/upload/files']) {
      expect(await upload(route, { fileInfo: '{' })).toMatchObject({ status: 400, code: 'BODY_UNREADABLE' });
      expect(await upload(route, { fileInfo: arrays(5_000) })).toMatchObject({ code: 'BODY_TOO_DEEP' });
      expect(await upload(route, { other: 'x'.repeat(1_100_000) })).toMatchObject({ code: 'BODY_TOO_LARGE' });
      expect(await upload(route, {}, Buffer.alloc(65 * 2 ** 20))).toMatchObject({
        ...{ status: 413, code: 'BODY_TOO_LARGE' },
        message: expect.stringContaining('64 Mo') as string,
      });
    }
    const truncated = await fetch(`${cms.url}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="files"; filename="a.png"\r\n\r\nabc',
    });
    expect(truncated.status).toBe(400);
    expect(
      (await upload('/upload', { fileInfo: JSON.stringify({ name: `${'é'.repeat(250)}.png` }) })).status,
    ).toBe(201);
    for (const name of ['name', 'caption', 'alternativeText'])
      expect(
        await upload('/upload', { fileInfo: JSON.stringify({ [name]: 'x'.repeat(20_000) }) }),
        name,
      ).toMatchObject({ status: 400, message: expect.stringContaining(name) as string });
  });

  it('takes lists as deep as the contract does, and names the field where they are deeper', async () => {
    const { status } = await send('POST', articles, article(lists(10)));
    expect(status).toBe(201);
    for (const levels of [11, 20]) {
      const refused = await send('POST', articles, article(lists(levels)));
      expect(refused).toMatchObject({ status: 400, errors: [{ path: ['body'], code: 'LIST_TOO_DEEP' }] });
      expect(refused.message).toMatch(/« Texte » a des listes imbriquées sur plus de 10 niveaux/);
    }
    const section = { __component: 'newsletter-section.text', body: [JSON.parse(lists(500))] };
    await expect(
      cms.strapi.documents(uids.issue).create({ data: { number: 7, sections: [section] } as never }),
    ).rejects.toMatchObject({
      details: { errors: [{ path: ['sections', '0', 'body'], code: 'LIST_TOO_DEEP' }] },
    });
  });

  it('shows what was stored before there was a limit as an obstacle', async () => {
    await cms.seed();
    const body = [JSON.parse(lists(2_000))] as never;
    await cms.strapi.db.query(uids.article).updateMany({ where: {}, data: { body } });
    const issue = await cms.strapi.documents(uids.issue).findFirst();
    const { status, body: detail } = await cms.call<object>(
      'GET',
      `/newsletter/issues/${issue?.documentId}`,
      {
        token,
      },
    );
    expect([status, JSON.stringify(detail)]).toEqual([200, expect.stringMatching(/niveaux/)]);
  });

  it('asks the database nothing that it cannot answer', async () => {
    const nested = `filters${'[$and][0]'.repeat(300)}[title][$eq]=x`;
    const answers = await Promise.all(
      [
        nested,
        `sort=${'id,'.repeat(4_000)}`,
        `_q=${'x'.repeat(9_000)}`,
        `populate${'[a][populate]'.repeat(300)}=x`,
      ].map((query) => send('GET', `${articles}?${query}`)),
    );
    expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
    expect(answers[1]).toMatchObject({ status: 400, code: 'QUERY_TOO_LONG' });
  });

  it('knows a length for every text of its content types, and refuses more with the name of the field', async () => {
    const { textLimit } = loadPlugin<Lengths>('content/checks/text-lengths');
    const attributesOf = (uid: string) =>
      (cms.strapi.getModel(uid as never) as unknown as { attributes: Attributes }).attributes;
    /** Each text of a type or component, as data with that text alone, and where it stands. */
    function* texts(
      uid: string,
    ): Generator<{ path: string[]; make: (text: string) => object; limit: number | null }> {
      for (const [field, attribute] of Object.entries(attributesOf(uid))) {
        // Written by us, whatever is sent.
        if (['addressKey', 'locale', 'documentId'].includes(field)) continue;
        if (['string', 'text', 'email'].includes(attribute.type))
          yield { path: [field], make: (text) => ({ [field]: text }), limit: textLimit(attribute) };
        if (attribute.customField === 'plugin::newsletter.body')
          yield {
            path: [field],
            make: (text) => ({ [field]: [{ type: 'paragraph', children: [{ type: 'text', text }] }] }),
            limit: 100_000,
          };
        const parts =
          attribute.type === 'component' ? [attribute.component ?? ''] : (attribute.components ?? []);
        const isList = attribute.type === 'dynamiczone' || (attribute as { repeatable?: boolean }).repeatable;
        for (const part of parts)
          for (const { path, make, limit } of texts(part))
            yield {
              path: [field, ...(isList ? ['0'] : []), ...path],
              make: (text) => {
                const inside = {
                  ...(attribute.type === 'dynamiczone' && { __component: part }),
                  ...make(text),
                };
                return { [field]: isList ? [inside] : inside };
              },
              limit,
            };
      }
    }
    let count = 0;
    for (const uid of [
      uids.article,
      uids.issue,
      uids.dashboard,
      uids.brand,
      uids.list,
      uids.segment,
      uids.subscriber,
    ])
      for (const { path, make, limit } of texts(uid)) {
        const where = `${uid} ${path.join('.')}`;
        expect(limit, where).not.toBeNull();
        // No save writes them, whatever it holds.
        if (['approvedHash', 'approvedBy', 'proposedSubject', 'translationOf'].includes(path[0] ?? ''))
          continue;
        const data = make(`x${'é'.repeat(limit ?? 0)}`);
        const failure = await withoutRevision(() =>
          cms.strapi.documents(uid as never).create({ data } as never),
        ).then(
          () => null,
          (error: unknown) => error,
        );
        expect(failure, where).toMatchObject({ details: { errors: [{ path, code: 'TEXT_TOO_LONG' }] } });
        expect(String((failure as Error).message), where).toContain(String(limit));
        count += 1;
      }
    expect(count).toBeGreaterThan(50);
  });

  it('refuses texts that are too long where Strapi keeps them', async () => {
    const long = 'x'.repeat(300);
    for (const [route, body] of [
      ['/upload/folders', { name: long, parent: null }],
      ['/admin/roles', { name: long, description: '' }],
      ['/admin/users', { email: 'a@nachra.test', firstname: long, lastname: 'B', roles: [1] }],
      ['/admin/api-tokens', { name: long, type: 'read-only', lifespan: null, description: '' }],
    ] as const) {
      const answer = await send('POST', route, body);
      expect(answer.status, route).toBe(400);
      expect(answer.message, route).toMatch(/name|nom/i);
    }
  });
});
