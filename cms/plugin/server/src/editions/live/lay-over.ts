import type { Core } from '@strapi/strapi';
import type { RequestOf, PictureForm, SectionForm } from '../../../../shared/desk';
import { uids } from '../../../../shared/uids';
import { articlePopulate } from '../../content/documents/article';
import { idOf, rowsOf, type Row } from '../../content/documents/stored-rows';

/** What is typed and not saved: see `forms.ts` of the wire contract. */
export type Overlays = Pick<RequestOf<'showLive'>['body'], 'issue' | 'articles' | 'dashboards'>;

/** What a form names and does not hold. */
interface Named {
  articles: ReadonlyMap<string, Row>;
  dashboards: ReadonlyMap<string, Row>;
  pictures: ReadonlyMap<number, Row>;
}

/**
 * A row of an issue as it would be read if what is typed were saved: its sections, articles and dashboards with their overlays over
 * them. Stores nothing.
 *
 * @param stored as `draftRow` of the issue store gives it
 */
export async function layOver(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  stored: Row,
  overlays: Overlays,
): Promise<Row> {
  const named = await readNamed(strapi, stored, overlays);
  const { sections, cover, number, ...fields } = overlays.issue;
  const composed = sections?.map((section) => sectionRow(section, named)) ?? sectionsOf(stored);
  return {
    ...stored,
    ...fields,
    // Without a number there would be no mail.
    ...(typeof number === 'number' && { number }),
    ...(cover !== undefined && { cover: pictureRow(cover, named) }),
    sections: composed.map((section) => overlaid(section, overlays, named)),
  };
}

/** A row of an article as it would be read if its form were saved, whose pictures are looked up; nothing stored is in it. */
export async function articleRow(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  documentId: string,
  { images, ...fields }: Overlays['articles'][string],
): Promise<Row> {
  const pictures = await picturesOf(
    strapi,
    (images ?? []).map(({ id }) => id),
  );
  return { documentId, ...fields, images: (images ?? []).flatMap(({ id }) => pictures.get(id) ?? []) };
}

/** Articles that the stored issue does not contain: whoever asks for them has to be allowed to read them. Pure. */
function strangeArticles(stored: Row, { issue }: Overlays): string[] {
  const known = new Set(articlesOf(stored).map(idOf));
  return articlesNamed(issue.sections ?? []).filter((documentId) => !known.has(documentId));
}

function sectionRow(section: SectionForm, named: Named): Row {
  if (section.__component === 'newsletter-section.articles')
    return { ...section, articles: section.articles.flatMap((id) => named.articles.get(id) ?? []) };
  if (section.__component === 'newsletter-section.dashboard')
    return {
      ...section,
      dashboard: section.dashboard ? (named.dashboards.get(section.dashboard) ?? null) : null,
    };
  if (section.__component === 'newsletter-section.image')
    return { ...section, picture: pictureRow(section.picture, named) };
  return { ...section };
}

function overlaid(section: Row, { articles, dashboards }: Overlays, named: Named): Row {
  if (section['__component'] === 'newsletter-section.articles')
    return {
      ...section,
      articles: rowsOf(section['articles']).map((article) => {
        const { images, ...fields } = articles[idOf(article)] ?? {};
        const pictures = images && { images: images.flatMap((one) => pictureRow(one, named) ?? []) };
        return { ...article, ...fields, ...pictures };
      }),
    };
  const [dashboard] = rowsOf(section['dashboard']);
  return dashboard ? { ...section, dashboard: { ...dashboard, ...dashboards[idOf(dashboard)] } } : section;
}

function pictureRow(picture: PictureForm | null | undefined, { pictures }: Named): Row | null {
  return picture ? (pictures.get(picture.id) ?? null) : null;
}

async function readNamed(
  strapi: Pick<Core.Strapi, 'documents' | 'db'>,
  stored: Row,
  overlays: Overlays,
): Promise<Named> {
  const sections = overlays.issue.sections ?? [];
  const ids = [
    ...[overlays.issue.cover, ...sections.map((section) => ('picture' in section ? section.picture : null))],
    ...Object.values(overlays.articles).flatMap(({ images }) => images ?? []),
  ].flatMap((picture) => picture?.id ?? []);
  const strange = strangeArticles(stored, overlays);
  const dashboardIds = sections.flatMap((section) =>
    section.__component === 'newsletter-section.dashboard' ? (section.dashboard ?? []) : [],
  );
  const [articles, dashboards, pictures] = await Promise.all([
    strange.length === 0
      ? []
      : strapi.documents(uids.article).findMany({
          filters: { documentId: { $in: strange } },
          populate: articlePopulate,
          status: 'draft',
          limit: -1,
        }),
    dashboardIds.length === 0
      ? []
      : strapi
          .documents(uids.dashboard)
          .findMany({ filters: { documentId: { $in: dashboardIds } }, limit: -1 }),
    picturesOf(strapi, ids),
  ]);
  const rows = [...articlesOf(stored), ...(articles as Row[])];
  return {
    articles: new Map(rows.map((row) => [idOf(row), row])),
    dashboards: new Map((dashboards as Row[]).map((row) => [idOf(row), row])),
    pictures,
  };
}

async function picturesOf(
  { db }: Pick<Core.Strapi, 'db'>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Row>> {
  if (ids.length === 0) return new Map();
  const found = await db.query('plugin::upload.file').findMany({ where: { id: { $in: [...ids] } } });
  return new Map((found as Row[]).map((row) => [Number(row['id']), row]));
}

function articlesOf(stored: Row): Row[] {
  return sectionsOf(stored).flatMap((section) => rowsOf(section['articles']));
}

function sectionsOf(stored: Row): Row[] {
  return rowsOf(stored['sections']);
}

function articlesNamed(sections: readonly SectionForm[]): string[] {
  return sections.flatMap((section) =>
    section.__component === 'newsletter-section.articles' ? section.articles : [],
  );
}
