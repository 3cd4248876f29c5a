import type { AnswerOf, AskedOf } from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

/** The words of the house. One that is added is a finding less wherever it stands. */
const spellingApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    suggestWords: build.query<AnswerOf<'suggestWords'>, NonNullable<AskedOf<'suggestWords'>['body']>>({
      query: (body) => ask('suggestWords', { parameters: {}, body }),
      keepUnusedDataFor: 0,
    }),
    addWord: build.mutation<AnswerOf<'addWord'>, NonNullable<AskedOf<'addWord'>['body']>>({
      query: (body) => ask('addWord', { parameters: {}, body }),
      invalidatesTags: ['DeskIssue', 'DeskPreview'],
    }),
  }),
});

export const { useSuggestWordsQuery, useAddWordMutation } = spellingApi;
