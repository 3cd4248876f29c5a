import type { ArticleForm, DashboardForm, Language, LiveDocumentRequest } from '../../../shared/desk';
import { articleKinds, languages } from '../../../shared/lists';
import { isLibraryFile } from '../model/library-file';

type Values = Readonly<Record<string, unknown>>;

const texts = [
  ...(['title', 'standfirst', 'governingBody', 'chair', 'place', 'author'] as const),
  ...(['sourceName', 'sourceUrl', 'callToActionLabel', 'callToActionUrl'] as const),
];
const days = ['startDate', 'endDate', 'meetingDate'] as const;

/** What Strapi's form of a document has, as the server takes it: a field that its person may not read is not there. Pure. */
export function documentIn(
  type: LiveDocumentRequest['document']['type'],
  values: Values,
): LiveDocumentRequest['document'] {
  return type === 'article' ? { type, form: articleIn(values) } : { type, form: dashboardIn(values) };
}

/** The language that a form names, if it names one. Pure. */
export function languageIn({ language }: Values): Language | null {
  return languages.find((one) => one === language) ?? null;
}

function articleIn(values: Values): ArticleForm {
  const { kind, body, images, imageTexts, editionNumber } = values;
  return {
    ...Object.fromEntries(texts.map((name) => [name, textIn(values[name])])),
    ...Object.fromEntries(days.map((name) => [name, dayIn(values[name])])),
    kind: articleKinds.find((one) => one === kind) ?? null,
    body: Array.isArray(body) ? (body as unknown[]) : null,
    images: rowsIn(images)
      .filter(isLibraryFile)
      .map(({ id }) => ({ id })),
    imageTexts: rowsIn(imageTexts).map((row) => ({
      alternativeText: textIn(fieldIn(row, 'alternativeText')),
      caption: textIn(fieldIn(row, 'caption')),
    })),
    editionNumber: typeof editionNumber === 'number' ? editionNumber : null,
    present: linesIn(values['present']),
    decisions: linesIn(values['decisions']),
  };
}

function dashboardIn({ title, asOf, figures }: Values): DashboardForm {
  return { title: textIn(title), asOf: dayIn(asOf), figures };
}

function linesIn(value: unknown): { text: string | null }[] {
  return rowsIn(value).map((row) => ({ text: textIn(fieldIn(row, 'text')) }));
}

function rowsIn(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function fieldIn(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A day as `YYYY-MM-DD`; Strapi's field of days hands a day of this computer while one is chosen. */
function dayIn(value: unknown): string | null {
  if (value instanceof Date)
    return [value.getFullYear(), value.getMonth() + 1, value.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  return textIn(value);
}
