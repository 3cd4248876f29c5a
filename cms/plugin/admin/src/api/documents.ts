import type { AnswerOf, RevisedType } from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

/** What the desk knows of a document whose form is open. */
const documentsApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    listEndings: build.query<AnswerOf<'listEndings'>, { documentId: string; type: RevisedType }>({
      query: ({ documentId, type }) => ask('listEndings', { parameters: { documentId }, query: { type } }),
      // Whatever moves an issue changes what a save would do to it.
      providesTags: ['DeskIssue'],
    }),
    listVersions: build.query<AnswerOf<'listVersions'>, { documentId: string; type: RevisedType }>({
      query: ({ documentId, type }) => ask('listVersions', { parameters: { documentId }, query: { type } }),
      providesTags: ['DeskVersions'],
    }),
    /** What became of a document since a revision. It changes nothing, so it is a query although it is a POST. */
    changesSince: build.query<
      AnswerOf<'compareVersions'>,
      { documentId: string; type: RevisedType; revision: number }
    >({
      query: ({ documentId, type, revision }) =>
        ask('compareVersions', { parameters: { documentId }, body: { type, revision, data: {} } }),
    }),
  }),
});

export const { useChangesSinceQuery, useListEndingsQuery, useListVersionsQuery } = documentsApi;
