import { dashboardSchema, tileTexts } from '@nachra/renderer';
import type { Core } from '@strapi/strapi';
import type { Composition } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { figuresIn } from '../content/figures/figures-in';
import { pageOfArticles } from '../content/documents/article-catalogue';
import { compositionOf } from '../content/documents/composition';
import { pageOfDashboards } from '../content/documents/dashboard-catalogue';
import { issueUnknown } from '../content/documents/existing-issue';
import { usualKindsBefore } from '../content/documents/usual-kinds';
import type { Desk } from './desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { siblingsOf } from './issue-detail';
import { openLiveDocument } from './live-document';
import { openLiveMail } from './live-mail';
import { openLiveTurns } from './live-turns';

/** What the composer reads; what it writes goes the way of the content manager's forms. */
export function composingRoutes(strapi: Core.Strapi, desk: Desk): DeskRoute[] {
  const inTurn = openLiveTurns();
  const showLive = openLiveMail(desk, inTurn);
  const showLiveDocument = openLiveDocument(strapi, desk, inTurn);
  return [
    deskRoute('readComposition', ({ parameters: { documentId } }, person) =>
      compositionFor(strapi, desk, documentId, person),
    ),
    deskRoute('showLive', ({ parameters: { documentId }, body }, person) =>
      showLive(documentId, body, person),
    ),
    deskRoute('showLiveDocument', ({ body }, person) => showLiveDocument(body, person)),
    deskRoute('listArticles', ({ query }, person) => {
      if (!person.mayRead(uids.article, 'title')) throw new Refusal('DOCUMENT_FORBIDDEN', {});
      return pageOfArticles(strapi, query, desk.defaultLanguage);
    }),
    deskRoute('listDashboards', ({ query }, person) => {
      if (!person.mayRead(uids.dashboard, 'title')) throw new Refusal('DOCUMENT_FORBIDDEN', {});
      return pageOfDashboards(strapi, query);
    }),
    deskRoute('showTiles', ({ body: { language, dashboard } }) => {
      const { title, figures } = figuresIn(dashboard.figures, dashboard.title, language);
      const read = dashboardSchema.safeParse({ ...figures, title, asOf: dashboard.asOf });
      return { tiles: read.success ? tileTexts(read.data, language) : null };
    }),
  ];
}

async function compositionFor(
  strapi: Core.Strapi,
  { issues, readBrand }: Desk,
  documentId: string,
  person: Person,
): Promise<Composition> {
  const row = await issues.draftRow(documentId);
  if (row === null) throw issueUnknown();
  const { number, language, stage, revision } = issues.read(row);
  const [{ form, ...held }, brand, siblings, usualKinds] = await Promise.all([
    compositionOf(strapi, row),
    readBrand(),
    siblingsOf(issues, { documentId, number }),
    usualKindsBefore(strapi, { number, language }),
  ]);
  return {
    title: brand.newsletterTitle ?? '',
    issue: { documentId, number, language, stage, revision, form },
    ...held,
    siblings,
    usualKinds,
    may: {
      issue: person.mayEdit(uids.issue),
      article: person.mayEdit(uids.article),
      dashboard: person.mayEdit(uids.dashboard),
    },
  };
}
