import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBench } from '../support/campaign';
import type { Need } from '../support/requires';
import { within } from '../support/slowness.mts';
import { until } from '../support/until';
import { beginOrdeal, group } from './ordeal';
import type { Random } from './random';
import { startHostileServer } from './server';

/** A volume of its own, small enough to be filled. */
export const smallVolume: Need = {
  name: 'A small volume of its own',
  remedy: 'run this as root, which may mount a tmpfs',
  present: () => {
    try {
      mountVolume().remove();
      return true;
    } catch {
      return false;
    }
  },
};

function mountVolume(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'nachra-volume-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return {
    folder,
    remove() {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** The ledger's volume fills up in the middle of a send, and is cleared again. @returns broken rules, in words */
export async function diskFull(random: Random): Promise<string[]> {
  const volume = mountVolume();
  const bench = await openBench('sqlite', { parent: volume.folder });
  const server = await startHostileServer();
  const times = 2;
  const people = 900;
  const ordeal = await beginOrdeal({ bench, server, random, people });
  try {
    ordeal.start();
    const breaches: string[] = [];
    for (let time = 1; time <= times; time += 1) {
      await server.more(random.int(20, 250));
      const filler = path.join(volume.folder, 'filler');
      // The write-ahead log keeps the room that it once took: given back, so that the next writes need some.
      await until(
        () => bench.ledger.rows<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)'),
        ([row]) => row?.busy === 0,
      );
      fill(filler);
      // Until nothing more is sent, as nothing more can be written.
      await server.more(people, within(900));
      if (server.taken() >= people - 2 * group) breaches.push('the full disk held nothing up');
      rmSync(filler);
    }
    await ordeal.finish();
    breaches.push(...(await ordeal.judge(times * group)));
    return breaches;
  } finally {
    await ordeal.end();
    await bench.close();
    volume.remove();
  }
}

/** Writes until the system says that there is no space left, down to the last page. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  for (const size of [1 << 20, 1 << 12]) {
    const block = Buffer.alloc(size, 1);
    try {
      for (;;) if (writeSync(handle, block) < size) break;
    } catch {
      // ENOSPC: that is the aim.
    }
  }
  closeSync(handle);
}
