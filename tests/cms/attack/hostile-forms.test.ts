import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAttackedCms, type AttackedCms } from './attacked-cms';

const types = '/content-manager/collection-types/plugin::newsletter';
const nothing = (count: number): string => `[${Array(count).fill('{}').join()}]`;
/** Of the event loop, in ms of processor time, with what a megabyte of JSON costs to be read. */
const mostHeld = 700;
const mostMemory = 300 * 1024 * 1024;

interface Refused {
  error?: { message?: string; details?: { code?: string; errors?: { code: string }[] } };
}

describe('a CMS that forms of nothing are sent to', () => {
  let cms: AttackedCms;
  let article: string;
  beforeAll(async () => {
    cms = await startAttackedCms();
    const made = await send(
      'POST',
      `${types}.article`,
      '{"title":"x","kind":"company-news","language":"fr"}',
    );
    article = made.body.data?.documentId ?? '';
    // What is loaded and compiled once is nobody's attack.
    await send('POST', `/newsletter/documents/${article}/compare`, form('{}'));
    await send('POST', '/newsletter/dashboards/tiles', tiles('{}'));
  });
  afterAll(() => cms?.close());

  const form = (data: string) => `{"type":"article","revision":1,"data":${data}}`;
  const tiles = (figures: string) => `{"language":"fr","dashboard":{"title":"t","figures":${figures}}}`;
  const dashboard = (figures: string) => `{"title":"t","asOf":"2026-01-01","figures":${figures}}`;
  const rows = (count: number) =>
    `{"periods":[{"label":"a"}],"groups":[{"title":"g","indicators":${nothing(count)}}]}`;

  async function send(method: string, route: string, body: string) {
    const { status, body: answer } = await cms.call(method, route, body);
    const { error, data } = answer as Refused & { data?: { documentId?: string } | null };
    const code = error?.details?.code ?? error?.details?.errors?.[0]?.code ?? null;
    return { status, code, message: error?.message ?? '', body: { data } };
  }

  it.each([
    ['lines of an article', `${types}.article`, `{"title":"x","present":${nothing(300_000)}}`],
    ['pictures of an article', `${types}.article`, `{"title":"x","images":${nothing(300_000)}}`],
    ['sections of an issue', `${types}.issue`, `{"number":9,"sections":${nothing(300_000)}}`],
    ['readers of a list', `${types}.list`, `{"name":"x","subscribers":{"connect":${nothing(300_000)}}}`],
  ])('refuses, before Strapi walks them, a third of a million %s', async (_what, route, body) => {
    const { result, cost } = await cms.cost(() => send('POST', route, body));
    expect(result).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(result.message).toMatch(/trop volumineux/);
    expect(cost.longest).toBeLessThan(mostHeld);
    expect(cost.peak).toBeLessThan(mostMemory);
  });

  it.each([
    ['groups', `{"periods":[],"groups":${nothing(300_000)}}`],
    ['rows', rows(300_000)],
    [
      'figures',
      `{"periods":[],"groups":[{"indicators":[{"values":[${Array(240_000).fill('""').join()}]}]}]}`,
    ],
  ])(
    'refuses by its whole a dashboard of a third of a million %s, saved or shown',
    async (_what, figures) => {
      const { result, cost } = await cms.cost(async () => [
        await send('POST', `${types}.dashboard`, dashboard(figures)),
        await send('POST', '/newsletter/dashboards/tiles', tiles(figures)),
      ]);
      expect(result.map(({ status, code }) => [status, code])).toEqual([
        [400, 'FIGURES_INVALID'],
        [400, 'INPUT_INVALID'],
      ]);
      expect(cost.longest).toBeLessThan(mostHeld);
      expect(cost.peak).toBeLessThan(mostMemory);
    },
  );

  it.each([
    ['third of a million lines', `{"present":${nothing(300_000)}}`, 400],
    ['few thousand lines', `{"present":${nothing(5_000)}}`, 413],
    ['hundred thousand pictures', `{"images":[${Array(90_000).fill('1').join()}]}`, 413],
  ])('refuses to compare a form of a %s', async (_what, data, status) => {
    const { result, cost } = await cms.cost(() =>
      send('POST', `/newsletter/documents/${article}/compare`, form(data)),
    );
    expect(result.status).toBe(status);
    expect(cost.longest).toBeLessThan(mostHeld);
    expect(cost.peak).toBeLessThan(mostMemory);
  });

  it('compares a form with parts of other documents without looking at those', async () => {
    const parts = ['nowhere.none', 'plugin::newsletter.list', 'admin::user', '__proto__'].map(
      (name) => `{"__component":"${name}","subscribers":{"set":["x"]}}`,
    );
    const data = `{"imageTexts":[${parts.join()}],"title":"y"}`;
    const compared = await cms.call('POST', `/newsletter/documents/${article}/compare`, form(data));
    expect(compared.status).toBe(200);
  });

  it.each(['reset-password', 'register'])(
    'judges a long password of a stranger at once: %s',
    async (route) => {
      const password = `abcde${'1'.repeat(15_000)}x`;
      const given =
        route === 'register'
          ? { registrationToken: 'x', userInfo: { password } }
          : { resetPasswordToken: 'x', password };
      const { cost } = await cms.cost(() => cms.call('POST', `/admin/${route}`, given));
      expect(cost.longest).toBeLessThan(200);
    },
  );

  it('judges at once what somebody signed in would have for a password', async () => {
    const { cost } = await cms.cost(() =>
      cms.call('PUT', '/admin/users/me', { password: `abcde${'1'.repeat(900_000)}x` }),
    );
    expect(cost.longest).toBeLessThan(mostHeld);
  });

  it('counts so many pages of one person and no more, and none of what is another document', async () => {
    const note = async (tab: string, type: string) =>
      (await cms.call('POST', `/newsletter/documents/${article}/presence`, { type, tab })).body as {
        others: unknown[];
      };
    for (let page = 0; page < 30; page += 1) await note(`page-${page}-of-mine`, 'article');
    expect((await note('page-0-of-mine', 'article')).others).toHaveLength(19);
    expect((await note('page-0-of-mine', 'issue')).others).toEqual([]);
  });
});
