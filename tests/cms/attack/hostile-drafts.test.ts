import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startAttackedCms, type AttackedCms } from './attacked-cms';

const articles = '/content-manager/collection-types/plugin::newsletter.article';
const nothing = (count: number): string => `[${Array(count).fill('{}').join()}]`;
/** Of the event loop, in ms of processor time: an honest draft of N° 242 takes some tens. */
const mostHeld = 700;

describe('a CMS that hostile drafts are sent to', () => {
  let cms: AttackedCms;
  let issue: string;
  let article: string;
  beforeAll(async () => {
    cms = await startAttackedCms();
    const { body } = await cms.call('GET', '/newsletter/issues');
    issue = (body as { rows: { documentId: string }[] }).rows[0]?.documentId ?? '';
    const listed = (await cms.call('GET', '/newsletter/articles')).body;
    article = (listed as { rows: { documentId: string }[] }).rows[0]?.documentId ?? '';
    // What is loaded and compiled once is nobody's attack.
    await live('{}');
  });
  afterAll(() => cms?.close());

  const live = (form: string, besides = '') =>
    cms.call('POST', `/newsletter/issues/${issue}/live`, `{"page":"x","issue":${form}${besides}}`);
  const sections = (parts: readonly string[]) => `{"sections":[${parts.join()}]}`;
  const named = (times: number) =>
    `{"__component":"newsletter-section.articles","articles":[${Array(times).fill(`"${article}"`).join()}]}`;
  const text = (body: string) => `{"__component":"newsletter-section.text","body":${body}}`;
  const codeOf = ({ body }: { body: unknown }) =>
    (body as { error?: { details?: { code?: string } } }).error?.details?.code;

  it.each([
    ['one article thirty thousand times', () => sections(Array(150).fill(named(200)) as string[])],
    ['one article in five sections', () => sections(Array(5).fill(named(1)) as string[])],
    ['a third of a million of nothing', () => sections(Array(66).fill(text(nothing(5_000))) as string[])],
  ])('refuses, before anything is made of it: %s', async (_what, form) => {
    const { result, cost } = await cms.cost(() => live(form(), `,"articles":{"${article}":{"body":[]}}`));
    expect([result.status, codeOf(result)]).toEqual([400, 'INPUT_INVALID']);
    expect(cost.longest).toBeLessThan(mostHeld);
  });

  it('goes on answering while it looks at thirty thousand blocks that are none, of which it tells the first', async () => {
    const form = sections(Array(6).fill(text(nothing(5_000))) as string[]);
    const { result, cost } = await cms.cost(() => live(form));
    expect(result.status).toBe(200);
    const { mail } = result.body as { mail: { notes: { severity: string }[] } | null };
    expect(mail?.notes.filter(({ severity }) => severity === 'problem').length ?? 0).toBeLessThanOrEqual(500);
    expect(cost.longest).toBeLessThan(mostHeld);
  });

  it('refuses a body of a third of a million of nothing by its first block', async () => {
    const body = `{"title":"x","kind":"company-news","language":"fr","body":${nothing(330_000)}}`;
    const { result, cost } = await cms.cost(() => cms.call('POST', articles, body));
    expect([result.status, result.text]).toEqual([400, expect.stringContaining('BODY_INVALID') as string]);
    expect(cost.longest).toBeLessThan(mostHeld);
    expect(cost.peak).toBeLessThan(300 * 1024 * 1024);
  });
});
