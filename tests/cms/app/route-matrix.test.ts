import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms';
import { askAll, callers, registeredRoutes, type Caller } from './route-matrix';
import { doors, type Door } from './route-doors';
import { routeTable } from './route-table';

const placed = Object.entries(routeTable).flatMap(([door, lines]) =>
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const words = line.trim().split(' ');
      const path = words.pop() ?? '';
      return words.map((method) => [`${method} ${path}`, door as Door] as const);
    }),
);

const people: readonly Caller[] = ['none', 'author', 'editor', 'publisher', 'super'];
const tokens: readonly Caller[] = ['full', 'read', 'custom'];

/** How a caller who is not let in is refused: 403 where the door knows that kind of key, 401 where it does not. */
function refusalAt(door: Door, caller: Caller): 401 | 403 {
  if (door === 'closed') return 403;
  const takesTokens = door.endsWith('tokens');
  const known = door === 'its own key' ? [] : takesTokens ? tokens : people;
  return known.includes(caller) ? 403 : 401;
}

describe('every route of an installation, asked by everybody', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await startCms();
  });
  afterAll(() => cms.close());

  it('has its place in the table, once', () => {
    expect(placed.map(([route]) => route).sort()).toEqual(registeredRoutes(cms));
  });

  it('lets in whom the table says, and nobody else', async () => {
    const answers = await askAll(cms);
    const wrong = placed.flatMap(([route, door]) =>
      callers.flatMap((caller) => {
        const status = answers.get(route)?.[caller];
        const isIn = (doors[door] as readonly Caller[]).includes(caller);
        const isRight = isIn ? status !== 401 && status !== 403 : status === refusalAt(door, caller);
        return isRight ? [] : [`${route}: ${caller} was answered ${status} at the door of ${door}`];
      }),
    );
    expect(wrong).toEqual([]);
    // They are asked with empty hands: what an address needs and has not got is said in a sentence.
    const failed = placed.flatMap(([route]) =>
      callers.some((caller) => (answers.get(route)?.[caller] ?? 0) >= 500) ? route : [],
    );
    expect(failed).toEqual([]);
  });
});
