import type { AnswerOf } from '../../../shared/desk';
import { type holdChoices, type lostChoices } from '../../../shared/hold-lists';
import { ask } from './ask';
import { deskApi } from './desk-api';

const changed = ['DeskHolds', 'DeskIssues', 'DeskIssue', 'DeskCampaign', 'DeskDeliveries'] as const;

const holdsApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    readHolds: build.query<AnswerOf<'readHolds'>, void>({
      query: () => ask('readHolds', { parameters: {} }),
      providesTags: ['DeskHolds'],
    }),
    decideHold: build.mutation<AnswerOf<'decideHold'>, { id: string; choice: (typeof holdChoices)[number] }>({
      query: ({ id, choice }) => ask('decideHold', { parameters: { id }, body: { choice } }),
      invalidatesTags: [...changed],
    }),
    decideLostSend: build.mutation<
      AnswerOf<'decideLostSend'>,
      { documentId: string; choice: (typeof lostChoices)[number] }
    >({
      query: ({ documentId, choice }) =>
        ask('decideLostSend', { parameters: { documentId }, body: { choice } }),
      invalidatesTags: [...changed],
    }),
    releaseHold: build.mutation<AnswerOf<'releaseHold'>, void>({
      query: () => ask('releaseHold', { parameters: {}, body: {} }),
      invalidatesTags: [...changed],
    }),
  }),
});

export const { useReadHoldsQuery, useDecideHoldMutation, useDecideLostSendMutation, useReleaseHoldMutation } =
  holdsApi;
