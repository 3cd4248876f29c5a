import type { Figure } from './figure-text';

/** Why a figure is asked about: what its row is not used to. */
type Surprise =
  /** `times` as great as the greatest of the others. */
  | { kind: 'greater'; times: number }
  /** The least of the others is `times` as great. */
  | { kind: 'smaller'; times: number }
  /** All others have the other sign. */
  | { kind: 'sign' }
  /** A share that has fallen by more than all of it. */
  | { kind: 'below-all' };

/** From here on a figure is more likely in another unit, or a digit too many, than a good year. */
const muchTimes = 8;
/** As many others as make a habit. */
const fewest = 2;

/** Figures of a row, and those that a person has said to be right. */
interface Habit {
  values: readonly Figure[];
  unit: string;
  sure: readonly number[];
}

/** What is surprising in one figure of a row, by the others; null where nothing is, or a person has said that it is right. Pure. */
export function surpriseAt({ values, unit, sure }: Habit, at: number): Surprise | null {
  const value = values[at];
  if (typeof value !== 'number' || value === 0 || sure.includes(value)) return null;
  if (unit === 'percent' && value < -100) return { kind: 'below-all' };
  const others = values.filter((other, place): other is number => place !== at && typeof other === 'number');
  const sizes = others.filter((other) => other !== 0).map(Math.abs);
  if (sizes.length < fewest) return null;
  if (others.every((other) => Math.sign(other) === -Math.sign(value))) return { kind: 'sign' };
  const size = Math.abs(value);
  const [greatest, least] = [Math.max(...sizes), Math.min(...sizes)];
  if (size >= greatest * muchTimes) return { kind: 'greater', times: Math.round(size / greatest) };
  return size * muchTimes <= least ? { kind: 'smaller', times: Math.round(least / size) } : null;
}
