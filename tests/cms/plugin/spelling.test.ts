import { createRequire } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JournalRow, Page } from '../../../cms/plugin/shared/desk';
import { mostWordsAsked } from '../../../cms/plugin/shared/spelling-lists';
import { uids } from '../../../cms/plugin/shared/uids';
import { repositoryRoot } from '../../support/repository';
import { threadTimeOf } from '../../support/thread-time';
import { paragraph, type Newsroom, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

type Pool = typeof import('../../../cms/plugin/server/src/editions/render-pool');
type Routes = typeof import('../../../cms/plugin/server/src/desk/spelling-routes');

const built = <Module>(file: string) =>
  createRequire(__filename)(path.join(repositoryRoot, `cms/plugin/dist/cjs/server/src/${file}.js`)) as Module;

interface Answers {
  '/spelling': { misspelt: string[] | null };
  '/spelling/suggestions': { suggestions: string[]; entry: string | null };
  '/spelling/words': { added: string };
}

onEachDatabase('spelling', {}, (open) => {
  let room: Newsroom;
  beforeAll(() => {
    room = open();
  });

  async function ask<Route extends keyof Answers>(route: Route, body: object, role?: string) {
    const token = await room.cms.token(role);
    return room.cms.call<Answers[Route] & Refused>('POST', `/newsletter${route}`, { token, body });
  }
  const misspelt = async (language: string, ...words: string[]) =>
    (await ask('/spelling', { language, words })).body.misspelt;
  const add = (word: string, role?: string, language = 'fr') =>
    ask('/spelling/words', { language, word }, role);
  const stored = async () => {
    const brand = (await room.cms.strapi
      .documents('plugin::newsletter.brand')
      .findFirst({ populate: ['wordings'] } as never)) as unknown as {
      documentId: string;
      revision: number;
      wordings: { language: string; words: string | null; motto: string }[];
    };
    return { ...brand, of: (language: string) => brand.wordings.find((one) => one.language === language) };
  };

  it('is looked up by authors too, who see nothing of the desk, and by nobody who does not write', async () => {
    const words = ['encours', 'encors', 'Effecitf', 'Zineb'];
    const answer = await ask('/spelling', { language: 'fr', words }, 'nachra-author');
    expect([answer.status, answer.body]).toEqual([200, { misspelt: ['encors', 'Effecitf'] }]);
    await room.cms.strapi.db.query('admin::role').create({ data: { name: 'Reader', code: 'reader' } });
    for (const [route, body] of [
      ['/spelling', { language: 'fr', words }],
      ['/spelling/suggestions', { language: 'fr', word: 'encors' }],
      ['/spelling/words', { language: 'fr', word: 'encors' }],
    ] as const) {
      const refused = await ask(route, body, 'reader');
      expect([refused.status, refused.body.error.details.code]).toEqual([403, 'DOCUMENT_FORBIDDEN']);
    }
  });

  it('takes words and no texts, so many and so long, in a language with a dictionary', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `mot${at}`);
    for (const body of [
      { language: 'fr', words: ['deux mots'] },
      { language: 'fr', words: ['<b>'] },
      { language: 'fr', words: ['a'.repeat(61)] },
      { language: 'fr', words: many(mostWordsAsked + 1) },
      { language: 'fr', words: [] },
      { language: 'ar', words: ['نشرة'] },
      { language: '__proto__', words: ['mot'] },
      { language: 'fr', words: ['mot'], own: ['mot'] },
    ]) {
      const { status, body: answer } = await ask('/spelling', body);
      expect([status, answer.error.details.code], JSON.stringify(body).slice(0, 60)).toEqual([
        400,
        'INPUT_INVALID',
      ]);
    }
    expect((await ask('/spelling', { language: 'fr', words: many(mostWordsAsked) })).status).toBe(200);
  });

  it('offers to add a word to whoever may edit the words of the house, where they have a home', async () => {
    const asked = { language: 'fr', word: 'd’amanews' };
    const publisher = await ask('/spelling/suggestions', asked, 'nachra-publisher');
    expect(publisher.body).toMatchObject({ entry: 'amanews' });
    expect((await ask('/spelling/suggestions', asked, 'nachra-author')).body.entry).toBeNull();
    expect((await ask('/spelling/suggestions', asked, 'nachra-editor')).body.entry).toBeNull();
    expect(
      (await ask('/spelling/suggestions', { language: 'en', word: 'colur' }, 'nachra-publisher')).body,
    ).toEqual({ suggestions: expect.arrayContaining(['color', 'colour']) as string[], entry: null });
    for (const role of ['nachra-author', 'nachra-editor'])
      expect((await add('amanews', role)).body.error.details.code).toBe('DOCUMENT_FORBIDDEN');
    const homeless = await add('colur', 'nachra-publisher', 'en');
    expect([homeless.status, homeless.body.error.details]).toEqual([
      409,
      { code: 'WORDS_HOMELESS', data: { language: 'en' } },
    ]);
  });

  it('takes an added word for right at once, in the editor and in the preflight, and keeps the rest of the institution', async () => {
    const article = await room.article({ body: [paragraph('Nos équipes parlent de forsass partout.')] });
    const issue = await room.issue({ articles: [article] });
    const findings = async () =>
      (await room.detail(issue)).findings.filter(({ rule }) => rule === 'spelling').length;
    expect(await misspelt('fr', 'forsass')).toEqual(['forsass']);
    expect(await findings()).toBe(1);
    const before = await stored();
    const { status, body } = await add('forsass', 'nachra-publisher');
    expect([status, body]).toEqual([200, { added: 'forsass' }]);
    expect(await misspelt('fr', 'forsass', 'Forsass', 'l’forsass')).toEqual([]);
    expect(await findings()).toBe(0);
    await add('forsass', 'nachra-publisher');
    const after = await stored();
    expect(after.revision).toBe(before.revision + 1);
    expect(after.wordings.map(({ language, motto }) => [language, motto])).toEqual(
      before.wordings.map(({ language, motto }) => [language, motto]),
    );
    expect(after.of('fr')?.words).toBe('forsass');
    const { body: journal } = await room.desk<Page<JournalRow>>('GET', '/journal');
    expect(journal.rows[0]?.sentence).toMatch(/institution.*: Mots de la maison|Words of the house/);
  });

  it('loses none of several words that are added at once', async () => {
    const words = ['unmot', 'deuxmots', 'troismots', 'quatremots'];
    const answers = await Promise.all(words.map((word) => add(word, 'nachra-publisher')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await stored()).of('fr')?.words?.split('\n')).toEqual(expect.arrayContaining(words));
  });

  it('ends no approval by an added word, and keeps nobody from approving', async () => {
    const article = await room.article();
    const [issue, second] = [await room.issue({ articles: [article] }), await room.issue()];
    const approvedBy = async (role: string, document: string, meanwhile?: () => Promise<unknown>) => {
      await room.cms.call('POST', `/newsletter/issues/${document}/submit`, {
        token: await room.cms.token('nachra-editor'),
      });
      const { edition, findings } = await room.detail(document);
      const acknowledged = findings.flatMap(({ key, mustAcknowledge }) => (mustAcknowledge ? key : []));
      await meanwhile?.();
      const { body } = await room.cms.call<{ stage: string } & Refused>(
        'POST',
        `/newsletter/issues/${document}/approve`,
        { token: await room.cms.token(role), body: { hash: edition?.hash, acknowledged } },
      );
      return [body.error?.details, body.stage];
    };
    expect(await approvedBy('strapi-super-admin', issue)).toEqual([undefined, 'approved']);
    expect((await add('encorus', 'nachra-publisher')).status).toBe(200);
    expect((await room.detail(issue)).stage).toBe('approved');
    // Added after she has seen the edition that she approves.
    const meanwhile = () => add('encorus-bis', 'nachra-publisher');
    expect(await approvedBy('nachra-publisher', second, meanwhile)).toEqual([undefined, 'approved']);
    // Another text of the institution is read by everybody.
    const { documentId, wordings } = await stored();
    await room.save(
      uids.brand,
      documentId,
      { wordings: wordings.map((one) => ({ ...one, motto: 'Autre devise' })) },
      await room.cms.token(),
    );
    expect((await room.detail(issue)).stage).toBe('drafting');
  });

  it('is full at some time, and says so', async () => {
    const { documentId, wordings } = await stored();
    const full = 'mot\n'.repeat(4_999);
    await room.update(uids.brand, documentId, {
      wordings: wordings.map((one) => ({ ...one, words: full })),
    });
    const { status, body } = await add('undernier', 'nachra-publisher');
    expect([status, body.error.details]).toEqual([409, { code: 'WORDS_FULL', data: { limit: 20_000 } }]);
  });
});

