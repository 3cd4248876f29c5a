import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../../support/repository';

type WhileAlone = typeof import('../../../cms/app/src/terminal/while-alone');
const compiled = path.join(repositoryRoot, 'cms/app/dist/src/terminal/while-alone.js');
const { whileAlone } = createRequire(import.meta.url)(compiled) as WhileAlone;

const nobody = () => undefined;

it('lets one piece of work begin after the other has ended, and says once that it waits', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'nachra-alone-')), 'lock');
  const order: string[] = [];
  let waited = 0;
  let end = nobody as () => void;
  const first = whileAlone(file, {
    waits: nobody,
    work: async () => {
      order.push('first begins');
      await new Promise<void>((resolve) => (end = resolve));
      order.push('first ends');
    },
  });
  const second = whileAlone(file, {
    waits: () => {
      waited += 1;
      setTimeout(end, 500);
    },
    work: () => Promise.resolve(order.push('second begins')),
  });
  await Promise.all([first, second]);
  expect(order).toEqual(['first begins', 'first ends', 'second begins']);
  expect(waited).toBe(1);
});

it('waits for nobody who failed or was killed', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'nachra-alone-')), 'lock');
  await expect(
    whileAlone(file, { waits: nobody, work: () => Promise.reject(new Error('no')) }),
  ).rejects.toThrow('no');
  const script = `require(${JSON.stringify(compiled)}).whileAlone(${JSON.stringify(file)}, {
    waits() {}, work() { console.log('alone'); return new Promise((resolve) => setTimeout(resolve, 600_000)); } })`;
  const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  let waits = false;
  const done = whileAlone(file, {
    work: () => Promise.resolve('done'),
    waits() {
      waits = true;
      holder.kill('SIGKILL');
    },
  });
  expect(await done).toBe('done');
  expect(waits).toBe(true);
});
