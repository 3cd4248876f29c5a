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
    readSideBySide: build.query<AnswerOf<'readSideBySide'>, string>({
      query: (documentId) => ask('readSideBySide', { parameters: { documentId } }),
      providesTags: ['DeskTranslations'],
      // Another person may have written meanwhile.
      keepUnusedDataFor: 0,
    }),
    listToTranslate: build.query<AnswerOf<'listToTranslate'>, string>({
      query: (documentId) => ask('listToTranslate', { parameters: { documentId } }),
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
  useReadSideBySideQuery,
  useListToTranslateQuery,
  useBeginTranslationMutation,
  useLinkTranslationMutation,
  useSettleTranslationMutation,
} = translationsApi;
