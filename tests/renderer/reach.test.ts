import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkReach, parseIssue, type Finding, type IssueInput, type ReachOptions } from '@nachra/renderer';
// The only inner file that a test imports: the command refuses this machine's addresses, which a test needs.
import { askNetwork } from '../../renderer/dist/cli/ask-network';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, section } from './faults';
import { anArticle } from '../support/issue';
import { within } from '../support/slowness.mts';

/** The test server is on this machine, so loopback is allowed except in tests of the refusal. */
const here: Options = { isAllowed: () => true };
interface Options extends ReachOptions {
  isAllowed?: (address: string) => boolean;
}
let server: Server;
let origin: string;
let asked: string[] = [];
let open = 0;
let mostOpen = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    mostOpen = Math.max(mostOpen, ++open);
    response.on('close', () => open--);
    if (request.url === '/never') return;
    if (request.url === '/gone') response.statusCode = 404;
    if (request.url === '/robots') response.statusCode = 403;
    if (request.url === '/moved') response.writeHead(302, { location: '/fine' });
    if (request.url === '/round') response.writeHead(302, { location: '/round' });
    if (request.url === '/heavy.jpg') response.writeHead(200, { 'content-length': 2_000_000 });
    if (request.url?.startsWith('/slow')) setTimeout(() => response.end('x'), 30);
    else response.end(request.url === '/heavy.jpg' ? Buffer.alloc(2_000_000) : 'x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const links = (...urls: string[]) =>
  section({ type: 'links', links: urls.map((url, at) => ({ label: `Page ${at}`, url })) });

async function reach(issue: IssueInput, { isAllowed, ...options }: Options = here): Promise<string[]> {
  asked = [];
  const parsed = parseIssue(issue);
  delete parsed.masthead.brand.url;
  const found: Finding[] = await checkReach(parsed, askNetwork(isAllowed), options);
  return found.map(({ rule, place, values: { reason } }) =>
    `${rule} ${place} ${typeof reason === 'string' ? reason : ''}`.trim(),
  );
}

describe('links and pictures', () => {
  it('that answer are accepted, as are redirects and pages that refuse programs', async () => {
    expect(await reach(links(`${origin}/fine`, `${origin}/moved`, `${origin}/robots`))).toEqual([]);
  });

  it('that are gone, redirect in a loop or never answer are reported', async () => {
    const issue = links(`${origin}/gone`, `${origin}/round`, `${origin}/never`, 'mailto:a@example.test');
    expect(await reach(issue, { ...here, timeoutMs: within(2_000) })).toEqual([
      'link-unreachable sections[0].links[0].url HTTP 404',
      'link-unreachable sections[0].links[1].url 5 × 302',
      'link-unreachable sections[0].links[2].url timeout',
    ]);
  });

  it('that do not load, or are too large in total, are reported', async () => {
    const images = ['gone', 'heavy.jpg'].map((name) => ({ src: `${origin}/${name}`, alt: 'Un palmier' }));
    expect(await reach(article({ ...anArticle(), images }))).toEqual([
      'image-unreachable sections[0].articles[0].images[0].src HTTP 404',
      'images-too-heavy edition',
    ]);
  });

  it('are requested a few at a time, each once, and all within the given time', async () => {
    const urls = Array.from({ length: 12 }, (_, at) => `${origin}/slow${at % 6}`);
    mostOpen = 0;
    expect(await reach(links(...urls), { ...here, atOnce: 2 })).toEqual([]);
    expect(asked).toHaveLength(6);
    expect(mostOpen).toBeLessThanOrEqual(2);
    const late = await reach(links(`${origin}/never`, `${origin}/never?2`), {
      ...here,
      atOnce: 1,
      totalMs: 200,
    });
    expect(late).toHaveLength(2);
  });
});

describe('private addresses', () => {
  it.each(['address', 'name'])('are never requested, by %s', async (by) => {
    const url = by === 'name' ? origin.replace('127.0.0.1', 'localhost') : origin;
    expect(await reach(links(`${url}/fine`), {})).toEqual([
      expect.stringMatching(/^link-unreachable .* IP (127\.0\.0\.1|::1)$/),
    ]);
    expect(asked).toEqual([]);
  });

  it('are not requested through a redirect either', async () => {
    let allowed = 2;
    // The first answer comes from an allowed address; the target of its redirect is checked again.
    const issue = links(`${origin}/moved`);
    expect(await reach(issue, { isAllowed: () => --allowed > 0 })).toEqual([
      'link-unreachable sections[0].links[0].url IP 127.0.0.1',
    ]);
    expect(asked).toEqual(['/moved']);
  });

  it.each(
    '10.0.0.1 172.16.3.4 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 [::1] [fe80::1] [fd00::1] [::ffff:127.0.0.1]'.split(
      ' ',
    ),
  )('%s is one', async (host) => {
    expect(await reach(links(`http://${host}:9/`), { timeoutMs: within(2_000) })).toEqual([
      expect.stringMatching(/ IP [\da-f.:]+$/),
    ]);
  });
});
