import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startWorker, until, workerConfig } from '../support/campaign';
import type { Need } from '../support/requires';
import { beginOrdeal, group, type Ordeal, type OrdealOptions } from './ordeal';
import type { Random } from './random';
import type { Course } from './suite';
import { startHostileServer, type Fault, type HostileServer } from './server';

/** Runs one ordeal and leaves nothing of it behind, however it ends. */
function ordealOf(
  options: Pick<OrdealOptions, 'people' | 'environment'>,
  course: (ordeal: Ordeal, server: HostileServer) => Promise<string[]>,
): Course {
  return async (bench, random) => {
    const server = await startHostileServer();
    const ordeal = await beginOrdeal({ bench, server, random, ...options });
    try {
      return await course(ordeal, server);
    } finally {
      await ordeal.end();
    }
  };
}

const repliesForNow = [
  '421 4.7.0 Too many connections',
  '450 4.2.1 Try again later',
  '451 4.3.0 Local error',
  '452 4.3.1 Out of space',
  '454 4.7.0 Not now',
] as const;

/** A server in a storm: of ten attempts, six or so go wrong, each in another way. */
function stormOf(random: Random): (address: string, attempt: number) => Fault {
  return (address, attempt) => {
    const luck = random.of(`${address} ${attempt}`);
    const at = luck.pick(['rcpt', 'dot'] as const);
    if (luck.chance(0.35)) return { reply: luck.pick(repliesForNow), at };
    if (luck.chance(0.1)) return { reply: luck.pick(['550 5.1.1 Unknown', '554 5.7.1 No']), at };
    if (luck.chance(0.04)) return { cut: 'dot' };
    if (luck.chance(0.06)) return { cut: 'body' };
    if (luck.chance(0.03)) return { stallMs: luck.int(50, 400) };
    return null;
  };
}

/** Answers for now and for good in storms, cuts before the 250, resets in the middle of DATA, stalls; and a kill or two. */
export const storm = ordealOf({ people: 300 }, async (ordeal, server) => {
  const { random } = ordeal;
  server.mood = stormOf(random);
  const victim = ordeal.start();
  await server.more(random.int(20, 60));
  server.refuseAll = random.pick(['421 4.3.2 Closing', '554 5.3.2 No service']);
  server.cutAll();
  await delay(random.int(100, 400));
  server.refuseAll = null;
  await server.more(random.int(10, 60));
  await ordeal.kill(victim);
  ordeal.start();
  await until(
    () => ordeal.progress(),
    ({ counts }) => counts.queued + counts.claimed + counts.sending === 0,
  );
  await ordeal.hoursPass();
  await delay(500);
  server.mood = () => null;
  await ordeal.finish();
  // What the test itself cut in one stroke may be as much as one group.
  return ordeal.judge(server.cuts() + (ordeal.kills() + 1) * group);
});

/** A server that thinks for longer than a lease lasts: the heartbeat keeps the second worker away. */
export const stall = ordealOf(
  { people: 100, environment: { NACHRA_LEASE_MS: '900' } },
  async (ordeal, server) => {
    const slow = ordeal.random.of('slow');
    server.mood = (address) => (slow.of(address).chance(0.02) ? { stallMs: 1_800 } : null);
    ordeal.start();
    ordeal.start();
    await ordeal.finish();
    return ordeal.judge(0);
  },
);

/** A server that wants a sign-in and, for a while, no longer offers one: nobody's attempt, nobody's loss. */
export const forgetfulOfAuth: Course = async (bench, random) => {
  const server = await startHostileServer();
  server.auth = 'asked';
  const smtpUrl = `smtp://lettre:secret@127.0.0.1:${server.port}`;
  const ordeal = await beginOrdeal({ bench, server, random, people: 400, smtpUrl });
  try {
    ordeal.start();
    await server.more(random.int(50, 150));
    server.auth = 'forgotten';
    server.cutAll();
    await delay(random.int(300, 900));
    const { counts } = await ordeal.progress();
    server.auth = 'asked';
    await ordeal.finish();
    const breaches = await ordeal.judge(group);
    const { rejected } = (await ordeal.progress()).counts;
    if (counts.rejected + rejected > 0)
      breaches.push('somebody was rejected for a sign-in that was not offered');
    if (counts.accepted === 400) breaches.push('it was over before the sign-in was forgotten');
    return breaches;
  } finally {
    await ordeal.end();
  }
};

