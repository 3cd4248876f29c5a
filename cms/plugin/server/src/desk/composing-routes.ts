import type { Core } from '@strapi/strapi';
import type { Composition } from '../../../shared/desk';
import { uids } from '../../../shared/uids';
import type { Person } from '../common/person';
import { Refusal } from '../common/refusal';
import { pageOfArticles } from '../content/documents/article-catalogue';
import { compositionOf } from '../content/documents/composition';
import { pageOfDashboards } from '../content/documents/dashboard-catalogue';
import { issueUnknown } from '../content/documents/existing-issue';
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
  const [{ form, ...held }, brand, siblings] = await Promise.all([
    compositionOf(strapi, row),
    readBrand(),
    siblingsOf(issues, { documentId, number }),
  ]);
  return {
    title: brand.newsletterTitle ?? '',
    issue: { documentId, number, language, stage, revision, form },
    ...held,
    siblings,
    may: {
      issue: person.mayEdit(uids.issue),
      article: person.mayEdit(uids.article),
      dashboard: person.mayEdit(uids.dashboard),
    },
  };
}
