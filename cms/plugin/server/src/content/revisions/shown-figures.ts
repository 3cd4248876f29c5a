import { languages } from '@nachra/renderer';
import { z } from 'zod';
import type { Shown } from '../../../../shared/desk';

type ShownFigures = Extract<Shown, { is: 'figures' | 'text' }>;

const textSchema = z.string().catch('');
const textsSchema = z.partialRecord(z.enum(languages), z.string()).catch({});
const labelledSchema = z.object({ label: textSchema, labels: textsSchema });
const figuresSchema = z.object({
  language: z.enum(languages).nullable().catch(null),
  titles: textsSchema,
  periods: z.array(labelledSchema).catch([]),
  groups: z
    .array(
      z.object({
        title: textSchema,
        titles: textsSchema,
        indicators: z
          .array(
            labelledSchema.extend({
              values: z.array(z.number().nullable().catch(null)).catch([]),
              unit: z.string().catch('count'),
              measure: z.string().catch('flow'),
              decimals: z.number().nullable().catch(null),
              highlight: z.boolean().catch(false),
              chart: z.string().nullable().catch(null),
            }),
          )
          .catch([]),
      }),
    )
    .catch([]),
});

/** Figures as a table, and their texts in other languages. Also figures that the contract would refuse: they are shown to be mended. */
export function showFigures(value: unknown): ShownFigures {
  const read = figuresSchema.safeParse(value);
  if (!read.success) return { is: 'text', text: JSON.stringify(value) };
  const { language, titles, periods, groups } = read.data;
  const named = [
    { of: '', texts: titles },
    ...periods.map(({ label, labels }) => ({ of: label, texts: labels })),
    ...groups.flatMap((group) => [
      { of: group.title, texts: group.titles },
      ...group.indicators.map(({ label, labels }) => ({ of: label, texts: labels })),
    ]),
  ];
  return {
    is: 'figures',
    language,
    periods: periods.map(({ label }) => label),
    groups: groups.map(({ title, indicators }) => ({
      title,
      rows: indicators.map(({ labels: _, ...row }) => row),
    })),
    translations: languages.flatMap((other) =>
      named.flatMap(({ of, texts }) => {
        const text = texts[other];
        return text === undefined ? [] : [{ language: other, of, text }];
      }),
    ),
  };
}
