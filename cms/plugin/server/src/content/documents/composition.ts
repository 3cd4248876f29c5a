import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import {
  articleFormSchema,
  dashboardFormSchema,
  entryFormSchema,
  issueFormSchema,
  lineFormSchema,
  pictureTextFormSchema,
  linkFormSchema,
  pictureFormSchema,
  sectionFormSchema,
  type ArticleForm,
  type Composition,
  type IssueForm,
  type PictureForm,
  type SectionForm,
} from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { idOf, rowsOf, type Row } from './stored-rows';

/** What the forms of an issue hold, and of all that stands in it, as drafted. */
type StoredComposition = Pick<Composition, 'articles' | 'dashboards'> & { form: IssueForm };

const sectionForms = new Map(
  sectionFormSchema.options.map((form) => [form.shape.__component.value, form] as const),
);

/** What the forms of an issue hold. @param row as `draftRow` of the issue store gives it */
export async function compositionOf(
  strapi: Pick<Core.Strapi, 'documents'>,
  row: Row,
): Promise<StoredComposition> {
  const sections = rowsOf(row['sections']);
  const articles = once(sections.flatMap((section) => rowsOf(section['articles'])));
  const dashboards = once(sections.flatMap((section) => rowsOf(section['dashboard'])));
  const published = await publishedRevisions(strapi, articles.map(idOf));
  return {
    form: {
      ...(formOf(row, issueFormSchema) as IssueForm),
      cover: pictureOf(row['cover']),
      sections: sections.map(sectionForm),
    },
    articles: articles.map((article) => ({
      documentId: idOf(article),
      revision: revisionOf(article),
      state: stateOf(article, published),
      form: articleForm(article),
    })),
    dashboards: dashboards.map((dashboard) => ({
      documentId: idOf(dashboard),
      revision: revisionOf(dashboard),
      form: formOf(dashboard, dashboardFormSchema),
    })),
  };
}

/** The revisions that articles were published with; those that never were are missing. */
export async function publishedRevisions(
  strapi: Pick<Core.Strapi, 'documents'>,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (documentIds.length === 0) return new Map();
  const rows = (await strapi.documents(uids.article).findMany({
    filters: { documentId: { $in: [...documentIds] } },
    fields: ['revision'],
    status: 'published',
    limit: -1,
  })) as Row[];
  return new Map(rows.map((row) => [idOf(row), revisionOf(row)]));
}

/** An article's state, by the revision it was published with. Pure. */
export function stateOf(article: Row, published: ReadonlyMap<string, number>) {
  const revision = published.get(idOf(article));
  if (revision === undefined) return 'draft' as const;
  return revision === revisionOf(article) ? ('published' as const) : ('modified' as const);
}

/** A file of the media library, as forms have it; null where there is none. Pure. */
export function pictureOf(file: unknown): PictureForm | null {
  const [row] = rowsOf(file);
  return row === undefined ? null : (formOf(row, pictureFormSchema) as PictureForm);
}

/** What the form of an article holds. @param row as loaded with `articlePopulate`. Pure. */
export function articleForm(row: Row): ArticleForm {
  return {
    ...(formOf(row, articleFormSchema) as ArticleForm),
    images: rowsOf(row['images']).flatMap((file) => pictureOf(file) ?? []),
    imageTexts: partForms(row['imageTexts'], pictureTextFormSchema),
    present: partForms(row['present'], lineFormSchema),
    decisions: partForms(row['decisions'], lineFormSchema),
  };
}

function sectionForm(row: Row): SectionForm {
  const component = row['__component'] as SectionForm['__component'];
  const schema = sectionForms.get(component);
  const form = schema ? formOf(row, schema) : {};
  switch (component) {
    case 'newsletter-section.articles':
      return { ...form, articles: rowsOf(row['articles']).map(idOf) } as SectionForm;
    case 'newsletter-section.dashboard':
      return { ...form, dashboard: rowsOf(row['dashboard']).map(idOf)[0] ?? null } as SectionForm;
    case 'newsletter-section.agenda':
      return { ...form, entries: partForms(row['entries'], entryFormSchema) } as SectionForm;
    case 'newsletter-section.image':
      return { ...form, picture: pictureOf(row['picture']) } as SectionForm;
    case 'newsletter-section.links':
      return { ...form, links: partForms(row['links'], linkFormSchema) } as SectionForm;
    case 'newsletter-section.text':
    case 'newsletter-section.quote':
      return form as SectionForm;
  }
}

/** The fields that a form has, as they are stored: null for what was never filled in. */
function formOf(row: Row, { shape }: { shape: object }): Row {
  return Object.fromEntries(Object.keys(shape).map((name) => [name, row[name] ?? null]));
}

function partForms<Form>(rows: unknown, schema: z.ZodType<Form> & { shape: object }): Form[] {
  return rowsOf(rows).map((row) => formOf(row, schema) as Form);
}

function once(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}

function revisionOf(row: Row): number {
  return Number(row['revision'] ?? 1);
}
