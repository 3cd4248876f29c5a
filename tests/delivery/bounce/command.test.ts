import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../support/repository';
import { expected } from './expected';
import { fixture, folder } from './fixtures';

interface Run {
  code: number | null;
  lines: Record<string, unknown>[];
  error: string;
}

/** Runs `nachra-bounce` as a process of its own. */
function run(args: string[], input?: Buffer): Promise<Run> {
  return new Promise((resolve, reject) => {
    const program = join(repositoryRoot, 'delivery/bin/nachra-bounce.js');
    const child = spawn(process.execPath, [program, ...args], { stdio: 'pipe' });
    let out = '';
    let error = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const lines = out.split('\n').filter((line) => line !== '');
      resolve({ code, error, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) });
    });
    child.stdin.end(input);
  });
}

const keys = ['file', 'kind', 'severity', 'status', 'recipient', 'reason'];
const bouncePath = join(folder, 'qmail-no-mailbox.eml');

describe('nachra-bounce', () => {
  let scratch = '';
  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'nachra-bounce-'));
    mkdirSync(join(scratch, 'folder'));
    writeFileSync(join(scratch, 'empty'), '');
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('prints one line of JSON for a file, with six keys', async () => {
    const { code, lines, error } = await run([bouncePath]);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(lines.map(Object.keys)).toEqual([keys]);
    expect(lines[0]).toMatchObject({
      file: bouncePath,
      kind: 'bounce',
      severity: 'hard',
      status: '5.1.1',
      recipient: 'salma@example.net',
    });
  });

  it('classifies the files of a folder', async () => {
    const { code, lines } = await run([folder]);
    expect(code).toBe(0);
    expect(lines.map(({ file }) => file)).toEqual(
      expected.map(([file]) => join(folder, `${file}.eml`)).sort(),
    );
    for (const line of lines) expect(Object.keys(line)).toEqual(keys);
  });

  it('reads standard input for -', async () => {
    const { code, lines } = await run(['-'], fixture('arf-abuse'));
    expect(code).toBe(0);
    expect(lines).toMatchObject([{ file: '-', kind: 'complaint', recipient: 'esma@isp.example' }]);
  });

  it('says in one sentence what cannot be read, and classifies the others', async () => {
    const missing = join(scratch, 'missing.eml');
    const { code, lines, error } = await run([missing, bouncePath]);
    expect(code).toBe(2);
    expect(lines.map(({ file }) => file)).toEqual([bouncePath]);
    expect(error).toBe(`nachra-bounce: ${missing} cannot be read: there is no such file.\n`);
  });

  it('accepts an empty file and an empty folder', async () => {
    const { code, lines } = await run([join(scratch, 'empty'), join(scratch, 'folder')]);
    expect(code).toBe(0);
    expect(lines).toMatchObject([{ kind: 'other', severity: null, status: null, recipient: null }]);
  });

  it('prints its usage without arguments', async () => {
    const { code, lines, error } = await run([]);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(error).toContain('Usage: nachra-bounce FILE…');
  });
});
