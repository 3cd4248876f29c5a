import { expect, it } from 'vitest';
import type { SideBySide, TextDifference, ToTranslate } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { withoutRevision } from '../../support/cms';
import { aPng } from '../../support/pictures';
import { paragraph, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';
import { uploadPicture } from './uploads';

onEachDatabase('an article beside its original', {}, (room) => {
  const begin = (documentId: string, language: string) =>
    room().desk<{ documentId: string } & Refused>('POST', `/articles/${documentId}/translations`, {
      language,
    });
  const sideBySide = (documentId: string) =>
    room().desk<SideBySide & Refused>('GET', `/articles/${documentId}/side-by-side`);
  const toTranslate = async (issue: string) =>
    (await room().desk<ToTranslate[]>('GET', `/issues/${issue}/to-translate`)).body;

  it('stands beside its original, with what that was when it was last followed', async () => {
    const article = await room().article({ title: 'La foire', body: [paragraph('Mardi, à Fès.')] });
    const { body: made } = await begin(article, 'ar');
    const before = (await sideBySide(made.documentId)).body;
    expect(before).toMatchObject({ followed: null, mayEdit: true, translations: { missing: ['en'] } });
    await room().update(uids.article, article, {
      ...{ title: 'La grande foire', body: [paragraph('Mercredi, à Fès.')] },
      present: [{ text: 'Driss Alaoui' }],
    });
    const { body: after } = await sideBySide(made.documentId);
    expect(after.original?.form).toMatchObject({ title: 'La grande foire' });
    expect(after.followed).toMatchObject({
      ...{ title: 'La foire', body: [paragraph('Mardi, à Fès.')], present: [], images: [] },
    });
    const { revision } = after.original!;
    await room().desk('POST', `/articles/${made.documentId}/settle`, { revision });
    expect((await sideBySide(made.documentId)).body.followed).toBeNull();
    expect((await sideBySide(article)).body).toMatchObject({ original: null, followed: null });
    expect((await sideBySide('nowhere')).body.error.details.code).toBe('ARTICLE_UNKNOWN');
    await withoutRevision(() => room().cms.strapi.documents(uids.article).delete({ documentId: article }));
    expect((await sideBySide(made.documentId)).body).toMatchObject({ original: null, followed: null });
  });

  it('shows the pictures of its original, with their credits and what it says of them itself', async () => {
    const { body: file } = await uploadPicture(room().cms, await room().cms.token(), aPng(60, 40, 'stand'));
    const article = await room().article({
      ...{ title: 'La foire', images: [file.id] },
      imageTexts: [{ alternativeText: 'Un stand', caption: '© Amana', framing: { focus: { x: 0.2, y: 0 } } }],
    });
    const { body: made } = await begin(article, 'ar');
    const begun = (await sideBySide(made.documentId)).body.article.form;
    expect(begun.images?.map(({ id }) => id)).toEqual([file.id]);
    expect(begun.imageTexts).toMatchObject([
      { alternativeText: '', caption: '© Amana', framing: { focus: { x: 0.2, y: 0 } } },
    ]);
    const shown = async () => {
      const issue = await room().issue({ language: 'ar', articles: [made.documentId] });
      return (await room().preview(issue)).html;
    };
    await room().update(uids.article, made.documentId, { title: 'المعرض', body: [paragraph('نص.')] });
    expect(await shown()).toContain('alt="Un palmier"');
    await room().update(uids.article, made.documentId, {
      imageTexts: [{ alternativeText: 'رواق في المعرض', caption: '© Amana' }],
    });
    expect(await shown()).toContain('alt="رواق في المعرض"');
  });

  it('is told missing in the number, until its translation stands in the issue and follows it', async () => {
    const [fair, prize] = [
      await room().article({ title: 'La foire', body: [paragraph('Mardi.')] }),
      await room().article({ title: 'Le prix' }),
    ];
    const french = await room().issue({ number: 510, articles: [fair, prize] });
    expect(await toTranslate(french)).toEqual([]);
    const { body: translated } = await begin(prize, 'ar');
    const arabic = await room().issue({ number: 510, language: 'ar', articles: [translated.documentId] });
    const named = { documentId: fair, language: 'fr', title: 'La foire' };
    const lacking = (translation: object | null) => [
      { issue: french, language: 'fr', lacking: [], behind: [] },
      {
        issue: arabic,
        language: 'ar',
        lacking: [{ article: named, translation, section: 0, kind: 'company-news' }],
        behind: [],
      },
    ];
    expect(await toTranslate(arabic)).toEqual(lacking(null));
    const { body: begun } = await begin(fair, 'ar');
    const inArabic = { documentId: begun.documentId, language: 'ar', title: '' };
    expect(await toTranslate(french)).toEqual(lacking(inArabic));
    const { sections } = (await room()
      .cms.strapi.documents(uids.issue)
      .findOne({ documentId: arabic, populate: { sections: true } } as never)) as unknown as {
      sections: { id: number; __component: string }[];
    };
    await room().update(uids.issue, arabic, {
      sections: sections.map((section) => ({
        ...{ id: section.id, __component: section.__component },
        articles: [translated.documentId, begun.documentId],
      })),
    });
    await room().update(uids.article, fair, { body: [paragraph('Mercredi.')] });
    expect((await toTranslate(arabic))[1]).toEqual({
      ...{ issue: arabic, language: 'ar', lacking: [] },
      behind: [inArabic],
    });
    expect((await room().desk<Refused>('GET', '/issues/nowhere/to-translate')).body.error.details.code).toBe(
      'ISSUE_UNKNOWN',
    );
  });

  it('is compared with its original text by text', async () => {
    const texts = [
      { key: 'body.0', original: { text: '412 clients' }, translation: { text: '421 زبونا' } },
      { key: 'title', original: { text: 'Le 4 mai' }, translation: { text: 'يوم 4 ماي' } },
    ];
    const compared = (body: object) => room().desk<TextDifference[]>('POST', '/texts/compare', body);
    expect((await compared({ from: 'fr', to: 'ar', texts })).body).toEqual([
      { key: 'body.0', is: 'figure', original: '412', translation: '421' },
    ]);
    const long = { text: 'a'.repeat(60_001) };
    const many = [{ key: 'body.0', original: long, translation: { text: 'b' } }];
    expect((await compared({ from: 'fr', to: 'ar', texts: many })).status).toBe(400);
  });
});
