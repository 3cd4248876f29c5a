import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startCms } from '../../support/cms';

describe('a CMS that is asked to stop', () => {
  it('answers what it has begun to read before it closes its database', async () => {
    const cms = await startCms();
    const body = JSON.stringify({ email: 'nobody@nachra.test', password: 'Correct-Horse-1' });
    const { hostname, port } = new URL(cms.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    const over = new Promise((resolve) => socket.once('close', resolve));
    await new Promise<void>((resolve) => {
      const arrived = (request: { url?: string }) => {
        if (request.url === '/admin/login') resolve();
      };
      cms.strapi.server.httpServer.on('request', arrived);
      socket.write(
        `POST /admin/login HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
          `Content-Length: ${body.length}\r\n\r\n`,
      );
    });
    const closed = cms.close();
    expect((await fetch(`${cms.url}/healthz`)).status).toBe(503);
    socket.write(body);
    await Promise.all([over, closed]);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('Invalid credentials');
  });
});
