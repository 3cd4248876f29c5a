/** What one round of the work below takes on the quiet machine of two cores that the times were written on, in ms. */
const roundOnAQuietMachineMs = 25;
const rounds = 20;

/**
 * How many times slower this machine is than the one the times in the tests were written on: 1 where it is as fast or
 * faster, 20 at most. Measured once a run, in `vitest.config.mts` before the first test, and handed to every worker as
 * `NACHRA_SLOWNESS`, which may also be set by hand.
 */
export const slowness = given() ?? measured();

/** An upper bound for a wait, in whole milliseconds, stretched by {@link slowness}: waiting ends with an event, never here. */
export function within(ms: number): number {
  return Math.round(ms * slowness);
}

/**
 * The same for a bound on how long something takes, stretched by how slow the machine is at this moment where that is more: a suite
 * that runs beside is measured, not forgiven.
 */
export function withinNow(ms: number): number {
  return ms * Math.max(slowness, measured());
}

function given(): number | null {
  const factor = Number(process.env.NACHRA_SLOWNESS);
  return factor >= 1 ? factor : null;
}

/** Wall time, and the mean of it: what else runs takes the machine away in slices, which only some rounds meet. */
function measured(): number {
  for (let warm = 0; warm < 3; warm += 1) round();
  const begun = performance.now();
  for (let each = 0; each < rounds; each += 1) round();
  const factor = (performance.now() - begun) / rounds / roundOnAQuietMachineMs;
  return Math.min(20, Math.max(1, Math.round(factor * 10) / 10));
}

/** Objects, sorting and JSON: what the tests spend most of their time on. */
function round(): void {
  const rows = Array.from({ length: 20_000 }, (_, index) => ({
    key: String((index * 7919) % 20_011),
    index,
  }));
  rows.sort((one, other) => (one.key < other.key ? -1 : 1));
  JSON.parse(JSON.stringify(rows));
}
