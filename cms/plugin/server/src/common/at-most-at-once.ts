/**
 * Lets so many work at a time, first come, first served. Within this process only: what must hold across processes is held by a key
 * or a condition in a database.
 *
 * @param places how many
 * @example const inTurn = atMostAtOnce(2); await inTurn(() => decode(file))
 */
export function atMostAtOnce(places: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Also after a failure, which must not fail those behind it.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** Makes an asynchronous function that runs one call after the other, in the order they came. */
export function oneAtATime<Arguments extends unknown[], Result>(
  act: (...given: Arguments) => Promise<Result>,
): (...given: Arguments) => Promise<Result> {
  const inTurn = atMostAtOnce(1);
  return (...given) => inTurn(() => act(...given));
}
