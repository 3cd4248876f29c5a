import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom } from './newsroom';

describe('charts of a dashboard', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom({ SMTP_URL: 'smtp://127.0.0.1:1', PUBLIC_URL: 'http://news.example.test' });
  });
  afterAll(() => room.close());

  async function issueWithChart(values: number[]): Promise<string> {
    const dashboard = await room.create('plugin::newsletter.dashboard', {
      title: 'Tableau de bord',
      asOf: '2023-06-30',
      figures: {
        periods: [
          { label: '2022', end: '2022-12-31' },
          { label: '30/06/2023', end: '2023-06-30', partial: true },
        ],
        groups: [
          { title: 'Activité', indicators: [{ label: 'Prêts', values, measure: 'stock', chart: 'bars' }] },
        ],
      },
    });
    const article = await room.article();
    return room.issue({
      sections: [
        {
          __component: 'newsletter-section.articles',
          heading: 'Actualités',
          layout: 'list',
          articles: [article],
        },
        { __component: 'newsletter-section.dashboard', heading: 'Chiffres', dashboard },
      ],
    });
  }
  async function chartOf(issue: string): Promise<string> {
    const { html } = await room.preview(issue);
    return /src="http:\/\/news\.example\.test(\/assets\/[0-9a-f]{32}\.png)"/.exec(html)?.[1] ?? 'no chart';
  }
  const open = (route: string) => room.cms.call<string>('GET', route);

  it('are seen by whoever sees the preview, from wherever the mail is shown', async () => {
    const { status, headers, body } = await open(await chartOf(await issueWithChart([100, 120])));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('image/png');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('cache-control')).toContain('immutable');
    expect(body.slice(1, 4)).toBe('PNG');
  });

  it('are kept on disk once a campaign takes the edition, and not before', async () => {
    const kept = () => {
      try {
        return readdirSync(path.join(room.cms.dataDir, 'assets'));
      } catch {
        return [];
      }
    };
    const issue = await issueWithChart([100, 140]);
    const name = path.basename(await chartOf(issue));
    expect(kept()).not.toContain(name);
    const list = await room.list('Tous', ['amal@example.test']);
    expect((await room.approve(issue)).status).toBe(200);
    expect((await room.send(issue, [list])).status).toBe(200);
    expect(kept()).toEqual([name]);
  });

  it.each([
    '/assets/0123456789abcdef0123456789abcdef.png',
    '/assets/..%2Fnachra.db',
    '/assets/nachra.db',
    '/assets/%2e%2e%2fledger.db',
  ])('%s is not found', async (route) => {
    const { status, body } = await open(route);
    expect(status).toBe(404);
    expect(body).not.toContain('SQLite');
  });

  it('are refused with the field that is wrong', async () => {
    await expect(
      room.create('plugin::newsletter.dashboard', {
        title: 'x',
        asOf: '2023-06-30',
        figures: {
          periods: [{ label: '2022', end: '2022-12-31' }],
          groups: [{ title: 'A', indicators: [{ label: 'x', values: [1], chart: 'pie' }] }],
        },
      }),
    ).rejects.toThrow('Figures: group “A”, row “x”: expected');
  });
});
