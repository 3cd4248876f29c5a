import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms';

interface Refused {
  error?: { message: string; details?: { errors?: { path: string[] }[] } };
}
interface ApiTokens {
  create(data: object): Promise<{ accessKey: string }>;
}

const articles = '/content-manager/collection-types/plugin::newsletter.article';
const long = JSON.stringify({ title: 'x'.repeat(20_000), kind: 'company-news', language: 'fr', body: [] });

describe('a CMS that long bodies are sent to', () => {
  let cms: RunningCms;
  let token: string;
  beforeAll(async () => {
    cms = await startCms();
    token = await cms.token();
  });
  afterAll(() => cms?.close());

  const post = async (path: string, body: string, authorization?: string) => {
    const answer = await fetch(`${cms.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body,
    });
    const text = await answer.text();
    const { error } = (text.startsWith('{') ? JSON.parse(text) : {}) as Refused;
    return { status: answer.status, message: error?.message, path: error?.details?.errors?.[0]?.path };
  };

  it('reads them for callers who are known, and tells others why not', async () => {
    expect(await post(articles, long, `Bearer ${token}`)).toMatchObject({ status: 400, path: ['title'] });
    const stranger = await post(articles, long);
    expect(stranger).toMatchObject({
      status: 413,
      message: expect.stringContaining('at most 16 KB') as string,
    });
    // The admin renews a token that has run out when it is told so, and sends again.
    for (const wrong of ['x', `${token}x`])
      expect(await post(articles, long, `Bearer ${wrong}`)).toMatchObject({ status: 401 });
    const tokens = cms.strapi.service('admin::api-token') as unknown as ApiTokens;
    const data = { name: 'import', type: 'full-access', lifespan: null, description: '' };
    const { accessKey } = await tokens.create(data);
    // Read, and then found to be asked of nothing that is there.
    expect(await post('/api/newsletter/nowhere', long, `Bearer ${accessKey}`)).toMatchObject({ status: 405 });
  });

  it('is not held by twenty strangers with a megabyte of brackets each', async () => {
    const body = `{"email":[${'[],'.repeat(300_000)}[]]}`;
    const started = performance.now();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        post('/admin/login', body).then(
          ({ status }) => status,
          // Cut off while it was still sending.
          () => 413,
        ),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([413]));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
