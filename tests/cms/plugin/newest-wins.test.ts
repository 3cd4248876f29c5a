import { expect, it } from 'vitest';
import { newestWins } from '../../../cms/plugin/server/src/common/newest-wins';

/** Work that ends when it is told to. */
function work() {
  let end!: (result: string) => void;
  let fail!: (error: Error) => void;
  const done = new Promise<string>((resolve, reject) => ([end, fail] = [resolve, reject]));
  let hasBegun = false;
  const begin = () => {
    hasBegun = true;
    return done;
  };
  return { begin, end, fail, hasBegun: () => hasBegun };
}

it('does one thing at a time for each key, and of those that wait only the newest', async () => {
  const inTurn = newestWins();
  const [first, second, third, other] = [work(), work(), work(), work()];
  const [one, two, three] = [first, second, third].map(({ begin }) => inTurn('a', begin));
  const elsewhere = inTurn('b', other.begin);
  expect([first, second, third, other].map(({ hasBegun }) => hasBegun())).toEqual([true, false, false, true]);
  // Overtaken before the first has ended.
  expect(await two).toBeNull();
  first.end('first');
  expect(await one).toBe('first');
  third.end('third');
  expect(await three).toBe('third');
  other.end('other');
  expect(await elsewhere).toBe('other');
  expect(second.hasBegun()).toBe(false);
});

it('goes on after a failure, and loses nobody who comes in the moment of a turn', async () => {
  const inTurn = newestWins();
  const [first, second, third] = [work(), work(), work()];
  const one = inTurn('a', first.begin);
  const two = inTurn('a', second.begin);
  first.fail(new Error('broken'));
  const three = one.catch(() => inTurn('a', third.begin));
  await expect(one).rejects.toThrow('broken');
  second.end('second');
  third.end('third');
  expect(await two).toBe('second');
  expect(await three).toBe('third');
  // Nothing is left of the key: the next one begins at once.
  expect(await inTurn('a', async () => 'fourth')).toBe('fourth');
});
