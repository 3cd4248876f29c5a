import { chmod, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCms } from '../../support/cms';

const { readSettings } = loadCms<typeof import('../../../cms/app/src/settings')>('settings');
const { ensureSecrets, randomSecrets } =
  loadCms<typeof import('../../../cms/app/src/settings/secrets')>('settings/secrets');
const { prepareDataDir } = loadCms<typeof import('../../../cms/app/src/boot/data-dir')>('boot/data-dir');

describe('settings', () => {
  it('say which secret is missing and what to set', () => {
    const { ADMIN_JWT_SECRET: _left, ...rest } = randomSecrets();
    expect(() => readSettings(rest)).toThrow(/ADMIN_JWT_SECRET is missing\. Set it to random text/);
  });

  it('say which value cannot be used', () => {
    expect(() => readSettings({ ...randomSecrets(), PORT: 'abc', SMTP_URL: 'http://x' })).toThrow(
      /PORT has a value that cannot be used\. Set it to a free port[^]*SMTP_URL has a value that cannot be used/,
    );
  });

  it('never repeat a secret in the sentence', () => {
    expect(() => readSettings({ ...randomSecrets(), APP_KEYS: 'short-secret' })).toThrow(
      /^(?![^]*short-secret)/,
    );
  });

  it('are frozen', () => {
    expect(Object.isFrozen(readSettings({ ...randomSecrets() }))).toBe(true);
  });
});

describe('ensureSecrets', () => {
  it('writes the missing ones once and leaves the rest of the file alone', async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'nachra-env-')), '.env');
    await writeFile(file, 'PORT=4000\nAPP_KEYS=kept-kept-kept-kept', { mode: 0o644 });
    const written = await ensureSecrets(file);
    expect(written).not.toContain('APP_KEYS');
    expect(written).toContain('NACHRA_LINK_SECRET');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(/^PORT=4000\nAPP_KEYS=kept-kept-kept-kept\nAPI_TOKEN_SALT=/);
    expect(await ensureSecrets(file)).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe(text);
  });
});

describe('a database that cannot be written', () => {
  it('is named, with the variable to change', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'nachra-data-'));
    // A file where a folder must be stops root as well, whom permissions do not.
    await writeFile(path.join(dir, 'file'), '');
    await chmod(dir, 0o755);
    const settings = readSettings({ ...randomSecrets(), NACHRA_DATA_DIR: path.join(dir, 'file', 'data') });
    await expect(prepareDataDir(settings)).rejects.toThrow(
      /data folder .* cannot be written.*NACHRA_DATA_DIR/,
    );
    const other = readSettings({
      ...randomSecrets(),
      NACHRA_DATA_DIR: dir,
      LEDGER_FILE: path.join(dir, 'file', 'ledger.db'),
    });
    await expect(prepareDataDir(other)).rejects.toThrow(/ledger\.db cannot be written.*LEDGER_FILE/);
  });
});
