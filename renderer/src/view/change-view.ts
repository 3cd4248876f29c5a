import type { Indicator, Period } from '../contract/dashboard';
import { dateInWords } from './typography/write-dates';
import { decimalsOf } from './typography/decimals';
import { signFigure, writeFigure, writePoints } from './typography/write-figures';
import { fill, word } from './emails/words';
import type { ViewContext } from './context';
import { compare, type Comparison } from './compare';

/** A change as a sign and in words; colour carries no meaning. */
interface ChangeView {
  /** Hidden from screen readers. */
  arrow: string;
  /** “+7,1 %”; null if nothing changed. */
  figure: string | null;
  /** “en hausse par rapport au 31 décembre 2022”. */
  words: string;
}

/** The line below a tile's value: a change, or why there is none. */
export interface ChangeNotes {
  change: ChangeView | null;
  note: string | null;
}

/** The view of an indicator's change since the newest period that it can be compared with. */
export function changeNotes(
  indicator: Indicator,
  periods: readonly Period[],
  context: Pick<ViewContext, 'words' | 'set'>,
): ChangeNotes {
  const { words, set } = context;
  const comparison = compare(indicator, periods);
  const newest = periods.at(-1);
  const until = newest ? dateInWords(newest.end, words) : '';
  const value = (figure: number) => writeFigure(figure, indicator.unit, decimalsOf(indicator), words);
  switch (comparison.kind) {
    case 'change':
      return { change: changeView(comparison, indicator, context), note: null };
    case 'unlike': {
      const told = { date: until, label: set.line(comparison.against.label), value: value(comparison.value) };
      return { change: null, note: fill(word(words.mail, 'notCompared'), told) };
    }
    case 'missing': {
      if (comparison.last === null) return { change: null, note: word(words.mail, 'missingWords') };
      const { period, value: last } = comparison.last;
      const told = { label: set.line(period.label), value: value(last) };
      return { change: null, note: fill(word(words.mail, 'lastKnown'), told) };
    }
    case 'alone':
      return {
        change: null,
        note:
          newest?.partial && indicator.measure === 'flow'
            ? fill(word(words.mail, 'partialAlone'), { date: until })
            : null,
      };
  }
}

type Change = Extract<Comparison, { kind: 'change' }>;

function changeView(
  change: Change,
  indicator: Indicator,
  context: Pick<ViewContext, 'words' | 'set'>,
): ChangeView {
  const { words } = context;
  const { size, figure } = sizeOf(change, indicator, context);
  const direction = size > 0 ? 'up' : size < 0 ? 'down' : 'flat';
  const against = fill(word(words.mail, againstWords[change.basis]), {
    // A date must not be broken across lines.
    date: dateInWords(change.against.end, words).replaceAll(' ', '\u00a0'),
    label: context.set.line(change.against.label),
  });
  return {
    arrow: arrows[direction],
    figure: direction === 'flat' ? null : figure,
    words: fill(word(words.mail, directionWords[direction]), { against }),
  };
}

/** The change as text, and as the rounded number: a change that rounds to zero is none. */
function sizeOf({ difference, ratio }: Change, indicator: Indicator, { words }: Pick<ViewContext, 'words'>) {
  const decimals = decimalsOf(indicator);
  if (indicator.unit === 'percent') {
    return { size: rounded(difference, decimals), figure: writePoints(difference, decimals, words) };
  }
  if (ratio === null) {
    return { size: rounded(difference, decimals), figure: signFigure(difference, decimals, words) };
  }
  const percent = ratio * 100;
  return {
    size: rounded(percent, 1),
    figure: words.percent.replace('{figure}', signFigure(percent, 1, words)),
  };
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

const arrows = { up: '▲', down: '▼', flat: '=' };
const directionWords = { up: 'changeUp', down: 'changeDown', flat: 'changeFlat' };
const againstWords = { date: 'againstDate', period: 'againstPeriod', like: 'againstLike' };
