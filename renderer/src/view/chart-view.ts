import { chartSize, chartSvg, type Chart, type ChartPoint } from './pictures/chart-svg';
import { directionOf } from '../contract/primitives';
import { mix } from './colour/contrast';
import type { Indicator, Period } from '../contract/dashboard';
import { decimalsOf } from './typography/decimals';
import { plainFigure, writeFigure } from './typography/write-figures';
import { fill, word } from './emails/words';
import type { ViewContext } from './context';
import type { ImageView } from './image-view';

/** Twice the widest size of a chart: 315 px, on a large phone. */
const scale = 2.5;

/** The drawn chart of an indicator over the periods; null if it has none or pictures cannot reach the reader. */
export function chartView(
  indicator: Indicator,
  label: string,
  periods: readonly Period[],
  context: ViewContext,
): ImageView | null {
  const { words, palette, pictures, set, language } = context;
  const form = indicator.chart;
  if (form === undefined || pictures === null) return null;

  const shown = scaleOf(indicator, context);
  const points = periods.map((period, index): ChartPoint => {
    const value = indicator.values[index] ?? null;
    const text = value === null ? '–' : plainFigure(value / shown.divisor, shown.decimals, words);
    return { label: set.line(period.label), value, text, partial: period.partial };
  });
  const partial = points.some((point) => point.partial);
  const chart: Chart = {
    form,
    title: capitalised(shown.words === '' ? label : shown.words, words.locale),
    legend: partial ? word(words.mail, form === 'bars' ? 'chartHatched' : 'chartDashed') : null,
    points,
    direction: directionOf(language),
    colours: {
      paper: palette.tint,
      ink: palette.ink,
      muted: palette.muted,
      line: palette.line,
      mark: mix(palette.primaryInk, palette.tint, 0.88),
    },
  };
  return {
    ...pictures.draw({ recipe: chart, svg: () => chartSvg(chart), scale, colours: 32 }),
    alt: altOf(indicator, label, periods, context),
    caption: null,
    width: chartSize.width,
    height: chartSize.height,
  };
}

/** The alternative text: every period with its figure in full, and which are partial or missing. */
function altOf(
  indicator: Indicator,
  label: string,
  periods: readonly Period[],
  { words, set }: ViewContext,
): string {
  const { values, unit } = indicator;
  const decimals = decimalsOf(indicator);
  const unitWords = words.figures.units[unit];
  const figures = periods.map((period, index) => {
    const value = values[index] ?? null;
    const name = set.line(period.label);
    return fill(word(words.mail, 'chartPoint'), {
      label: period.partial ? fill(word(words.mail, 'chartPartial'), { label: name }) : name,
      value: value === null ? word(words.mail, 'missingWords') : writeFigure(value, unit, decimals, words),
    });
  });
  return fill(word(words.mail, 'chartAlt'), {
    label: unitWords ? `${label} (${unitWords})` : label,
    figures: figures.join(word(words.mail, 'chartSeparator')),
  });
}

/** The scale of a chart's figures. Bars are narrow, so large figures are written in thousands, millions or more, with three digits. */
function scaleOf(indicator: Indicator, { words }: ViewContext) {
  const { values, unit } = indicator;
  const scales = words.figures.scales[unit] ?? [''];
  const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  const steps = largest < 10_000 ? 0 : Math.floor(Math.log10(largest) / 3);
  const step = Math.min(steps, scales.length - 1);
  const divisor = 1000 ** step;
  const digits = largest / divisor < 10 ? 2 : largest / divisor < 100 ? 1 : 0;
  return { divisor, decimals: step === 0 ? decimalsOf(indicator) : digits, words: scales[step] ?? '' };
}

function capitalised(text: string, locale: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join('');
}