describe('words that are looked up', () => {
  it('are not looked up without end for one person, who is told to ask again, and no one else', async () => {
    const { spellingRoutes } = built<Routes>('desk/spelling-routes');
    const [lookUp] = spellingRoutes({} as never, {
      spelling: { misspelt: () => Promise.resolve(['encors']), suggest: () => Promise.reject(new Error()) },
    });
    const ask = async (id: number): Promise<unknown> =>
      lookUp?.answer({ parameters: {}, query: {}, body: { language: 'fr', words: ['encors'] } }, {
        id,
        mayEdit: () => true,
        mayCreate: () => true,
      } as never);
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask(1)));
    expect(answers.filter((answer) => (answer as Answers['/spelling']).misspelt === null)).toHaveLength(20);
    expect(await ask(2)).toEqual({ misspelt: ['encors'] });
  });

  it('take the thread of the CMS next to nothing, whatever they are', async () => {
    const { openRenderPool } = built<Pool>('editions/render-pool');
    const pool = openRenderPool();
    try {
      const own = { words: [], names: [] };
      await pool.lookUp({ language: 'fr', words: ['encours'], own });
      const words = Array.from(
        { length: mostWordsAsked },
        (_, at) => `Xqz${'wkjx'.repeat(6)}${'bcdf'[at % 4]}x${'q'.repeat(at % 5)}`,
      );
      const time = await threadTimeOf(async () => {
        await pool.lookUp({ language: 'fr', words, own });
      }, 20);
      expect(time).toBeLessThan(20);
    } finally {
      await pool.close();
    }
  });
});
