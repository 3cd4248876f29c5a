import { beforeAll, expect, it } from 'vitest';
import type { Comment } from '../../../cms/plugin/shared/desk';
import type { Newsroom, Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

interface Listed {
  comments: Comment[];
  places: { place: string; where: string }[];
}

onEachDatabase('a comment', {}, (opened) => {
  let room: Newsroom;
  beforeAll(() => {
    room = opened();
  });

  it('lies on a place that survives another order, is answered, settled and opened again', async () => {
    const [first, second] = [
      await room.article({ title: 'Premier' }),
      await room.article({ title: 'Second' }),
    ];
    const issue = await room.issue({ articles: [first, second] });
    const say = (role: string, body: object) =>
      room.as(role)<Listed & Refused>('POST', `/issues/${issue}/comments`, body);
    const { body: empty } = await room.as('nachra-publisher')<Listed>('GET', `/issues/${issue}/comments`);
    expect(empty.places.map(({ where }) => where)).toContain('Article « Second », Titre');
    const place = 'sections[0].articles[1].title';
    const { body: one } = await say('nachra-publisher', { place, quote: ' Second ', text: 'Trop court.' });
    expect(one.comments).toMatchObject([
      {
        number: 1,
        quote: 'Second',
        place,
        where: 'Article « Second », Titre',
        editable: { type: 'article', documentId: second },
      },
    ]);
    const [{ id } = { id: 0 }] = one.comments;
    await room.update('plugin::newsletter.issue', issue, {
      sections: [
        { __component: 'newsletter-section.quote', text: 'Une citation' },
        {
          __component: 'newsletter-section.articles',
          heading: 'Actualités',
          layout: 'list',
          articles: [second, first],
        },
      ],
    });
    const { body: moved } = await room.as('nachra-publisher')<Listed>('GET', `/issues/${issue}/comments`);
    expect(moved.comments[0]).toMatchObject({ place: 'sections[1].articles[0].title' });
    await say('nachra-editor', { answers: id, text: 'Allongé.' });
    const settle = (isSettled: boolean) =>
      room.as('nachra-editor')<Listed>('POST', `/issues/${issue}/comments/${id}/settle`, { isSettled });
    expect((await settle(true)).body.comments).toMatchObject([
      {
        settled: { by: 'nachra-editor Test' },
        answers: [{ text: 'Allongé.', by: { name: 'nachra-editor Test' } }],
      },
    ]);
    expect(
      (await say('nachra-publisher', { answers: id, text: 'Pas encore.' })).body.comments[0]?.settled,
    ).toBeNull();
    expect((await say('nachra-publisher', { answers: 99_999, text: 'x' })).body.error.details.code).toBe(
      'COMMENT_UNKNOWN',
    );
    expect((await say('nachra-publisher', { place: 'sections[9]', text: 'x' })).body.error.details.code).toBe(
      'COMMENT_MISPLACED',
    );
    // More than PostgreSQL counts rows by.
    const { body: beyond } = await say('nachra-publisher', { answers: 9_999_999_999, text: 'x' });
    expect(beyond.error.details.code).toBe('INPUT_INVALID');
    await room.update('plugin::newsletter.issue', issue, { sections: [] });
    const { body: gone } = await room.as('nachra-publisher')<Listed>('GET', `/issues/${issue}/comments`);
    expect(gone.comments[0]).toMatchObject({
      place: null,
      where: 'Article « Second », Titre',
      editable: null,
    });
  });

  it('is stored with a mark in place of what no database holds, and looked for without an error', async () => {
    const issue = await room.issue();
    const { status, body } = await room.as('nachra-editor')<Listed>('POST', `/issues/${issue}/comments`, {
      text: 'Un nom\0 de trop \ud83d, et 👩 en entier',
    });
    expect(status).toBe(200);
    expect(body.comments[0]?.text).toBe('Un nom\ufffd de trop \ufffd, et 👩 en entier');
    const reason = 'Coupé \ud83d';
    await room.as('nachra-editor')('POST', `/issues/${issue}/submit`);
    const back = await room.as('nachra-publisher')('POST', `/issues/${issue}/send-back`, { reason });
    expect(back.status).toBe(200);
    const found = await room.as('nachra-editor')<Refused>('GET', '/articles?search=%00');
    expect([found.status, found.body.error.details.code]).toEqual([400, 'QUERY_UNREADABLE']);
  });

  it('goes with its issue, as what was asked of anybody, what readers would have got and what was set aside do', async () => {
    const subject = 'Un chiffre, une date et trois noms à retenir de ce mois, dans un objet bien trop long';
    const issue = await room.issue({ subject });
    const { id } = (await room.cms.strapi.db.query('admin::user').findOne({
      where: { email: 'nachra-publisher@nachra.test' },
    })) as { id: number };
    const asked = await room.as('nachra-editor')('POST', `/issues/${issue}/submit`, { people: [id] });
    expect(asked.status).toBe(200);
    await room.as('nachra-editor')('POST', `/issues/${issue}/comments`, { text: 'Un nom de trop.' });
    const key = (await room.detail(issue)).findings.find(({ maySetAside }) => maySetAside)?.key;
    const reason = 'Le nom de trop est voulu.';
    await room.as('nachra-editor')('POST', `/issues/${issue}/findings/set-aside`, { key, reason });
    const left = () =>
      Promise.all(
        ['comment', 'review-request', 'set-aside'].map((type) =>
          room.cms.strapi.db.query(`plugin::newsletter.${type}`).count({ where: { issue } }),
        ),
      );
    expect(await left()).toEqual([1, 1, 1]);
    const token = await room.cms.token('nachra-editor');
    expect((await room.remove('plugin::newsletter.issue', issue, token)).status).toBe(200);
    expect(await left()).toEqual([0, 0, 0]);
  });

  it('is put on a piece of the mail that the preview names, whatever the mail is', async () => {
    const article = await room.article({ title: 'Caravane à Fès', standfirst: 'En bref : la caravane.' });
    const issue = await room.issue({ articles: [article] });
    const { html, places } = await room.preview(issue);
    expect(html).not.toContain('data-place');
    const behind = (place: string) => html.slice(places.find((one) => one.place === place)?.offset);
    expect(behind('sections[0].articles[0].title')).toMatch(/^Caravane à Fès/);
    expect(behind('sections[0].articles[0].standfirst')).toMatch(/^En bref/);
    expect(places.map(({ offset }) => offset)).toEqual(
      places.map(({ offset }) => offset).sort((a, b) => a - b),
    );
  });
});
