import { expect, it } from 'vitest';
import type { Comparison, Presence } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { articles, codeOf, onBothDatabases, type Told } from './two-editors';

onBothDatabases('whoever saves too late', (two) => {
  const { call, put, stored, draft, meanwhile } = two;

  const compare = (documentId: string, body: object, token = two.editor()) =>
    two.room().cms.call<Comparison & Told>('POST', `/newsletter/documents/${documentId}/compare`, {
      token,
      body: { type: 'article', revision: 1, data: {}, ...body },
    });

  it('sees both versions, field by field, and saves what she chose', async () => {
    const documentId = await draft();
    await meanwhile(documentId, { title: 'La leur', standfirst: 'Leur chapeau' });
    const data = { title: 'La mienne', callToActionLabel: 'Lire', revision: 1 };
    const { body } = await compare(documentId, { data });
    expect(body.differences).toEqual([
      {
        key: 'title',
        label: 'Titre',
        changedBy: 'both',
        mine: { is: 'text', text: 'La mienne' },
        theirs: { is: 'text', text: 'La leur' },
      },
      {
        key: 'standfirst',
        label: 'Chapeau',
        changedBy: 'them',
        mine: { is: 'nothing' },
        theirs: { is: 'text', text: 'Leur chapeau' },
      },
      {
        key: 'callToActionLabel',
        label: 'Texte du bouton',
        changedBy: 'me',
        mine: { is: 'text', text: 'Lire' },
        theirs: { is: 'nothing' },
      },
    ]);
    expect(body.changes).toMatchObject([{ by: 'nachra-editor Test', fields: ['Titre', 'Chapeau'] }]);
    expect(codeOf(await compare(documentId, { data, choices: {} }))).toBe('CHOICE_MISSING');
    const chosen = await compare(documentId, { data, choices: { title: 'mine' } });
    expect(chosen.body.data).toEqual({ title: 'La mienne', callToActionLabel: 'Lire', revision: 2 });
    expect((await put(documentId, chosen.body.data as object)).status).toBe(200);
    expect(await stored(uids.article, documentId)).toMatchObject({
      title: 'La mienne',
      standfirst: 'Leur chapeau',
      callToActionLabel: 'Lire',
    });
  });

  it('is told who has deleted the document', async () => {
    const documentId = await draft();
    await call('DELETE', `${articles}/${documentId}`, { headers: { 'if-match': '"1"' } });
    const refused = await compare(documentId, {});
    expect(codeOf(refused)).toBe('DOCUMENT_DELETED');
    expect(refused.body.error?.message).toMatch(/^nachra-editor Test a supprimé cet article/);
  });

  it('compares only what she may edit', async () => {
    const issue = await two.room().issue();
    expect(codeOf(await compare(issue, { type: 'issue' }, two.author()))).toBe('DOCUMENT_FORBIDDEN');
  });

  it('is told who else has the document open, until that page is left', async () => {
    const documentId = await draft();
    const note = async (token: string, tab: string, leaving = false) =>
      (
        await two.room().cms.call<Presence>('POST', `/newsletter/documents/${documentId}/presence`, {
          token,
          body: { type: 'article', tab, leaving },
        })
      ).body.others;
    expect(await note(two.author(), 'author-tab')).toEqual([]);
    expect(await note(two.editor(), 'editor-tab')).toMatchObject([
      { name: 'nachra-author Test', self: false },
    ]);
    expect(await note(two.author(), 'author-tab-2')).toMatchObject([
      { name: 'nachra-author Test', self: true },
      { name: 'nachra-editor Test', self: false },
    ]);
    await note(two.author(), 'author-tab-2', true);
    await note(two.editor(), 'editor-tab', true);
    expect(await note(two.author(), 'author-tab')).toEqual([]);
    // A browser that died says nothing more, and is forgotten.
    const seenAt = new Date(Date.now() - 60_000);
    await two
      .room()
      .cms.strapi.db.query('plugin::newsletter.presence')
      .updateMany({ where: {}, data: { seenAt } });
    expect(await note(two.editor(), 'editor-tab')).toEqual([]);
  });
});
