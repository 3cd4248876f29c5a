import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { startCms, withoutRevision, type RunningCms } from '../../support/cms';

const articles = '/content-manager/collection-types/plugin::newsletter.article';

const text = '{"type":"text","text":"x"}';
const paragraph = (inside = text) => `{"type":"paragraph","children":[${inside}]}`;
const link = (url: string) => paragraph(`{"type":"link","url":${JSON.stringify(url)},"children":[${text}]}`);
const image = (url: string, more = '') =>
  `{"type":"image","image":{"url":${JSON.stringify(url)}${more}},"children":[${text}]}`;
const cell = `{"type":"table-cell","children":[${text}]}`;
const row = (cells = 1) => `{"type":"table-row","children":[${Array(cells).fill(cell).join()}]}`;
const table = (rows: string, headerRow = 'true') =>
  `{"type":"table","headerRow":${headerRow},"children":[${rows}]}`;
const nested = (levels: number) => '{"children":['.repeat(levels) + ']}'.repeat(levels);

/** What no editor of ours writes: a name, and the body as JSON. */
const refused: [what: string, body: string][] = [
  ['a text', '"<script>alert(1)</script>"'],
  ['an object', '{"type":"paragraph"}'],
  ['a number', '7'],
  ['texts in place of blocks', '["<b>x</b>"]'],
  ['nothing in place of a block', '[null]'],
  ['a text in place of children', '[{"type":"paragraph","children":"x"}]'],
  ['a text in place of a node', '[{"type":"paragraph","children":["x"]}]'],
  ['a block of no kind', `[{"children":[${text}]}]`],
  ['HTML', `[{"type":"html","children":[${text}]}]`],
  ['a heading of level 7', `[{"type":"heading","level":7,"children":[${text}]}]`],
  ['a heading in a paragraph', `[${paragraph(paragraph())}]`],
  ['a script as a link', `[${link('javascript:alert(1)')}]`],
  ['a script behind a tab', `[${link('java\tscript:alert(1)')}]`],
  ['data as a link', `[${link('data:text/html,<script>alert(1)</script>')}]`],
  ['a link without a host', `[${link('//thief.example/a')}]`],
  ['a link that hides its host', `[${link('https://bank.example@thief.example/')}]`],
  ['a picture of data', `[${image('data:image/svg+xml,<svg onload=alert(1)>')}]`],
  ['a picture of a file', `[${image('file:///etc/passwd')}]`],
  ['a picture with a key of its own', `[${image('/uploads/a.png', ',"onerror":"alert(1)"')}]`],
  ['a picture with 100 kB beside it', `[${image('/uploads/a.png', `,"name":"${'x'.repeat(100_000)}"`)}]`],
  ['a key that nobody knows', `[{"type":"paragraph","style":"x","children":[${text}]}]`],
  ['a constructor', `[{"type":"paragraph","constructor":{"prototype":{}},"children":[${text}]}]`],
  ['a table whose rows differ', `[${table([row(2), row(3)].join())}]`],
  ['a table of nine columns', `[${table(row(9))}]`],
  ['a table of 61 rows', `[${table(Array(61).fill(row()).join())}]`],
  ['a table without rows', `[${table('')}]`],
  ['a table in a table', `[${table(`{"type":"table-row","children":[${table(row())}]}`)}]`],
  ['a heading row of a text', `[${table(row(), '"yes"')}]`],
  ['60 levels of nothing', `[${nested(28)}]`],
];

