import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../support/repository';

/** `nachra preview` in a copy of renderer and emails, so that a test can break templates. */
export interface Previewing {
  url: string;
  /** Absolute path of a file of the copy, such as `emails/theme.json`. */
  path(name: string): string;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Answered>;
  /** Waits for the next event for which the condition is true. */
  heard<T>(event: string, condition: (data: T) => boolean, ui?: string): Promise<T>;
  close(): Promise<void>;
}

export interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export async function startPreview(sample = 'emails/samples/amanews-242.json'): Promise<Previewing> {
  const root = mkdtempSync(join(tmpdir(), 'nachra-preview-'));
  const path = (name: string) => join(root, name);
  for (const folder of [
    'emails',
    'renderer/dist',
    'renderer/bin',
    'renderer/assets',
    'renderer/package.json',
  ])
    cpSync(join(repositoryRoot, folder), path(folder), { recursive: true });
  // The copy uses the original's packages, except for `@nachra/emails`, which is its own.
  mkdirSync(path('renderer/node_modules/@nachra'), { recursive: true });
  const own = join(repositoryRoot, 'renderer/node_modules');
  for (const name of existsSync(own) ? readdirSync(own) : [])
    if (!name.startsWith('@') && !name.startsWith('.'))
      symlinkSync(join(own, name), path(`renderer/node_modules/${name}`));
  symlinkSync(path('emails'), path('renderer/node_modules/@nachra/emails'));
  symlinkSync(join(repositoryRoot, 'node_modules'), path('node_modules'));
  const child = spawn(
    process.execPath,
    [path('renderer/bin/nachra.js'), 'preview', path(sample), '--port', '0'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await addressSaidBy(child);
  return {
    url,
    path,
    get: (address, headers = {}, method = 'GET') => ask(new URL(address, url), headers, method),
    heard: (event, condition, ui = 'fr') => listen(new URL(`/events?ui=${ui}`, url), event, condition),
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(root, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}

function addressSaidBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [url] = /http:\S+/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', (code) => reject(new Error(`nachra preview ended with ${code}: ${said}`)));
  });
}

/** Not `fetch`, which does not allow setting the header `Host`. */
function ask(url: URL, headers: Record<string, string>, method: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    request(url, { headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on('error', reject)
      .end();
  });
}

function listen<T>(url: URL, event: string, condition: (data: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const asked = request(url, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk;
        const messages = said.split('\n\n');
        said = messages.pop() ?? '';
        for (const message of messages) {
          const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(message) ?? [];
          if (name !== event || data === undefined) continue;
          const parsed = JSON.parse(data) as T;
          if (!condition(parsed)) continue;
          asked.destroy();
          resolve(parsed);
        }
      });
    }).on('error', reject);
    asked.end();
  });
}
