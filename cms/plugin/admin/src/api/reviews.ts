import type { AnswerOf, AskedOf, CommentRequest } from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

type OfIssue<Body> = Body & { documentId: string };

/** Reviews, what is said in them, and the mails about them. */
const reviewsApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    listReviewers: build.query<AnswerOf<'listReviewers'>, string>({
      query: (documentId) => ask('listReviewers', { parameters: { documentId } }),
      keepUnusedDataFor: 0,
    }),
    listComments: build.query<AnswerOf<'listComments'>, string>({
      query: (documentId) => ask('listComments', { parameters: { documentId } }),
      providesTags: (_, __, documentId) => [{ type: 'DeskComments', id: documentId }],
    }),
    writeComment: build.mutation<AnswerOf<'writeComment'>, OfIssue<CommentRequest>>({
      query: ({ documentId, ...body }) => ask('writeComment', { parameters: { documentId }, body }),
      invalidatesTags: (_, __, { documentId }) => commented(documentId),
    }),
    settleComment: build.mutation<
      AnswerOf<'settleComment'>,
      OfIssue<AskedOf<'settleComment'>['body'] & { id: number }>
    >({
      query: ({ documentId, id, isSettled }) =>
        ask('settleComment', { parameters: { documentId, id: String(id) }, body: { isSettled } }),
      invalidatesTags: (_, __, { documentId }) => commented(documentId),
    }),
    readEarlierEdition: build.query<AnswerOf<'readEarlierEdition'>, string>({
      query: (documentId) => ask('readEarlierEdition', { parameters: { documentId } }),
      providesTags: (_, __, documentId) => [{ type: 'DeskPreview', id: documentId }],
    }),
    listInvitations: build.query<AnswerOf<'listInvitations'>, void>({
      query: () => ask('listInvitations', { parameters: {} }),
      providesTags: ['DeskInvitations'],
    }),
    sendInvitation: build.mutation<AnswerOf<'sendInvitation'>, number>({
      query: (id) => ask('sendInvitation', { parameters: { id: String(id) } }),
      invalidatesTags: ['DeskInvitations'],
    }),
    readNoticeChoice: build.query<AnswerOf<'readNoticeChoice'>, void>({
      query: () => ask('readNoticeChoice', { parameters: {} }),
      providesTags: ['DeskNotices'],
    }),
    chooseNotices: build.mutation<AnswerOf<'chooseNotices'>, AnswerOf<'chooseNotices'>>({
      query: (body) => ask('chooseNotices', { parameters: {}, body }),
      invalidatesTags: ['DeskNotices'],
    }),
  }),
});

const commented = (documentId: string) => [
  { type: 'DeskComments' as const, id: documentId },
  // The issue says how many are open.
  { type: 'DeskIssue' as const, id: documentId },
];

export const {
  useListReviewersQuery,
  useListCommentsQuery,
  useWriteCommentMutation,
  useSettleCommentMutation,
  useReadEarlierEditionQuery,
  useListInvitationsQuery,
  useSendInvitationMutation,
  useReadNoticeChoiceQuery,
  useChooseNoticesMutation,
} = reviewsApi;
