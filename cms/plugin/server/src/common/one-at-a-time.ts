/**
 * Makes an asynchronous function that runs one call after the other, in the order they came. Within this process only:
 * what must hold across processes is held by a key or a condition in a database.
 */
export function oneAtATime<Arguments extends unknown[], Result>(
  act: (...given: Arguments) => Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (...given) => {
    const turn = last.then(() => act(...given));
    // A call that fails must not fail those behind it.
    last = turn.catch(() => undefined);
    return turn;
  };
}
