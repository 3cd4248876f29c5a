import type { AnswerOf, NumberRequest, ProposalQuery } from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

/** Making numbers. */
const numbersApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    proposeNumber: build.query<AnswerOf<'proposeNumber'>, ProposalQuery>({
      query: (query) => ask('proposeNumber', { parameters: {}, query }),
      // What is proposed depends on every issue there is.
      keepUnusedDataFor: 0,
    }),
    prepareNumber: build.mutation<AnswerOf<'prepareNumber'>, NumberRequest>({
      query: (body) => ask('prepareNumber', { parameters: {}, body }),
      invalidatesTags: ['DeskIssues'],
    }),
  }),
});

export const { useProposeNumberQuery, usePrepareNumberMutation } = numbersApi;
