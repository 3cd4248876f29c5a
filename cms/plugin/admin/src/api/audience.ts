import type { AnswerOf, AudienceRequest } from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

const audienceApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    listLists: build.query<AnswerOf<'listLists'>, void>({
      query: () => ask('listLists', { parameters: {} }),
    }),
    listSegments: build.query<AnswerOf<'listSegments'>, void>({
      query: () => ask('listSegments', { parameters: {} }),
    }),
    /** Counts and freezes nothing, so it is a query although it is a POST: its question does not fit a URL. */
    previewAudience: build.query<AnswerOf<'previewAudience'>, AudienceRequest & { documentId: string }>({
      query: ({ documentId, ...body }) => ask('previewAudience', { parameters: { documentId }, body }),
    }),
  }),
});

export const { useListListsQuery, useListSegmentsQuery, usePreviewAudienceQuery } = audienceApi;
