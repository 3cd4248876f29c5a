import type { Core } from '@strapi/strapi';
import type { ArticleForm, Composition, IssueForm, PictureForm, SectionForm } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';

type Row = Record<string, unknown>;

/** What the forms of an issue hold, and of all that stands in it, as drafted. */
type StoredComposition = Pick<Composition, 'articles' | 'dashboards'> & { form: IssueForm };

const issueFields = [
  ...(['number', 'subject', 'preheader', 'periodLabel', 'periodFrom', 'periodTo'] as const),
  ...(['publicationDate', 'greeting'] as const),
];
const articleFields = [
  ...(['title', 'kind', 'standfirst', 'body', 'startDate', 'endDate', 'editionNumber', 'place'] as const),
  ...(['governingBody', 'meetingDate', 'chair', 'sourceName', 'sourceUrl', 'author'] as const),
  ...(['callToActionLabel', 'callToActionUrl'] as const),
];

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
      ...(pick(row, issueFields) as IssueForm),
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
      form: pick(dashboard, ['title', 'asOf', 'figures']),
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
  return row === undefined
    ? null
    : (pick(row, ['id', 'name', 'url', 'alternativeText', 'caption', 'width', 'height']) as PictureForm);
}

/** What the form of an article holds. @param row as loaded with `articlePopulate`. Pure. */
export function articleForm(row: Row): ArticleForm {
  return {
    ...(pick(row, articleFields) as ArticleForm),
    images: rowsOf(row['images']).flatMap((file) => pictureOf(file) ?? []),
    imageTexts: rowsOf(row['imageTexts']).map((text) => part(text, ['alternativeText', 'caption'])),
    present: rowsOf(row['present']).map((line) => part(line, ['text'])),
    decisions: rowsOf(row['decisions']).map((line) => part(line, ['text'])),
  };
}

function sectionForm(row: Row): SectionForm {
  const common = pick(row, ['__component', 'id', 'heading']);
  const component = row['__component'] as SectionForm['__component'];
  switch (component) {
    case 'newsletter-section.articles':
      return { ...common, layout: row['layout'], articles: rowsOf(row['articles']).map(idOf) } as SectionForm;
    case 'newsletter-section.dashboard':
      return { ...common, dashboard: rowsOf(row['dashboard']).map(idOf)[0] ?? null } as SectionForm;
    case 'newsletter-section.agenda':
      return { ...common, entries: rowsOf(row['entries']).map(entry) } as SectionForm;
    case 'newsletter-section.text':
      return { ...common, body: row['body'] ?? null } as SectionForm;
    case 'newsletter-section.quote':
      return pick(row, ['__component', 'id', 'text', 'attribution']) as SectionForm;
    case 'newsletter-section.image':
      return {
        ...pick(row, ['__component', 'id', 'url']),
        picture: pictureOf(row['picture']),
      } as SectionForm;
    case 'newsletter-section.links':
      return {
        ...common,
        links: rowsOf(row['links']).map((link) => pick(link, ['id', 'label', 'url', 'note'])),
      } as SectionForm;
  }
}

const entry = (row: Row) => pick(row, ['id', 'title', 'startDate', 'endDate', 'place', 'url']);

/** A component, with the number it is stored under where it has one. */
function part(row: Row, names: readonly string[]): Row {
  return { ...(typeof row['id'] === 'number' && { id: row['id'] }), ...pick(row, names) };
}

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

function once(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}

function idOf(row: Row): string {
  return String(row['documentId']);
}

function revisionOf(row: Row): number {
  return Number(row['revision'] ?? 1);
}

function rowsOf(value: unknown): Row[] {
  return [value ?? []].flat().filter((one): one is Row => typeof one === 'object' && one !== null);
}
