import { expect, it } from 'vitest';
import type { Composition } from '../../../cms/plugin/shared/desk';
import { onEachDatabase } from './on-each-database';

onEachDatabase('the kinds of articles that rubrics usually hold', {}, (open) => {
  it('are those of the number before, in its own language', async () => {
    const room = open();
    const composition = async (issue: string) =>
      (await room.desk<Composition>('GET', `/issues/${issue}/composition`)).body;
    const [news, event, feature] = [
      await room.article({ title: 'Une agence', kind: 'company-news' }),
      await room.article({ title: 'Un salon', kind: 'event' }),
      await room.article({ title: 'Un autre salon', kind: 'event' }),
    ];
    const before = await room.issue({ articles: [news, event, feature] });
    const { issue: one } = await composition(before);
    const arabic = await room.issue({ language: 'ar', number: one.number, articles: [news] });
    expect((await composition(arabic)).usualKinds).toEqual([]);
    const next = await room.issue({ articles: [] });
    expect((await composition(next)).usualKinds).toEqual([{ heading: 'Actualités', kind: 'event' }]);
  });
});
