import { expect, it } from 'vitest';
import type { ArticleTranslations, SideBySide } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { paragraph, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

type Answered = ArticleTranslations & Refused;

onEachDatabase('an article in several languages', {}, (room) => {
  const read = (documentId: string) => room().desk<Answered>('GET', `/articles/${documentId}/translations`);
  const begin = (documentId: string, language: string) =>
    room().desk<{ documentId: string } & Refused>('POST', `/articles/${documentId}/translations`, {
      language,
    });
  const link = (documentId: string, original: string | null) =>
    room().desk<Answered>('POST', `/articles/${documentId}/original`, { original });
  const sideBySide = (documentId: string) =>
    room().desk<SideBySide & Refused>('GET', `/articles/${documentId}/side-by-side`);
  const languages = ({ articles }: ArticleTranslations) => articles.map(({ language }) => language);

  it('is begun in another language with its days, pictures and persons, and nothing written', async () => {
    const meeting = await room().article({
      ...{
        title: 'Le Conseil',
        kind: 'governance-meeting',
        governingBody: 'Conseil',
        meetingDate: '2023-07-04',
      },
      ...{ chair: 'Leïla Benali', present: [{ text: 'Driss Alaoui' }], decisions: [{ text: 'Le budget' }] },
    });
    const { body: minutes } = await begin(meeting, 'en');
    const { body: begun } = await sideBySide(minutes.documentId);
    expect(begun.article).toMatchObject({
      ...{ language: 'en', state: 'draft', revision: 1 },
      form: {
        title: null,
        meetingDate: '2023-07-04',
        chair: 'Leïla Benali',
        governingBody: null,
        decisions: [],
      },
    });
    expect(begun.article.form.present?.map(({ text }) => text)).toEqual(['Driss Alaoui']);
    expect(begun.original).toMatchObject({ documentId: meeting, form: { governingBody: 'Conseil' } });

    const article = await room().article({
      ...{ title: 'La foire', kind: 'event', startDate: '2023-05-09', endDate: '2023-05-11', place: 'Fès' },
      body: [paragraph('La foire ouvre mardi.')],
    });
    const { body: made } = await begin(article, 'ar');
    const stored = await room().cms.strapi.documents(uids.article).findOne({ documentId: made.documentId });
    expect(stored).toMatchObject({ kind: 'event', startDate: '2023-05-09', language: 'ar', title: null });
    expect([stored?.['body'] ?? null, stored?.['place'] ?? null]).toEqual([null, null]);
    const { body } = await read(made.documentId);
    expect(body).toMatchObject({ language: 'ar', original: { documentId: article }, missing: ['en'] });
    expect(languages(body)).toEqual(['fr', 'ar']);
    const again = await begin(made.documentId, 'fr');
    expect(again.body.error).toMatchObject({
      status: 409,
      message: 'Cet article existe déjà en français : « La foire ». Ouvrez-le, ou détachez-le d’abord.',
      details: { code: 'TRANSLATION_TAKEN' },
    });
  });

  it('says what of the original was changed since, until somebody says that it is followed', async () => {
    const article = await room().article({ title: 'La foire', body: [paragraph('Mardi.')] });
    const { body: made } = await begin(article, 'ar');
    const changed = async () => (await read(article)).body.articles.map((one) => [one.language, one.changed]);
    expect(await changed()).toEqual([
      ['fr', []],
      ['ar', []],
    ]);
    await room().update(uids.article, article, { body: [paragraph('Mercredi.')] });
    await room().update(uids.article, made.documentId, { title: 'المعرض' });
    expect(await changed()).toEqual([
      ['fr', []],
      ['ar', ['body']],
    ]);
    const { revision } = (await read(article)).body.original!;
    const settled = await room().desk<Answered>('POST', `/articles/${made.documentId}/settle`, { revision });
    expect(settled.body.articles[1]).toMatchObject({ seen: revision, changed: [] });
    const ahead = await room().desk<Answered>('POST', `/articles/${made.documentId}/settle`, {
      revision: 999,
    });
    expect(ahead.body.articles[1]).toMatchObject({ seen: revision });
  });

  it('is linked and parted by a person, each language once, and what is published goes along', async () => {
    const written = (language: string, title: string) =>
      room().article({ title, language }, { published: true });
    const [fr, ar, en, otherAr] = [
      await written('fr', 'La caravane'),
      await written('ar', 'القافلة'),
      await written('en', 'The caravan'),
      await written('ar', 'قافلة أخرى'),
    ];
    expect(languages((await link(ar, fr)).body)).toEqual(['fr', 'ar']);
    expect(languages((await link(en, ar)).body)).toEqual(['fr', 'ar', 'en']);
    const taken = await link(otherAr, en);
    expect(taken.body.error.details).toMatchObject({ code: 'TRANSLATION_TAKEN', data: { language: 'ar' } });
    const published = await room()
      .cms.strapi.documents(uids.article)
      .findOne({ documentId: en, status: 'published' });
    expect(published).toMatchObject({ translationOf: fr });

    // The original leaves: the others are still one.
    expect(languages((await link(fr, null)).body)).toEqual(['fr']);
    const { body: rest } = await read(en);
    expect([languages(rest), rest.original?.documentId]).toEqual([['ar', 'en'], ar]);
    expect((await read('nowhere')).body.error.details.code).toBe('ARTICLE_UNKNOWN');
    // Linked to itself, nothing happens.
    expect(languages((await link(ar, ar)).body)).toEqual(['ar', 'en']);
  });

  it('stays linked and settled when a form is saved that was opened before, and is not linked in a copy', async () => {
    const form = '/content-manager/collection-types/plugin::newsletter.article';
    const token = await room().cms.token('nachra-editor');
    const article = await room().article({ title: 'La foire' });
    const { body: made } = await begin(article, 'ar');
    await room().update(uids.article, article, { title: 'La foire de Fès' });
    const { revision } = (await read(article)).body.original!;
    await room().desk('POST', `/articles/${made.documentId}/settle`, { revision });
    const stale = { title: 'المعرض', translationOf: null, translatedRevision: 1 };
    expect((await room().save(uids.article, made.documentId, stale, token)).status).toBe(200);
    expect((await read(article)).body.articles[1]).toMatchObject({ language: 'ar', seen: revision });

    const copied = await room().cms.call<{ data: { documentId: string } }>(
      'POST',
      `${form}/clone/${made.documentId}`,
      { token, body: { title: 'معرض آخر' } },
    );
    expect(copied.status).toBe(200);
    const { documentId } = copied.body.data;
    expect(languages((await read(documentId)).body)).toEqual(['ar']);
    const created = await room().cms.call<{ data: { documentId: string } }>('POST', form, {
      ...{ token, body: { title: 'X', kind: 'company-news', language: 'fr', translationOf: article } },
    });
    expect(languages((await read(created.body.data.documentId)).body)).toEqual(['fr']);
    expect(languages((await read(article)).body)).toEqual(['fr', 'ar']);
  });

  it('ends no approval by being linked, and lets the other edition say what it lacks', async () => {
    const words = { body: [paragraph('La caravane a réuni quatre cents clients.')] };
    const [fr, more, ar] = [
      await room().article({ title: 'La caravane', ...words }, { published: true }),
      await room().article({ title: 'La pépinière', ...words }, { published: true }),
      await room().article(
        { title: 'القافلة', language: 'ar', body: [paragraph('جمعت القافلة العملاء.')] },
        { published: true },
      ),
    ];
    const french = await room().issue({ number: 500, articles: [fr, more] });
    await room().issue({ number: 500, language: 'ar', articles: [ar] });
    const lacking = async () =>
      (await room().detail(french)).findings
        .filter(({ rule }) => rule.startsWith('parity-article'))
        .map(({ message }) => message);
    expect(await lacking()).toEqual(['Cette rubrique compte 2 articles, et 1 dans l’édition en arabe.']);
    await link(ar, fr);
    expect(await lacking()).toEqual(['L’édition en arabe n’a pas l’article « La pépinière ».']);
    await room().approve(french);
    const before = await room().detail(french);
    await link(ar, null);
    const after = await room().detail(french);
    expect([before.stage, after.stage]).toEqual(['approved', 'approved']);
    expect(after.edition?.hash).toBe(before.edition?.hash);
  });

  it('is linked by whoever may edit articles, and by nobody else', async () => {
    const article = await room().article();
    const as = async (role: string, path: string, body: object = {}) =>
      (await room().as(role)('POST', `/articles/${article}/${path}`, body)).status;
    expect(await as('nachra-author', 'translations', { language: 'ar' })).toBe(403);
    expect(await as('nachra-editor', 'translations', { language: 'ar' })).toBe(200);
    expect(await as('nachra-editor', 'translations', { language: 'xx' })).toBe(400);
    const look = async (role: string) =>
      (await room().as(role)('GET', `/articles/${article}/side-by-side`)).status;
    expect(await look('nachra-author')).toBe(403);
    expect(await look('nachra-editor')).toBe(200);
  });
});
