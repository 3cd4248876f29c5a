import type { SeriesOption } from './echarts';
import { drawEcharts } from './echarts';
import { chartFonts } from './rasterise';
import type { Direction } from '../../contract/primitives';
import type { ChartForm } from '../../contract/dashboard';

/** One period of a chart, with its texts. */
export interface ChartPoint {
  label: string;
  /** Null draws only `text`, so that a missing value never looks like zero. */
  value: number | null;
  text: string;
  partial: boolean;
}

/** A chart ready to be drawn. */
export interface Chart {
  form: ChartForm;
  /** The unit and scale of the figures. */
  title: string;
  /** The meaning of hatched bars or dashed lines; null if there are none. */
  legend: string | null;
  points: ChartPoint[];
  direction: Direction;
  colours: { paper: string; ink: string; muted: string; line: string; mark: string };
}

/** The size of a chart in px; it is drawn larger, and shown as wide as its cell. */
export const chartSize = { width: 252, height: 168 };

/** Draws a chart as SVG. Time runs in the direction of the language. */
export function chartSvg(chart: Chart): string {
  const { points, direction, colours } = chart;
  const rtl = direction === 'rtl';
  const text = (colour: string, fontSize: number, bold = false) => ({
    color: colour,
    fontSize,
    fontFamily: rtl ? chartFonts.arabic : chartFonts.latin,
    fontWeight: bold ? ('bold' as const) : ('normal' as const),
  });
  const edge = rtl ? 'right' : 'left';
  return drawEcharts(chartSize, {
    animation: false,
    backgroundColor: colours.paper,
    title: {
      text: embed(chart.title, rtl),
      subtext: chart.legend === null ? '' : embed(chart.legend, rtl),
      [edge]: 10,
      ...(rtl ? { textAlign: 'right', left: chartSize.width - 10, right: undefined } : {}),
      top: 8,
      padding: 0,
      itemGap: 3,
      textStyle: { ...text(colours.ink, 12, !rtl), lineHeight: 16 },
      subtextStyle: { ...text(colours.muted, 11), lineHeight: 14 },
    },
    grid: { left: 8, right: 8, top: chart.legend === null ? 54 : 66, bottom: 38 },
    xAxis: {
      type: 'category',
      inverse: rtl,
      data: points.map(({ label }) => fold(label)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line, width: 1 } },
      axisLabel: {
        interval: 0,
        margin: 6,
        ...text(colours.ink, points.length > 6 ? 10 : 11.5),
        lineHeight: 13,
      },
      boundaryGap: true,
    },
    yAxis: { type: 'value', show: false, ...(chart.form === 'line' ? spanOf(points) : fromZero(points)) },
    series: chart.form === 'bars' ? [bars(chart, text)] : lines(chart, text),
  });
}

type TextStyle = (
  colour: string,
  size: number,
  bold?: boolean,
) => { color: string; fontSize: number; fontFamily: string; fontWeight: 'bold' | 'normal' };

function bars({ points, colours, direction }: Chart, text: TextStyle): SeriesOption {
  return {
    type: 'bar',
    barCategoryGap: '28%',
    data: points.map((point, index) => {
      const last = index === points.length - 1;
      const label = {
        show: true,
        position: (point.value ?? 0) < 0 ? ('bottom' as const) : ('top' as const),
        formatter: point.text,
        distance: 3,
        ...text(
          point.value === null ? colours.muted : colours.ink,
          points.length > 6 ? 10 : 12,
          last && direction === 'ltr',
        ),
      };
      return { value: point.value ?? 0, label, itemStyle: barStyle(point, colours) };
    }),
  };
}

/** A partial period is hatched and outlined, so that it is recognisable without colour. */
function barStyle({ partial }: ChartPoint, { mark, paper }: Chart['colours']) {
  if (!partial) return { color: mark };
  return {
    color: paper,
    borderColor: mark,
    borderWidth: 1.5,
    decal: {
      symbol: 'rect',
      symbolSize: 1,
      color: mark,
      dashArrayX: [1, 0],
      dashArrayY: [1.6, 3.4],
      rotation: -Math.PI / 4,
    },
  };
}

/** The line, dashed where it leads to a partial period. */
function lines({ points, colours, direction }: Chart, text: TextStyle): SeriesOption[] {
  const dots = points.map((point, index) => ({
    value: point.value,
    label: {
      show: true,
      position: 'top' as const,
      formatter: point.text,
      distance: 5,
      // Beside a rising line that begins here, not on it.
      offset: [rises(points, index) ? (direction === 'rtl' ? 8 : -8) : 0, 0],
      ...text(colours.ink, points.length > 6 ? 10 : 12, index === points.length - 1 && direction === 'ltr'),
    },
    itemStyle: point.partial
      ? { color: colours.paper, borderColor: colours.mark, borderWidth: 2 }
      : { color: colours.mark },
  }));
  const line = (
    style: 'solid' | 'dashed',
    keep: (index: number) => boolean,
    labels: boolean,
  ): SeriesOption => ({
    type: 'line',
    symbol: 'circle',
    symbolSize: 8,
    lineStyle: { color: colours.mark, width: 2.5, type: style === 'solid' ? 'solid' : [5, 4] },
    silent: true,
    z: labels ? 3 : 2,
    data: dots.map((dot, index) =>
      keep(index) ? { ...dot, label: { ...dot.label, show: labels } } : { value: null },
    ),
  });
  const partial = (index: number) => points[index]?.partial === true;
  const besidePartial = (index: number) => partial(index) || partial(index + 1) || partial(index - 1);
  const series = [line('solid', (index) => !partial(index), true)];
  if (points.some((point) => point.partial)) {
    series.unshift(line('dashed', besidePartial, false));
    series.push({ ...line('solid', partial, true), lineStyle: { width: 0 } });
  }
  return series;
}

/** Bars are compared by length, so they start at zero; negative values need room for their labels. */
function fromZero(points: ChartPoint[]): { min: number; max: number } {
  const values = points.map(({ value }) => value ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return { min: low * 1.2, max: high || (low === 0 ? 1 : 0) };
}

/** A line shows change, so its scale need not start at zero; it leaves room for the labels above it. */
function spanOf(points: ChartPoint[]): { min: number; max: number } | object {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return {};
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.25;
  return { min: low - room, max: high + room * 0.4 };
}

function rises(points: ChartPoint[], index: number): boolean {
  const [here, next] = [points[index]?.value ?? null, points[index + 1]?.value ?? null];
  return here !== null && next !== null && next > here;
}

/** Breaks a date into two lines: `30/06/2023` is as wide as two bars. */
function fold(label: string): string {
  const day = /^(\d{1,2}[/.-]\d{1,2})[/.-](\d{4})$/.exec(label);
  if (day) return `${day[1]}\n${day[2]}`;
  const middle = label.length > 6 ? label.lastIndexOf(' ') : -1;
  return middle > 0 ? `${label.slice(0, middle)}\n${label.slice(middle + 1)}` : label;
}

/** Adds right-to-left embedding, because the rasteriser assumes that every line runs left to right. */
function embed(value: string, rtl: boolean): string {
  return rtl && value !== '' ? `\u202b${value}\u202c` : value;
}
