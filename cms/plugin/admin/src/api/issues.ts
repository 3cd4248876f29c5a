import type {
  ApproveRequest,
  EditionPreview,
  IssueDetail,
  IssueSummary,
  Page,
  TestSendRequest,
  TestSendResponse,
} from '../../../shared/desk';
import { deskApi } from './desk-api';

type OfIssue<Body> = Body & { documentId: string };

export interface PageQuery {
  page: number;
  pageSize: number;
}

const changedIssue = (documentId: string) => [
  'DeskIssues' as const,
  { type: 'DeskIssue' as const, id: documentId },
  { type: 'DeskPreview' as const, id: documentId },
];

const issuesApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    listIssues: build.query<Page<IssueSummary>, PageQuery>({
      query: (params) => ({ url: '/newsletter/issues', config: { params } }),
      providesTags: ['DeskIssues'],
    }),
    readIssue: build.query<IssueDetail, string>({
      query: (documentId) => `/newsletter/issues/${documentId}`,
      providesTags: (_, __, documentId) => [{ type: 'DeskIssue', id: documentId }],
    }),
    previewIssue: build.query<EditionPreview, string>({
      query: (documentId) => `/newsletter/issues/${documentId}/preview`,
      providesTags: (_, __, documentId) => [{ type: 'DeskPreview', id: documentId }],
    }),
    submitIssue: build.mutation<IssueDetail, string>({
      query: (documentId) => ({ url: `/newsletter/issues/${documentId}/submit`, method: 'POST' }),
      invalidatesTags: (_, __, documentId) => changedIssue(documentId),
    }),
    withdrawIssue: build.mutation<IssueDetail, string>({
      query: (documentId) => ({ url: `/newsletter/issues/${documentId}/withdraw`, method: 'POST' }),
      invalidatesTags: (_, __, documentId) => changedIssue(documentId),
    }),
    approveIssue: build.mutation<IssueDetail, OfIssue<ApproveRequest>>({
      query: ({ documentId, ...data }) => ({
        url: `/newsletter/issues/${documentId}/approve`,
        method: 'POST',
        data,
      }),
      // Refused or not: a refusal for a changed edition means that what is shown here is old.
      invalidatesTags: (_, __, { documentId }) => changedIssue(documentId),
    }),
    sendTest: build.mutation<TestSendResponse, OfIssue<TestSendRequest>>({
      query: ({ documentId, ...data }) => ({
        url: `/newsletter/issues/${documentId}/test`,
        method: 'POST',
        data,
      }),
    }),
  }),
});

/** What is known of a page of issues already, without asking the server. */
export const useKnownIssues = issuesApi.endpoints.listIssues.useQueryState;

export const {
  useListIssuesQuery,
  useReadIssueQuery,
  usePreviewIssueQuery,
  useSubmitIssueMutation,
  useWithdrawIssueMutation,
  useApproveIssueMutation,
  useSendTestMutation,
} = issuesApi;