describe('a body that no editor of ours writes', () => {
  let cms: RunningCms;
  let token: string;
  beforeAll(async () => {
    cms = await startCms();
    token = await cms.token();
  });
  afterAll(() => cms?.close());

  interface Answer {
    data?: { documentId: string };
    error?: { message: string; details?: { errors?: { path: string[]; code: string }[] } };
  }
  const send = async (method: string, route: string, body: string) => {
    const answer = await cms.call<Answer>(method, route, {
      ...{ token, body: `{"title":"Titre","kind":"company-news","language":"fr","body":${body}}` },
      headers: { 'accept-language': 'fr' },
    });
    const { message = '', details } = answer.body?.error ?? {};
    return { status: answer.status, message, errors: details?.errors ?? [], data: answer.body?.data };
  };

  it.each(refused)('is refused at the admin’s door, with the field and in words: %s', async (_what, body) => {
    const answer = await send('POST', articles, body);
    expect(answer).toMatchObject({ status: 400, errors: [{ path: ['body'], code: 'BODY_INVALID' }] });
    expect(answer.message).toMatch(/^« Texte »/);
    expect(answer.message).not.toMatch(/alert|undefined|\[object/);
  });

  it('is refused wherever documents are written: new, changed, copied, and in a section of an issue', async () => {
    const documents = cms.strapi.documents(uids.article);
    const data = { title: 'Titre', kind: 'company-news', body: JSON.parse(`[${paragraph()}]`) as unknown };
    const { documentId } = await withoutRevision(() => documents.create({ data } as never));
    const wrong = { body: JSON.parse(`[${link('javascript:alert(1)')}]`) as never };
    const refusal = { details: { errors: [{ path: ['body'], code: 'BODY_INVALID', data: { block: 1 } }] } };
    await withoutRevision(async () => {
      await expect(documents.create({ data: { ...data, ...wrong } } as never)).rejects.toMatchObject(refusal);
      await expect(documents.update({ documentId, data: wrong })).rejects.toMatchObject(refusal);
      await expect(documents.clone({ documentId, data: wrong } as never)).rejects.toMatchObject(refusal);
      const section = { __component: 'newsletter-section.text', ...wrong };
      await expect(
        cms.strapi.documents(uids.issue).create({ data: { number: 7, sections: [section] } as never }),
      ).rejects.toMatchObject({
        details: { errors: [{ path: ['sections', '0', 'body'], code: 'BODY_INVALID' }] },
      });
    });
    const kept = (await documents.findOne({ documentId })) as unknown as { body: unknown };
    expect(kept.body).toEqual(data.body);
  });

  it('names the block', async () => {
    const body = `[${paragraph()},${paragraph()},${link('javascript:alert(1)')}]`;
    expect((await send('POST', articles, body)).message).toMatch(
      /« Texte », bloc 3 : adresse complète attendue/,
    );
  });

  it.each([
    `[{"type":"paragraph","__proto__":{"x":1},"children":[${text}]}]`,
    `[${paragraph('{"type":"text","text":"x","__proto__":{"bold":true}}')}]`,
  ])('is refused with a prototype: %s', async (body) => {
    expect((await send('POST', articles, body)).status).toBe(400);
    const data = { title: 'Titre', kind: 'company-news', body: JSON.parse(body) as unknown };
    await expect(
      withoutRevision(() => cms.strapi.documents(uids.article).create({ data } as never)),
    ).rejects.toMatchObject({ details: { errors: [{ code: 'BODY_INVALID' }] } });
  });

  it('is another matter: many blocks are stored', async () => {
    const many = Array(4_000).fill(paragraph()).join();
    expect((await send('POST', articles, `[${many}]`)).status).toBe(201);
  });

  it.each([
    ['nothing', 'null'],
    ['no blocks', '[]'],
    ['a paragraph without a text', '[{"type":"paragraph","children":[]}]'],
    [
      'a link whose text was deleted',
      `[${paragraph('{"type":"link","url":"https://a.example","children":[]}')}]`,
    ],
    ['pictures and pages of this host', `[${image('/uploads/a.png')},${link('/uploads/a.pdf')}]`],
    ['a table', `[${table([row(8), row(8)].join(), 'false')}]`],
    [
      'what Strapi’s editor wrote',
      `[{"type":"list","format":"ordered","indentLevel":0,"children":[{"type":"list-item","children":[${text}]}]},` +
        `${image('/uploads/a.png', ',"name":"a.png","hash":"a","ext":".png","mime":"image/png","size":1.5,"formats":{"small":{"url":"/uploads/s.png"}},"provider":"local","width":10,"height":10')},` +
        `${paragraph(`{"type":"link","url":"https://a.example","rel":"nofollow","target":"_blank","children":[${text}]}`)}]`,
    ],
  ])('is another matter: %s is stored as it is', async (_what, body) => {
    const { status, data, message } = await send('POST', articles, body);
    expect([status, message]).toEqual([201, '']);
    const stored = await cms.strapi.documents(uids.article).findOne({ documentId: data?.documentId ?? '' });
    expect((stored as unknown as { body: unknown }).body).toEqual(JSON.parse(body));
  });
});
