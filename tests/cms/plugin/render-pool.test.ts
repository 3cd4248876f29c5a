import { createRequire } from 'node:module';
import path from 'node:path';
import { parseIssue, renderIssue, type Edition, type Issue } from '@nachra/renderer';
import { afterEach, describe, expect, it } from 'vitest';
import { amanews242 } from '../../support/issue';
import { repositoryRoot } from '../../support/repository';

type Pool = typeof import('../../../cms/plugin/server/src/editions/render-pool');
type Cache = typeof import('../../../cms/plugin/server/src/editions/render-cache');

const require = createRequire(__filename);
const built = <Module>(file: string) =>
  require(path.join(repositoryRoot, `cms/plugin/dist/cjs/server/src/editions/${file}.js`)) as Module;

describe('the render pool', () => {
  let close = () => Promise.resolve();
  afterEach(() => close());
  const open = (timeLimit?: number) => {
    const { openRenderPool, TaskTooLong } = built<Pool>('render-pool');
    const pool = openRenderPool(timeLimit);
    close = () => pool.close();
    return { pool, TaskTooLong };
  };
  const assets = { remember: () => undefined, find: () => Promise.resolve(null) };
  const publicUrl = 'https://news.example.test';

  it('renders and checks as the renderer does, pictures that travel in the message included', async () => {
    const { pool } = open();
    const issue = parseIssue(amanews242('fr'));
    const images = { mode: 'embedded' as const, files: new Map<string, Buffer>() };
    const [inThread, here] = await Promise.all([
      pool.render({ issue, images }),
      renderIssue(issue, { images }),
    ]);
    expect(inThread).toEqual(here);
    const findings = await pool.check({ issue, edition: here, comparison: {} });
    expect(findings.map(({ rule }) => rule)).not.toContain('not-checked');
  });

  it('gives a task up that takes too long, says so as a problem or finding, and goes on', async () => {
    const { pool } = open(1);
    const { createRender, createCheck } = built<Cache>('render-cache');
    const draft = amanews242('fr');
    const issue = parseIssue(draft);
    const edition = await renderIssue(issue);

    const { problems } = await createRender({ publicUrl, assets, pool })(draft, 'linked');
    expect(problems).toEqual([{ path: '', code: 'too-much', values: {} }]);
    const findings = await createCheck(pool)(issue, edition, {});
    expect(findings).toEqual([...edition.findings, expect.objectContaining({ rule: 'not-checked' })]);
  });

  it('leaves a thread to others while mails are shown to those who write', async () => {
    const { pool } = open();
    const draft = amanews242('fr');
    const small = parseIssue(draft);
    const large = { ...draft, sections: Array(12).fill(draft.sections).flat() };
    const images = { mode: 'linked' as const, assetBase: publicUrl };
    // The threads have started, and know the small one.
    await Promise.all([pool.render({ issue: small, images }), pool.render({ issue: small, images })]);
    const shown: unknown[] = [];
    const live = [1, 2, 3].map(async () => {
      shown.push(await pool.live({ draft: large, images }));
    });
    await pool.render({ issue: small, images });
    expect(shown).toHaveLength(0);
    await Promise.all(live);
    expect(shown).toMatchObject([{ problems: [] }, { problems: [] }, { problems: [] }]);
  });

  it('hands an error of the renderer on as one, and goes on', async () => {
    const { pool, TaskTooLong } = open();
    const images = { mode: 'linked' as const, assetBase: publicUrl };
    const broken = pool.render({ issue: { masthead: {}, sections: [] } as unknown as Issue, images });
    await expect(broken).rejects.toThrow();
    await expect(broken).rejects.not.toBeInstanceOf(TaskTooLong);
    const issue = parseIssue(amanews242('fr'));
    const editions = await Promise.all([1, 2, 3].map(() => pool.render({ issue, images })));
    expect(new Set(editions.map(({ hash }: Edition) => hash)).size).toBe(1);
  });
});
