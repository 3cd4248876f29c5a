import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

/** Runs the small suite of `tests/fixtures/skips` in a Vitest of its own, under the house's reporter. */
function run(environment: Record<string, string>): { code: number | null; output: string } {
  const folder = join(repositoryRoot, 'tests/fixtures/skips');
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', '--root', folder], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, NO_COLOR: '1', ...environment },
  });
  return { code: status, output: stdout + stderr };
}

const withBrowser = { CHROMIUM_PATH: process.execPath };
const withoutBrowser = { CHROMIUM_PATH: '/nowhere/chromium' };

describe('a run of the tests', () => {
  it('runs what needs a browser where there is one', () => {
    const { code, output } = run(withBrowser);
    expect(output).toMatch(/^3 passed, 0 failed, 0 skipped$/m);
    expect(code).toBe(0);
  });

  it('names what a missing browser prevents, and passes', () => {
    const { code, output } = run(withoutBrowser);
    expect(output).toMatch(
      /SKIPPED on this machine:\n {2}- .*browser\.test\.js › the desk \[Chromium is missing: .*\] › shows an issue/,
    );
    expect(output).toMatch(/^2 passed, 0 failed, 1 skipped$/m);
    expect(code).toBe(0);
  });

  it('fails for a missing browser where nothing may be skipped', () => {
    const { code, output } = run({ ...withoutBrowser, NACHRA_REQUIRE_ALL: '1' });
    expect(output).toContain('Chromium is missing: install Debian’s package “chromium”');
    expect(output).toMatch(/^2 passed, 1 failed, 0 skipped$/m);
    expect(code).toBe(1);
  });

  it('fails for any other skip where nothing may be skipped', () => {
    const { code, output } = run({ ...withBrowser, FIXTURE_SKIPS: '1', NACHRA_REQUIRE_ALL: '1' });
    expect(output).toMatch(/NACHRA_REQUIRE_ALL=1 makes that a failure:\n {2}- .*the sums › add up at night/);
    expect(output).toMatch(/^2 passed, 0 failed, 1 skipped$/m);
    expect(code).toBe(1);
  });
});
