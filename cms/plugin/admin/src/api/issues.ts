import type {
  AllClearRequest,
  AnswerOf,
  ApproveRequest,
  AskedOf,
  CorrectRequest,
  ReviewAsk,
  SetAsideRequest,
  TestSendRequest,
} from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

type OfIssue<Body> = Body & { documentId: string };

const changedIssue = (documentId: string) => [
  'DeskIssues' as const,
  { type: 'DeskIssue' as const, id: documentId },
  { type: 'DeskPreview' as const, id: documentId },
  'DeskCampaign' as const,
];

/** The issues' part of the request cache. */
export const issuesApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    listIssues: build.query<AnswerOf<'listIssues'>, AskedOf<'listIssues'>['query']>({
      query: (query) => ask('listIssues', { parameters: {}, query }),
      providesTags: ['DeskIssues'],
    }),
    readIssue: build.query<AnswerOf<'readIssue'>, string>({
      query: (documentId) => ask('readIssue', { parameters: { documentId } }),
      providesTags: (_, __, documentId) => [{ type: 'DeskIssue', id: documentId }],
    }),
    previewIssue: build.query<AnswerOf<'previewIssue'>, string>({
      query: (documentId) => ask('previewIssue', { parameters: { documentId } }),
      providesTags: (_, __, documentId) => [{ type: 'DeskPreview', id: documentId }],
    }),
    submitIssue: build.mutation<AnswerOf<'submitIssue'>, OfIssue<ReviewAsk>>({
      query: ({ documentId, ...body }) => ask('submitIssue', { parameters: { documentId }, body }),
      invalidatesTags: (_, __, { documentId }) => changedIssue(documentId),
    }),
    giveAllClear: build.mutation<AnswerOf<'giveAllClear'>, OfIssue<AllClearRequest>>({
      query: ({ documentId, ...body }) => ask('giveAllClear', { parameters: { documentId }, body }),
      // Refused or not: a refusal says that what is shown here is old.
      invalidatesTags: (_, __, { documentId }) => changedIssue(documentId),
    }),
    sendBackIssue: build.mutation<AnswerOf<'sendBackIssue'>, OfIssue<{ reason: string }>>({
      query: ({ documentId, ...body }) => ask('sendBackIssue', { parameters: { documentId }, body }),
      invalidatesTags: (_, __, { documentId }) => changedIssue(documentId),
    }),
    withdrawIssue: build.mutation<AnswerOf<'withdrawIssue'>, string>({
      query: (documentId) => ask('withdrawIssue', { parameters: { documentId } }),
      invalidatesTags: (_, __, documentId) => changedIssue(documentId),
    }),
    approveIssue: build.mutation<AnswerOf<'approveIssue'>, OfIssue<ApproveRequest>>({
      query: ({ documentId, ...body }) => ask('approveIssue', { parameters: { documentId }, body }),
      // Refused or not: a refusal for a changed edition means that what is shown here is old.
      invalidatesTags: (_, __, { documentId }) => changedIssue(documentId),
    }),
    correctIssue: build.mutation<AnswerOf<'correctIssue'>, OfIssue<CorrectRequest>>({
      query: ({ documentId, ...body }) => ask('correctIssue', { parameters: { documentId }, body }),
      invalidatesTags: (_, __, { documentId }) => changedIssue(documentId),
    }),
    uncorrectIssue: build.mutation<AnswerOf<'uncorrectIssue'>, string>({
      query: (documentId) => ask('uncorrectIssue', { parameters: { documentId } }),
      invalidatesTags: (_, __, documentId) => changedIssue(documentId),
    }),
    setFindingAside: build.mutation<AnswerOf<'setFindingAside'>, OfIssue<SetAsideRequest>>({
      query: ({ documentId, ...body }) => ask('setFindingAside', { parameters: { documentId }, body }),
      invalidatesTags: (_, __, { documentId }) => [{ type: 'DeskIssue', id: documentId }],
    }),
    takeFindingUp: build.mutation<AnswerOf<'takeFindingUp'>, OfIssue<{ id: number }>>({
      query: ({ documentId, id }) => ask('takeFindingUp', { parameters: { documentId, id: String(id) } }),
      invalidatesTags: (_, __, { documentId }) => [{ type: 'DeskIssue', id: documentId }],
    }),
    sendTest: build.mutation<AnswerOf<'sendTest'>, OfIssue<TestSendRequest>>({
      query: ({ documentId, ...body }) => ask('sendTest', { parameters: { documentId }, body }),
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
  useGiveAllClearMutation,
  useSendBackIssueMutation,
  useWithdrawIssueMutation,
  useApproveIssueMutation,
  useCorrectIssueMutation,
  useUncorrectIssueMutation,
  useSetFindingAsideMutation,
  useTakeFindingUpMutation,
  useSendTestMutation,
} = issuesApi;
