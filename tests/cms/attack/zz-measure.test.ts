import { afterAll, beforeAll, it } from 'vitest';
import { startAttackedCms, type AttackedCms } from './attacked-cms';

let cms: AttackedCms;
beforeAll(async () => {
  cms = await startAttackedCms();
}, 120_000);
afterAll(() => cms?.close());

it('ten people, a hundred articles', async () => {
  const ids: string[] = [];
  const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });
  for (let n = 0; n < 100; n += 1) {
    const { body } = await cms.call('POST', '/content-manager/collection-types/plugin::newsletter.article', {
      title: `Article ${n}`,
      kind: 'company-news',
      language: 'fr',
      standfirst: 'Un chapeau de deux lignes pour cet article.',
      body: Array.from({ length: 6 }, (_, p) =>
        paragraph(`Paragraphe ${p} : `.concat('une phrase en français, comme il y en a mille. '.repeat(8))),
      ),
    });
    ids.push((body as { data: { documentId: string } }).data.documentId);
  }
  const made = await cms.call('POST', '/content-manager/collection-types/plugin::newsletter.issue', {
    number: 990,
    language: 'fr',
    subject: 'x',
    periodLabel: 'x',
    periodFrom: '2023-07-01',
    periodTo: '2023-07-31',
    publicationDate: '2023-08-01',
    sections: Array.from({ length: 10 }, (_, s) => ({
      __component: 'newsletter-section.articles',
      heading: `R ${s}`,
      layout: 'list',
      articles: { connect: ids.slice(s * 10, s * 10 + 10).map((documentId) => ({ documentId })) },
    })),
  });
  const issue = (made.body as { data: { documentId: string } }).data.documentId;
  const times: number[] = [];
  const one = async (page: string, key: number) => {
    const begun = performance.now();
    const { status } = await cms.call('POST', `/newsletter/issues/${issue}/live`, {
      page,
      issue: { subject: `Objet ${page} ${key}` },
      articles: { [ids[key % 100] ?? '']: { title: `Tapé ${page} ${key}` } },
    });
    if (status !== 200) console.log(status);
    times.push(performance.now() - begun);
  };
  for (let k = 0; k < 3; k += 1) await one('warm', k);
  times.length = 0;
  const alone = await cms.cost(async () => {
    for (let k = 0; k < 10; k += 1) await one('alone', k);
  });
  console.log('alone', times.map(Math.round).join(' '), JSON.stringify(alone.cost));
  times.length = 0;
  const crowd = await cms.cost(() =>
    Promise.all(
      Array.from({ length: 10 }, async (_, p) => {
        for (let k = 0; k < 5; k += 1) await one(`p${p}`, k);
      }),
    ),
  );
  const sorted = times.sort((a, b) => a - b);
  console.log('crowd p50', sorted[25], 'p95', sorted[47], JSON.stringify(crowd.cost));
  const comp = await cms.cost(() => cms.call('GET', `/newsletter/issues/${issue}/composition`));
  console.log('composition', JSON.stringify(comp.cost));
}, 300_000);
