import type { AnswerOf, AskedOf, LiftRequest, SuppressRequest } from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

const suppressionsApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    listSuppressions: build.query<AnswerOf<'listSuppressions'>, AskedOf<'listSuppressions'>['query']>({
      query: (query) => ask('listSuppressions', { parameters: {}, query }),
      providesTags: ['DeskSuppressions'],
    }),
    suppressAddress: build.mutation<AnswerOf<'suppressAddress'>, SuppressRequest>({
      query: (body) => ask('suppressAddress', { parameters: {}, body }),
      invalidatesTags: ['DeskSuppressions'],
    }),
    liftSuppression: build.mutation<AnswerOf<'liftSuppression'>, LiftRequest & { id: string }>({
      query: ({ id, ...body }) => ask('liftSuppression', { parameters: { id }, body }),
      invalidatesTags: ['DeskSuppressions'],
    }),
    erasePerson: build.mutation<AnswerOf<'erasePerson'>, { address: string; reason: string }>({
      query: (body) => ask('erasePerson', { parameters: {}, body }),
      invalidatesTags: ['DeskSuppressions'],
    }),
  }),
});

export const {
  useErasePersonMutation,
  useListSuppressionsQuery,
  useSuppressAddressMutation,
  useLiftSuppressionMutation,
} = suppressionsApi;
