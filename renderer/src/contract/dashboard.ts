import { z } from 'zod';
import { dateSchema, plainText, requiredText } from './primitives';
import { problemParams } from './problems';

/** How a value is written: a bare count, thousands of dirhams, or a percentage (4.1 means 4,10 %). */
export const units = ['count', 'KDH', 'percent'] as const;
/** One of {@link units}. */
export const unitSchema = z.enum(units);
/** One of {@link units}. */
export type Unit = z.infer<typeof unitSchema>;

/** Columns that one dashboard may have. */
export const mostPeriods = 60;

/** One column: a full year, or the part of a year up to a day. */
const periodSchema = z.strictObject({
  label: requiredText,
  end: dateSchema,
  partial: z.boolean().default(false),
  /**
   * Whether this column is chosen for the mail. If none is, the mail shows the newest that fit; the web page shows all.
   */
  inMail: z.boolean().default(false),
});

/**
 * What a value measures. A `stock` is an amount at a date (loans outstanding on 30 June) and can be compared with the amount
 * at any other date. A `flow` is an amount over a period (loans granted since January), and part of a year is never compared
 * with a full one. The default is `flow`, because a wrong default then hides a comparison and never shows a false one.
 */
export const measures = ['stock', 'flow'] as const;
/** One of {@link measures}. */
export const measureSchema = z.enum(measures);
/** One of {@link measures}. */
export type Measure = z.infer<typeof measureSchema>;

/** How an indicator may be drawn over the periods. */
export const chartForms = ['bars', 'line'] as const;
/** One of {@link chartForms}. */
export type ChartForm = (typeof chartForms)[number];

const indicatorSchema = z.strictObject({
  label: requiredText,
  unit: unitSchema.default('count'),
  /** Digits after the decimal mark, if they are fixed; otherwise as many as the values have, 4 at most. */
  decimals: z.number().int().min(0).max(4).optional(),
  /** One value per period, in their order; `null` for a missing value. */
  values: z.array(z.number().nullable()),
  measure: measureSchema.default('flow'),
  /**
   * The rows that make up this total, by their labels in the same group; one list for each way to divide it (by product, by
   * gender). The preflight adds them up, and reports a label that does not exist.
   */
  sumOf: z.array(z.array(requiredText).min(1)).optional(),
  /** Whether it is shown as a tile above the tables: the newest value and its change. */
  highlight: z.boolean().default(false),
  /** The form of its chart over the periods, in a tile; an indicator with a chart is always highlighted. */
  chart: z.enum(chartForms).optional(),
});

const groupSchema = z.strictObject({
  code: plainText.default(''),
  title: requiredText,
  indicators: z.array(indicatorSchema).min(1),
});

/**
 * The figures of a dashboard: periods × groups of indicators.
 *
 * A row with too few or too many values is an error with the row's own path: a shifted row would publish the figure of one
 * year under the heading of another.
 */
export const dashboardSchema = z
  .strictObject({
    id: plainText.optional(),
    title: requiredText,
    asOf: dateSchema,
    periods: z.array(periodSchema).min(1).max(mostPeriods),
    groups: z.array(groupSchema).min(1),
  })
  .superRefine((dashboard, context) => {
    const wanted = dashboard.periods.length;
    dashboard.groups.forEach((group, groupIndex) =>
      group.indicators.forEach((indicator, indicatorIndex) => {
        if (indicator.values.length === wanted) return;
        context.addIssue({
          code: 'custom',
          path: ['groups', groupIndex, 'indicators', indicatorIndex, 'values'],
          params: problemParams('value-count', {
            label: indicator.label,
            expected: wanted,
            got: indicator.values.length,
          }),
        });
      }),
    );
  });

export type Period = z.infer<typeof periodSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
/** A table of figures, with defaults filled in: periods × groups of indicators, as of a day. */
export type Dashboard = z.infer<typeof dashboardSchema>;
