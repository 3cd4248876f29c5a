import { checkEdition, languages, parseIssue, renderIssue } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { section } from './faults';
import { written } from './written';

const local = 'http://localhost:1337';

async function check(urls: string[], installation?: string) {
  const links = urls.map((url, at) => ({ label: `Le rapport ${at}`, url }));
  const issue = parseIssue(section({ type: 'links', links }));
  return checkEdition(issue, await renderIssue(issue), {
    ...(installation ? { installation } : {}),
  });
}
const found = async (urls: string[], installation?: string) =>
  (await check(urls, installation)).map(({ rule, severity, place }) => `${severity} ${rule} ${place}`);

describe('addresses of the installation itself', () => {
  it('are one warning if it runs on this machine or in a private network', async () => {
    const own = ['/about', '/report'];
    for (const installation of [local, 'http://127.0.0.1:1337', 'http://10.1.2.3', 'https://nachra.lan']) {
      const urls = own.map((path) => installation + path);
      expect(await found(urls, installation)).toEqual(['warning installation-local edition']);
    }
  });

  it.each(languages)('have a sentence in %s', async (language) => {
    const [finding] = written(await check([`${local}/a`, `${local}/b`], local), language);
    expect(finding?.message).toContain('2');
    expect(finding?.message).toContain(local);
    expect(finding?.remedy).toContain('PUBLIC_URL');
  });

  it('are errors for any other installation, and so are those of other machines', async () => {
    const error = 'error link-local sections[0].links[0].url';
    expect(await found([`${local}/a`], 'https://news.example.org')).toEqual([error]);
    expect(await found([`${local}/a`])).toEqual([error]);
    expect(await found(['http://192.168.1.20/a'], local)).toEqual([error]);
    expect(await found(['http://localhost:8080/a'], local)).toEqual([error]);
  });

  it('are no finding if it has a public address', async () => {
    expect(await found(['https://news.example.org/a'], 'https://news.example.org')).toEqual([]);
  });
});
