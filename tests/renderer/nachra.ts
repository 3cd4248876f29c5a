import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { repositoryRoot } from '../support/repository';

/** The result of the command. */
export interface Answer {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the command `nachra` as users do: as a process, in the folder of the repository. */
export function nachra(...args: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['renderer/bin/nachra.js', ...args],
      { cwd: repositoryRoot, encoding: 'utf8' },
      (error, stdout, stderr) => resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

/** A temporary folder for the tests of one file. */
export function aFolder(): { path(name: string): string; write(name: string, content: unknown): string } {
  const folder = mkdtempSync(join(tmpdir(), 'nachra-command-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  return {
    path,
    /** Writes a file, data as JSON, and returns its path. */
    write(name, content) {
      writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content));
      return path(name);
    },
  };
}
