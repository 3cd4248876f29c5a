import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { ComposeOption } from 'echarts/core';
import type { GridComponentOption, TitleComponentOption } from 'echarts/components';

export type SeriesOption = BarSeriesOption | LineSeriesOption;
type Option = ComposeOption<SeriesOption | GridComponentOption | TitleComponentOption>;

let loaded: typeof import('echarts/core') | undefined;

/**
 * Draws an ECharts option as an SVG string, without a browser. Only bars and lines are taken from the library, and not
 * before the first chart: loading it takes a third of a second.
 *
 * @see https://echarts.apache.org/handbook/en/how-to/cross-platform/server
 */
export function drawEcharts(size: { width: number; height: number }, option: Option): string {
  const chart = echarts().init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function echarts(): typeof import('echarts/core') {
  if (loaded) return loaded;
  /* eslint-disable @typescript-eslint/no-require-imports -- an import at the top would load it at once, an awaited one would make every view asynchronous */
  const core = require('echarts/core') as typeof import('echarts/core');
  const { BarChart, LineChart } = require('echarts/charts') as typeof import('echarts/charts');
  const { GridComponent, TitleComponent } =
    require('echarts/components') as typeof import('echarts/components');
  const { SVGRenderer } = require('echarts/renderers') as typeof import('echarts/renderers');
  /* eslint-enable @typescript-eslint/no-require-imports */
  core.use([BarChart, LineChart, GridComponent, TitleComponent, SVGRenderer]);
  loaded = core;
  return core;
}
