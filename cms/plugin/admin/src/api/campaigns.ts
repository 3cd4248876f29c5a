import type {
  CampaignDetail,
  CampaignRequest,
  DecisionRequest,
  DecisionResponse,
  DeliveryRow,
  DeliveryState,
  Page,
} from '../../../shared/desk';
import { deskApi } from './desk-api';

interface DeliveriesQuery {
  campaignId: string;
  state?: DeliveryState;
  search?: string;
  page: number;
  pageSize: number;
}

/** What a person can do with a campaign once it stands. */
export type CampaignTurn = 'pause' | 'resume' | 'cancel';

const campaignsApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    createCampaign: build.mutation<CampaignDetail, CampaignRequest & { documentId: string }>({
      query: ({ documentId, ...data }) => ({
        url: `/newsletter/issues/${documentId}/campaigns`,
        method: 'POST',
        data,
      }),
      invalidatesTags: ['DeskIssues', 'DeskIssue', 'DeskCampaign'],
    }),
    readCampaign: build.query<CampaignDetail, string>({
      query: (id) => `/newsletter/campaigns/${id}`,
      providesTags: (_, __, id) => [{ type: 'DeskCampaign', id }],
      // The worker moves a campaign and with it the stage of its issue: whoever polls the one sees the other follow.
      onQueryStarted: async (id, { dispatch, queryFulfilled, getCacheEntry }) => {
        const before = getCacheEntry().data?.status;
        const after = await queryFulfilled.then(
          ({ data }) => data.status,
          () => before,
        );
        if (before !== undefined && after !== before) {
          dispatch(deskApi.util.invalidateTags(['DeskIssues', 'DeskIssue', { type: 'DeskDeliveries', id }]));
        }
      },
    }),
    turnCampaign: build.mutation<CampaignDetail, { id: string; turn: CampaignTurn }>({
      query: ({ id, turn }) => ({ url: `/newsletter/campaigns/${id}/${turn}`, method: 'POST' }),
      invalidatesTags: (_, __, { id }) => [
        'DeskIssues',
        'DeskIssue',
        { type: 'DeskCampaign', id },
        { type: 'DeskDeliveries', id },
      ],
    }),
    decideDeliveries: build.mutation<DecisionResponse, DecisionRequest & { campaignId: string }>({
      query: ({ campaignId, ...data }) => ({
        url: `/newsletter/campaigns/${campaignId}/decide`,
        method: 'POST',
        data,
      }),
      invalidatesTags: (_, __, { campaignId: id }) => [
        'DeskIssues',
        'DeskIssue',
        { type: 'DeskCampaign', id },
        { type: 'DeskDeliveries', id },
      ],
    }),
    listDeliveries: build.query<Page<DeliveryRow>, DeliveriesQuery>({
      query: ({ campaignId, ...params }) => ({
        url: `/newsletter/campaigns/${campaignId}/deliveries`,
        config: { params },
      }),
      providesTags: (_, __, { campaignId }) => [{ type: 'DeskDeliveries', id: campaignId }],
    }),
  }),
});

export const {
  useCreateCampaignMutation,
  useReadCampaignQuery,
  useTurnCampaignMutation,
  useDecideDeliveriesMutation,
  useListDeliveriesQuery,
} = campaignsApi;

/** What is already known of a campaign, without asking the server for it. */
export const useKnownCampaign = campaignsApi.endpoints.readCampaign.useQueryState;
