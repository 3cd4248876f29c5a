import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadCms } from '../../support/cms';
import { aPng } from '../../support/pictures';
import { withinNow } from '../../support/slowness.mts';
import { uploadPicture } from '../plugin/uploads';
import { startAttackedCms, watchHealth, type AttackedCms } from './attacked-cms';

type Bounding = typeof import('../../../cms/app/src/doors/bound-connections');

const crowd = 500;
const megabyte = 1_000_000;
const headers = (route: string, more = '') => `${route} HTTP/1.1\r\nHost: nachra.test\r\n${more}`;
const slowBody = headers(
  'POST /admin/login',
  'Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{',
);

/** A connection that has begun to say something. */
async function begin(port: number, said: string, isDeaf = false): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (isDeaf) socket.pause();
  else socket.resume();
  socket.write(said);
  return socket;
}
const closed = (socket: Socket) =>
  new Promise<void>((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve())));

describe('a CMS whose clients are slow', () => {
  let cms: AttackedCms;
  let port: number;
  let picture: string;
  /** What a connection is answered whose headers do not come to an end; it is patient, and the other tests go on meanwhile. */
  let endless: Promise<string>;
  beforeAll(async () => {
    cms = await startAttackedCms();
    port = Number(new URL(cms.url).port);
    ({ url: picture } = (await uploadPicture(cms, cms.token, aPng(1_200, 800))).body);
    endless = sayWithoutEnd();
  });
  afterAll(() => cms?.close());

  it.each([
    ['say their headers a byte at a time', () => headers('GET /healthz'), false],
    ['send a body a byte at a time', () => slowBody, false],
    ['ask for three megabytes and read nothing', () => `${headers(`GET ${picture}`)}\r\n`, true],
  ])('answers others while five hundred %s', async (_what, said, isDeaf) => {
    const sockets: Socket[] = [];
    const { result: watched, cost } = await cms.cost(async () => {
      for (let each = 0; each < crowd; each += 1) sockets.push(await begin(port, said(), isDeaf));
      const health = watchHealth(cms.url);
      for (let round = 0; round < 10; round += 1) {
        await delay(100);
        for (const socket of sockets) if (socket.writable && !isDeaf) socket.write('x');
      }
      return health.stop();
    });
    for (const socket of sockets) socket.destroy();
    await Promise.all(sockets.map(closed));
    expect(new Set(watched.statuses)).toEqual(new Set([200]));
    expect(watched.slowest).toBeLessThan(withinNow(200));
    expect(cost.peak).toBeLessThan(150 * megabyte);
  });

  it.each([
    ['are read', false],
    ['nobody reads', true],
  ])(
    'answers others while 100,000 requests come by one connection, whose answers %s',
    async (_what, isDeaf) => {
      await cms.call('GET', '/healthz');
      const { result: watched, cost } = await cms.cost(async () => {
        const health = watchHealth(cms.url);
        const socket = await begin(port, `${headers('GET /healthz')}\r\n`.repeat(100_000), isDeaf);
        await delay(1_000);
        socket.destroy();
        await closed(socket);
        return health.stop();
      });
      expect(new Set(watched.statuses)).toEqual(new Set([200]));
      // What others wait is the longest that the process is held.
      expect(cost.longest).toBeLessThan(100);
      expect(cost.peak).toBeLessThan(50 * megabyte);
    },
  );

  it('answers what comes by one connection at once, in its order', async () => {
    const asked = Array.from({ length: 300 }, (_, index) => (index % 3 === 0 ? '/nowhere' : '/healthz'));
    const last = `${headers('GET /nowhere', 'Connection: close\r\n')}\r\n`;
    const socket = await begin(port, asked.map((route) => `${headers(`GET ${route}`)}\r\n`).join('') + last);
    let answers = '';
    socket.on('data', (bytes: Buffer) => (answers += String(bytes)));
    await closed(socket);
    const statuses = [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status);
    expect(statuses).toEqual([...asked.map((route) => (route === '/nowhere' ? '404' : '200')), '404']);
  });

  async function sayWithoutEnd(): Promise<string> {
    const socket = await begin(port, headers('GET /healthz'));
    let answer = '';
    socket.on('data', (bytes: Buffer) => (answer += String(bytes)));
    const trickle = setInterval(() => socket.write('X-Slow: 1\r\n'), 200);
    await closed(socket);
    clearInterval(trickle);
    return answer;
  }

  it('ends a connection whose headers do not come to an end, with 408', async () => {
    expect(await endless).toContain('408 Request Timeout');
  });
});

describe('a connection', () => {
  const { boundConnections } = loadCms<Bounding>('doors/bound-connections');
  let server: Server | null = null;
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  });
  /** A server with a listener of its own, so patient in milliseconds. */
  async function listen(
    patience: { body: number; silence: number; answer: number },
    listener: Parameters<typeof createServer>[1],
  ): Promise<number> {
    server = createServer(listener);
    boundConnections(server, patience);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }
  const long = 3_600_000;
  const vast = Buffer.alloc(64 * megabyte);

  it('is ended whose body goes on and on, but not one that sends files', async () => {
    const port = await listen({ body: 300, silence: long, answer: long }, (request) => request.resume());
    const [form, files] = await Promise.all([
      begin(port, slowBody),
      begin(port, slowBody.replace('application/json', 'multipart/form-data; boundary=x')),
    ]);
    const trickle = setInterval(() => [form, files].forEach((socket) => socket.write('x')), 50);
    await closed(form).finally(() => clearInterval(trickle));
    expect(files.closed).toBe(false);
    files.destroy();
  });

  it('is ended that says nothing when it is its turn, and waits as long as it is ours', async () => {
    let answer = (): void => undefined;
    const port = await listen({ body: long, silence: 300, answer: long }, (request, response) => {
      request.resume();
      if (request.method === 'GET') answer = () => response.end('done');
    });
    const patient = await begin(port, `${headers('GET /')}\r\n`);
    const silent = await begin(port, slowBody);
    // It was there first, and would have been ended before.
    await closed(silent);
    expect(patient.closed).toBe(false);
    const said = once(patient, 'data');
    answer();
    expect(String((await said)[0])).toContain('done');
  });

  it.each([
    ['reads nothing of an answer', { body: long, silence: 300, answer: long }],
    ['takes an answer too slowly', { body: long, silence: long, answer: 300 }],
  ])('is ended that %s', async (_what, patience) => {
    const port = await listen(patience, (_request, response) => response.end(vast));
    const accepted = once(server as Server, 'connection') as Promise<[Socket]>;
    const client = await begin(port, `${headers('GET /')}\r\n`, true);
    const [connection] = await accepted;
    await closed(connection);
    client.destroy();
  });
});
