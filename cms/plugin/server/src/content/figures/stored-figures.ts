import {
  dashboardSchema,
  languages,
  languageSchema,
  mostPeriods,
  type Dashboard,
  type Language,
} from '@nachra/renderer';
import { z } from 'zod';

/** A text in other languages than the one it stands in. */
export type Texts = Partial<Record<Language, string>>;

type Group = Dashboard['groups'][number];
/** `sure`: figures that a person has said to be right, though they leave the habit of the row. */
type StoredRow = Group['indicators'][number] & { labels?: Texts; sure?: number[] };
type StoredGroup = Omit<Group, 'indicators'> & { titles?: Texts; indicators: StoredRow[] };

/**
 * The figures of a dashboard as they are stored: the contract's in one language, and beside each of their texts the same in others. Figures
 * without `language` serve any language as they are.
 */
export interface StoredFigures {
  /** What the contract's own texts are in, once there are others. */
  language?: Language;
  /** The dashboard's title in other languages. */
  titles?: Texts;
  periods: (Dashboard['periods'][number] & { labels?: Texts })[];
  groups: StoredGroup[];
}

const text = dashboardSchema.shape.title.optional();
const texts = z.strictObject({ fr: text, ar: text, en: text } satisfies Record<Language, unknown>).optional();
const sureSchema = z.array(z.number()).max(mostPeriods).optional();
const textsSchema = z
  .object({
    language: languageSchema.optional(),
    titles: texts,
    periods: z.array(z.object({ labels: texts })),
    groups: z.array(
      z.object({ titles: texts, indicators: z.array(z.object({ labels: texts, sure: sureSchema })) }),
    ),
  })
  .superRefine((figures, context) => {
    for (const { path, said } of placesWithTexts(figures)) {
      if (figures.language === undefined) {
        // Texts in others than nobody knows which language.
        context.addIssue({
          code: 'invalid_type',
          expected: 'string',
          input: undefined,
          path: ['language'],
        });
        return;
      }
      if (said[figures.language] !== undefined)
        context.addIssue({ code: 'unrecognized_keys', keys: [figures.language], path, input: said });
    }
  });
type TextsBeside = z.infer<typeof textsSchema>;

function placesWithTexts({ titles, periods, groups }: TextsBeside) {
  const places = [
    { path: ['titles'], said: titles },
    ...periods.map(({ labels }, at) => ({ path: ['periods', at, 'labels'], said: labels })),
    ...groups.flatMap((group, at) => [
      { path: ['groups', at, 'titles'], said: group.titles },
      ...group.indicators.map(({ labels }, row) => ({
        path: ['groups', at, 'indicators', row, 'labels'],
        said: labels,
      })),
    ]),
  ];
  return places.flatMap(({ path, said }) => (said === undefined ? [] : [{ path, said }]));
}

/** What is wrong with stored figures, as zod says it; empty where nothing is. Pure. */
export function figureProblems(stored: unknown): z.core.$ZodIssue[] {
  const [base, beside] = judged(stored);
  return [...(base.error?.issues ?? []), ...(beside.error?.issues ?? [])];
}

/** Reads what is stored, with the contract's defaults; null for what are no figures. Pure. */
export function readFigures(stored: unknown): StoredFigures | null {
  const [base, beside] = judged(stored);
  if (!base.success || !beside.success) return null;
  const { language, titles, periods, groups } = beside.data;
  return {
    ...(language && { language }),
    ...(titles && { titles }),
    periods: base.data.periods.map((period, at) => ({ ...period, ...filled('labels', periods[at]?.labels) })),
    groups: base.data.groups.map((group, at) => ({
      ...group,
      ...filled('titles', groups[at]?.titles),
      indicators: group.indicators.map((row, rowAt) => ({
        ...row,
        ...filled('labels', groups[at]?.indicators[rowAt]?.labels),
        ...sureOf(groups[at]?.indicators[rowAt]?.sure),
      })),
    })),
  };
}

function sureOf(sure: number[] | undefined): { sure?: number[] } {
  return sure && sure.length > 0 ? { sure } : {};
}

/** The field, where it says anything. */
export function filled<Name extends 'labels' | 'titles'>(name: Name, said: Texts | undefined) {
  return (said && languages.some((language) => said[language] !== undefined)
    ? { [name]: said }
    : {}) as unknown as { [Field in Name]?: Texts };
}

/** Whether a text says anything that another language says otherwise: a year or a day in figures does not. Pure. */
export function needsWords(written: string): boolean {
  return /\p{L}/u.test(written);
}

/** Both halves of stored figures, apart: the contract's, and the texts in other languages. */
function judged(stored: unknown) {
  const { language, titles, ...contract } = objectOf(stored);
  const [periods, groups] = [listOf(contract['periods']), listOf(contract['groups'])];
  const base = {
    ...contract,
    ...(periods && { periods: periods.map((period) => without('labels', period)) }),
    ...(groups && {
      groups: groups.map((group) => {
        const rows = listOf(objectOf(group)['indicators']);
        const bare = without('titles', group);
        return rows
          ? { ...objectOf(bare), indicators: rows.map((row) => without('sure', without('labels', row))) }
          : bare;
      }),
    }),
    title: 'figures',
    asOf: '2000-01-01',
  };
  const beside = {
    language,
    titles,
    periods: (periods ?? []).map((period) => ({ labels: objectOf(period)['labels'] })),
    groups: (groups ?? []).map((group) => ({
      titles: objectOf(group)['titles'],
      indicators: (listOf(objectOf(group)['indicators']) ?? []).map((row) => ({
        labels: objectOf(row)['labels'],
        sure: objectOf(row)['sure'],
      })),
    })),
  };
  // Without `reportInput` a problem cannot tell a text from nothing.
  const asked = { reportInput: true };
  return [dashboardSchema.safeParse(base, asked), textsSchema.safeParse(beside, asked)] as const;
}

function without(field: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== field));
}

/** The fields of an object; none of anything else. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A list; null for anything else. */
export function listOf(value: unknown): unknown[] | null {
  return Array.isArray(value) ? value : null;
}
