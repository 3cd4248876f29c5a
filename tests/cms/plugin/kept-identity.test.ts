import { expect, it } from 'vitest';
import { uids } from '../../../cms/plugin/shared/uids';
import { articles, onBothDatabases } from './two-editors';

onBothDatabases('a save', (two) => {
  const { call, put, stored, draft } = two;

  it('leaves a document what it is known by, whatever was sent', async () => {
    const [victim, documentId] = [await draft(), await draft()];
    const before = await stored(uids.article, documentId);
    const sent = { documentId: victim, id: 1, locale: 'zz', createdAt: '2001-01-01', title: 'Le mien' };
    const { status, body } = await put(documentId, { ...sent, revision: 1 });
    expect([status, body.data.documentId]).toEqual([200, documentId]);
    const { id, locale, createdAt } = before as Record<string, unknown>;
    expect(await stored(uids.article, documentId)).toMatchObject({ id, locale, createdAt, title: 'Le mien' });
    const rows = two.room().cms.strapi.db.query(uids.article);
    expect(await rows.count({ where: { documentId: victim } })).toBe(1);
    const { body: made } = await call('POST', articles, {
      body: { ...sent, kind: 'feature', language: 'fr' },
    });
    expect(made.data.documentId).not.toBe(victim);
  });
});
