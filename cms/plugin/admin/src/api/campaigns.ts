import type { AnswerOf, AskedOf, CampaignRequest, DecisionRequest } from '../../../shared/desk';
import type { CampaignMove } from '../../../shared/lists';
import { ask } from './ask';
import { deskApi } from './desk-api';
import { issuesApi } from './issues';

type DeliveriesQuery = AskedOf<'listDeliveries'>['query'] & { campaignId: string };

type ExclusionsQuery = AskedOf<'listExclusions'>['query'] & { campaignId: string };

const moves = {
  pause: 'pauseCampaign',
  resume: 'resumeCampaign',
  cancel: 'cancelCampaign',
} as const satisfies Record<CampaignMove, string>;

const campaignsApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    createCampaign: build.mutation<AnswerOf<'createCampaign'>, CampaignRequest & { documentId: string }>({
      query: ({ documentId, ...body }) => ask('createCampaign', { parameters: { documentId }, body }),
      invalidatesTags: ['DeskIssues', 'DeskIssue', 'DeskCampaign'],
    }),
    readCampaign: build.query<AnswerOf<'readCampaign'>, string>({
      query: (id) => ask('readCampaign', { parameters: { id } }),
      providesTags: (_, __, id) => [{ type: 'DeskCampaign', id }],
      // The worker moves a campaign and with it the stage of its issue: whoever polls the one sees the other follow.
      onQueryStarted: async (id, { dispatch, queryFulfilled, getCacheEntry }) => {
        const before = getCacheEntry().data?.status;
        const data = await queryFulfilled.then(
          (answer) => answer.data,
          () => null,
        );
        if (data === null) return;
        let hasMoved = before !== undefined && data.status !== before;
        // The answer says where the issues stand: stage and progress on one page change in the same moment.
        for (const { documentId, stage } of data.stages)
          dispatch(
            issuesApi.util.updateQueryData('readIssue', documentId, (issue) => {
              hasMoved ||= issue.stage !== stage;
              issue.stage = stage;
            }),
          );
        if (hasMoved) {
          dispatch(deskApi.util.invalidateTags(['DeskIssues', 'DeskIssue', { type: 'DeskDeliveries', id }]));
        }
      },
    }),
    moveCampaign: build.mutation<AnswerOf<'readCampaign'>, { id: string; move: CampaignMove }>({
      query: ({ id, move }) => ask(moves[move], { parameters: { id } }),
      invalidatesTags: (_, __, { id }) => [
        'DeskIssues',
        'DeskIssue',
        { type: 'DeskCampaign', id },
        { type: 'DeskDeliveries', id },
      ],
    }),
    decideDeliveries: build.mutation<AnswerOf<'decideDeliveries'>, DecisionRequest & { campaignId: string }>({
      query: ({ campaignId: id, ...body }) => ask('decideDeliveries', { parameters: { id }, body }),
      invalidatesTags: (_, __, { campaignId: id }) => [
        'DeskIssues',
        'DeskIssue',
        { type: 'DeskCampaign', id },
        { type: 'DeskDeliveries', id },
      ],
    }),
    listExclusions: build.query<AnswerOf<'listExclusions'>, ExclusionsQuery>({
      query: ({ campaignId: id, ...query }) => ask('listExclusions', { parameters: { id }, query }),
    }),
    listDeliveries: build.query<AnswerOf<'listDeliveries'>, DeliveriesQuery>({
      query: ({ campaignId: id, ...query }) => ask('listDeliveries', { parameters: { id }, query }),
      providesTags: (_, __, { campaignId }) => [{ type: 'DeskDeliveries', id: campaignId }],
    }),
  }),
});

export const {
  useCreateCampaignMutation,
  useReadCampaignQuery,
  useMoveCampaignMutation,
  useDecideDeliveriesMutation,
  useListDeliveriesQuery,
  useListExclusionsQuery,
} = campaignsApi;

/** What is already known of a campaign, without asking the server for it. */
export const useKnownCampaign = campaignsApi.endpoints.readCampaign.useQueryState;