export const openssl: Need = {
  name: 'openssl',
  remedy: 'install Debian’s package “openssl”',
  present: () => {
    try {
      execFileSync('openssl', ['version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  },
};

/** TLS with a certificate that nobody vouches for: not one byte of a message; once it is a good one, everything goes. */
export const badCertificate: Course = async (bench, random) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nachra-certificates-'));
  const good = certificate(folder, 'good');
  const server = await startHostileServer(certificate(folder, 'bad'));
  const ordeal = await beginOrdeal({
    bench,
    server,
    random,
    people: 100,
    smtpUrl: `smtps://127.0.0.1:${server.port}`,
    environment: { NODE_EXTRA_CA_CERTS: path.join(folder, 'good.pem') },
  });
  try {
    ordeal.start();
    await delay(1_500);
    const { counts } = await ordeal.progress();
    const taken = server.taken();
    server.show(good);
    await ordeal.finish();
    const breaches = await ordeal.judge(0);
    if (taken > 0) breaches.push(`${taken} messages went to a server that nobody vouches for`);
    if (counts.accepted + counts.deferred + counts.rejected + counts['in-doubt'] > 0)
      breaches.push(`the certificate cost attempts: ${JSON.stringify(counts)}`);
    return breaches;
  } finally {
    await ordeal.end();
    rmSync(folder, { recursive: true, force: true });
  }
};

function certificate(folder: string, name: string): { key: string; cert: string } {
  const [key, cert] = [path.join(folder, `${name}.key`), path.join(folder, `${name}.pem`)];
  const make = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
  ];
  const of = ['-subj', `/CN=${name}.test`, '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', [...make, ...of, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

/** A worker that sleeps (SIGSTOP) past its lease while another takes over, and then wakes in the middle of its group. */
export const asleep = ordealOf(
  { people: 450, environment: { NACHRA_LEASE_MS: '700' } },
  async (ordeal, server) => {
    const { random } = ordeal;
    const sleeper = ordeal.start();
    const naps = 2;
    for (let nap = 1; nap <= naps; nap += 1) {
      await server.more(random.int(20, 120));
      await delay(random.int(0, 10));
      sleeper.kill('SIGSTOP');
      if (nap === 1) ordeal.start();
      await delay(random.int(1_500, 2_200));
      sleeper.kill('SIGCONT');
    }
    await ordeal.finish();
    return ordeal.judge(naps * group);
  },
);

/** A worker whose clock is set back by hours, alone and then beside one whose clock is right. */
export const clockSetBack = ordealOf({ people: 500 }, async (ordeal, server) => {
  const { bench, random } = ordeal;
  let ahead = 0;
  const url = `smtp://127.0.0.1:${server.port}`;
  const behind = startWorker(workerConfig(bench.options, url, 5), {
    now: () => new Date(Date.now() + ahead),
  });
  try {
    await server.more(random.int(20, 150));
    ahead = -random.int(1, 5) * 3_600_000;
    const before = server.taken();
    await server.more(random.int(20, 150));
    const wentOn = server.taken() > before;
    ordeal.start();
    await ordeal.finish();
    const breaches = await ordeal.judge(0);
    if (!wentOn) breaches.push('nothing was sent once the clock had been set back');
    return breaches;
  } finally {
    await behind.stop();
  }
});

/** The database dies as in a power cut, twice, and comes back. */
export const databaseRestarted = ordealOf({ people: 500 }, async (ordeal, server) => {
  const { bench, random } = ordeal;
  const crashes = 2;
  ordeal.start();
  for (let crash = 1; crash <= crashes; crash += 1) {
    await server.more(random.int(20, 150));
    await delay(random.int(0, 10));
    ordeal.mayBeUnreadable = true;
    await bench.postgres?.crash();
    await delay(random.int(0, 1_000));
    await bench.postgres?.start();
    await until(
      () => ordeal.progress().then(Boolean, () => false),
      (isBack) => isBack,
    );
  }
  ordeal.mayBeUnreadable = false;
  await ordeal.finish();
  return ordeal.judge(crashes * group);
});
