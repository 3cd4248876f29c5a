import type { AnswerOf, Language } from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

/** An article and its other languages. Whatever changes one changes what the others show. */
const translationsApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    readTranslations: build.query<AnswerOf<'readTranslations'>, string>({
      query: (documentId) => ask('readTranslations', { parameters: { documentId } }),
      providesTags: ['DeskTranslations'],
    }),
    beginTranslation: build.mutation<
      AnswerOf<'beginTranslation'>,
      { documentId: string; language: Language }
    >({
      query: ({ documentId, language }) =>
        ask('beginTranslation', { parameters: { documentId }, body: { language } }),
      invalidatesTags: ['DeskTranslations'],
    }),
    linkTranslation: build.mutation<
      AnswerOf<'linkTranslation'>,
      { documentId: string; original: string | null }
    >({
      query: ({ documentId, original }) =>
        ask('linkTranslation', { parameters: { documentId }, body: { original } }),
      invalidatesTags: ['DeskTranslations', 'DeskIssue'],
    }),
    settleTranslation: build.mutation<
      AnswerOf<'settleTranslation'>,
      { documentId: string; revision: number }
    >({
      query: ({ documentId, revision }) =>
        ask('settleTranslation', { parameters: { documentId }, body: { revision } }),
      invalidatesTags: ['DeskTranslations'],
    }),
  }),
});

export const {
  useReadTranslationsQuery,
  useBeginTranslationMutation,
  useLinkTranslationMutation,
  useSettleTranslationMutation,
} = translationsApi;
