import { sha256, type Finding } from '@nachra/renderer';
import { z } from 'zod';
import { keysOf } from './place-of';
import type { IssueDraft } from './to-issue';

const dashboardSchema = z.object({
  periods: z.array(z.object({ label: z.string(), end: z.string() })),
  groups: z.array(
    z.object({
      indicators: z.array(
        z.object({
          label: z.string(),
          unit: z.string().default('count'),
          values: z.array(z.number().nullable()),
          sumOf: z.array(z.array(z.string())).optional(),
        }),
      ),
    }),
  ),
});

const wrongSchema = z.object({
  parts: z.string(),
  periods: z.object({ unequal: z.array(z.object({ label: z.string() })) }),
});

/**
 * Names the very cells that a wrong sum was found in, wherever they stand: the periods where it is wrong, and of each the figure of the
 * total and of all its parts, with their labels and unit. A dashboard that was copied for the next number has the same ones until
 * somebody changes a figure, a label or a day among them. Pure.
 *
 * @returns SHA-256; null for what is found anywhere else than in figures of the past
 */
export function findingCells({ rule, place, values }: Finding, { sections }: IssueDraft): string | null {
  if (rule !== 'total-wrong') return null;
  const [, section, , , group, , row] = keysOf(place);
  const dashboard = dashboardSchema.safeParse(sections[Number(section)]?.dashboard).data;
  const wrong = wrongSchema.safeParse(values).data;
  const indicators = dashboard?.groups[Number(group)]?.indicators ?? [];
  const total = indicators[Number(row)];
  const way = total?.sumOf?.find((labels) => labels.join(' + ') === wrong?.parts);
  if (dashboard === undefined || wrong === undefined || total === undefined || way === undefined) return null;
  const parts = way.map((label) => indicators.find((one) => one !== total && one.label === label));
  const labels = wrong.periods.unequal.map(({ label }) => label);
  const cells = dashboard.periods.flatMap(({ label, end }, at) =>
    labels.includes(label)
      ? [[label, end, ...[total, ...parts].map((one) => [one?.label, one?.unit, one?.values[at]])]]
      : [],
  );
  return sha256(JSON.stringify([rule, cells]));
}
