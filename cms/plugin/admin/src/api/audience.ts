import type { AudiencePreview, AudienceRequest, ListSummary, SegmentSummary } from '../../../shared/desk';
import { deskApi } from './desk-api';

const audienceApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    listLists: build.query<ListSummary[], void>({ query: () => '/newsletter/lists' }),
    listSegments: build.query<SegmentSummary[], void>({ query: () => '/newsletter/segments' }),
    /** Counts and freezes nothing, so it is a query although it is a POST: its question does not fit a URL. */
    previewAudience: build.query<AudiencePreview, AudienceRequest & { documentId: string }>({
      query: ({ documentId, ...data }) => ({
        url: `/newsletter/issues/${documentId}/audience`,
        method: 'POST',
        data,
      }),
    }),
  }),
});

export const { useListListsQuery, useListSegmentsQuery, usePreviewAudienceQuery } = audienceApi;
