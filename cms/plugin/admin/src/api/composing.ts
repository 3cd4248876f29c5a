import type { AnswerOf, AskedOf } from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

/** The composer's part of the request cache. */
const composingApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    readComposition: build.query<AnswerOf<'readComposition'>, string>({
      query: (documentId) => ask('readComposition', { parameters: { documentId } }),
      providesTags: (_, __, documentId) => [{ type: 'DeskIssue', id: documentId }],
      // Another person may have written meanwhile.
      keepUnusedDataFor: 0,
    }),
    listArticles: build.query<AnswerOf<'listArticles'>, AskedOf<'listArticles'>['query']>({
      query: (query) => ask('listArticles', { parameters: {}, query }),
      keepUnusedDataFor: 0,
    }),
    listDashboards: build.query<AnswerOf<'listDashboards'>, AskedOf<'listDashboards'>['query']>({
      query: (query) => ask('listDashboards', { parameters: {}, query }),
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useReadCompositionQuery, useListArticlesQuery, useListDashboardsQuery } = composingApi;
