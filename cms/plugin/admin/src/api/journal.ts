import type { AnswerOf, AskedOf } from '../../../shared/desk';
import { ask } from './ask';
import { deskApi } from './desk-api';

const journalApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    listJournal: build.query<AnswerOf<'listJournal'>, AskedOf<'listJournal'>['query']>({
      query: (query) => ask('listJournal', { parameters: {}, query }),
      providesTags: ['DeskJournal'],
    }),
    listJournalPeople: build.query<AnswerOf<'listJournalPeople'>, void>({
      query: () => ask('listJournalPeople', { parameters: {} }),
      providesTags: ['DeskJournal'],
    }),
  }),
});

export const { useListJournalQuery, useListJournalPeopleQuery } = journalApi;
