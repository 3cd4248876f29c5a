import { beforeAll, expect, it } from 'vitest';
import type { LiveDocumentRequest, LiveMail, LiveStand } from '../../../cms/plugin/shared/desk';
import type { Newsroom, Refused } from './newsroom';
import { paragraph } from './newsroom';
import { onEachDatabase } from './on-each-database';

const articles = 'plugin::newsletter.article';
const figures = {
  periods: [{ label: '2023', end: '2023-06-30' }],
  groups: [{ title: 'Activité', indicators: [{ label: 'Clients', values: [512] }] }],
};

type Asked = Omit<LiveDocumentRequest, 'page'>;

onEachDatabase('a document of the content manager, live', {}, (open) => {
  let room: Newsroom;
  beforeAll(() => {
    room = open();
  });

  async function ask(asked: Asked, role = 'nachra-editor') {
    const { status, body } = await room.cms.call<
      { mail: LiveMail | null; stand: LiveStand | null } & Refused
    >('POST', '/newsletter/live', {
      token: await room.cms.token(role),
      body: { page: 'test', ...asked },
    });
    return { status, code: body.error?.details?.code, mail: body.mail, stand: body.stand };
  }
  const asArticle = (form: object) => ({ type: 'article' as const, form });

  it('stands in the mail of its issue as it is typed, and nothing is stored', async () => {
    const [one, two] = [await room.article({ title: 'Premier' }), await room.article({ title: 'Rangé' })];
    const issue = await room.issue({ articles: [one, two] });
    const { mail, stand } = await ask({
      documentId: two,
      language: 'fr',
      document: asArticle({ title: 'Tapé', body: [paragraph('Corps tapé.')] }),
    });
    expect(stand).toMatchObject({ issue: { documentId: issue }, place: 'sections[0].articles[1]' });
    for (const shown of ['Premier', 'Tapé', 'Corps tapé.']) expect(mail?.html).toContain(shown);
    expect(mail?.html).not.toContain('Rangé');
    const stored = await room.cms.strapi.documents(articles).findOne({ documentId: two } as never);
    expect(stored).toMatchObject({ title: 'Rangé' });
  });

  it('is chosen among several issues: one that can still change first, in its language', async () => {
    const article = await room.article({ title: 'Souvent' });
    const [old, now] = [
      await room.issue({ number: 901, articles: [article] }),
      await room.issue({ number: 900, articles: [article] }),
    ];
    await room.cms.strapi.db
      .query('plugin::newsletter.issue')
      .updateMany({ where: { documentId: old }, data: { stage: 'sent' } });
    const asked = { documentId: article, language: 'fr' as const, document: asArticle({ title: 'Souvent' }) };
    const first = await ask(asked);
    expect(first.stand?.issue?.documentId).toBe(now);
    expect(first.stand?.issues.map(({ number }) => number)).toEqual([900, 901]);
    expect((await ask({ ...asked, issue: old })).stand?.issue?.documentId).toBe(old);
  });

  it('says of its own fields what the quick rules find, and nothing of the rest of the issue', async () => {
    const [one, two] = [await room.article({ title: 'Avant' }), await room.article({ title: 'Après' })];
    await room.issue({ articles: [one, two], subject: 'Objet  double' });
    const { mail, stand } = await ask({
      documentId: two,
      language: 'fr',
      document: asArticle({ title: 'Après', callToActionLabel: 'Lire', callToActionUrl: 'www.exemple.test' }),
    });
    expect(mail?.notes.length).toBeGreaterThan(0);
    expect(mail?.notes.every(({ at }) => at.startsWith(`${stand?.place}.`))).toBe(true);
    expect(mail?.notes.find(({ at }) => at.endsWith('callToAction.url'))).toMatchObject({
      message: expect.stringContaining('Adresse du bouton') as string,
      mend: { from: 'www.exemple.test', to: 'https://www.exemple.test' },
    });
  });

  it('stands in a mail of its own where it is in no issue, or was never saved', async () => {
    const article = await room.article({ title: 'Seul' });
    const form = { title: 'Seul, tapé', standfirst: 'En bref.' };
    for (const documentId of [article, null]) {
      const { mail, stand } = await ask({ documentId, language: 'en', document: asArticle(form) });
      expect(stand).toEqual({ issue: null, issues: [], place: 'sections[0].articles[0]' });
      expect(mail).toMatchObject({ subject: 'Seul, tapé', preheader: 'En bref.' });
      expect(mail?.html).toContain('lang="en"');
    }
  });

  it('is shown alone to an author, who may not read issues, and holds nothing but her form', async () => {
    const [other, own] = [
      await room.article({ title: 'Secret d’un autre' }),
      await room.article({ title: 'Le sien', standfirst: 'Chapeau rangé.' }),
    ];
    await room.issue({ articles: [other, own] });
    const { mail, stand } = await ask(
      { documentId: own, language: 'fr', document: asArticle({ title: 'Le sien' }) },
      'nachra-author',
    );
    expect(stand?.issue).toBeNull();
    expect(stand?.issues).toEqual([]);
    expect(mail?.html).toContain('Le sien');
    expect(mail?.html).not.toMatch(/Secret|Chapeau rangé/);
  });

  it('is refused to whoever may not read it, create one, or have one that is gone', async () => {
    const dashboard = await room.create('plugin::newsletter.dashboard', {
      title: 'Chiffres',
      asOf: '2023-06-30',
      figures,
    });
    const form = { title: 'Chiffres tapés', asOf: '2023-06-30', figures };
    const table = { type: 'dashboard' as const, form };
    const asAuthor = (documentId: string | null) =>
      ask({ documentId, language: 'fr', document: table }, 'nachra-author');
    const { mail, stand } = await asAuthor(dashboard);
    expect(stand).toEqual({ issue: null, issues: [], place: 'sections[0].dashboard' });
    for (const shown of ['Chiffres tapés', '512']) expect(mail?.html).toContain(shown);
    expect(await asAuthor(null)).toMatchObject({ status: 403, code: 'DOCUMENT_FORBIDDEN' });
    expect(
      await ask({ documentId: 'gone', language: 'fr', document: asArticle({ title: 'x' }) }),
    ).toMatchObject({ status: 403, code: 'DOCUMENT_FORBIDDEN' });
  });

  it('is shown as far as it goes while fields are missing, in Arabic too', async () => {
    const { mail } = await ask({
      documentId: null,
      language: 'ar',
      document: asArticle({ kind: 'event', body: [paragraph('نص')] }),
    });
    expect(mail?.direction).toBe('rtl');
    expect(mail?.html).toContain('نص');
    expect(mail?.notes.map(({ severity }) => severity)).toContain('problem');
  });
});
