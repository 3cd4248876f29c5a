import type { AnswerOf, AskedOf, CampaignRequest, DecisionRequest } from '../../../shared/desk';
import type { CampaignMove } from '../../../shared/lists';
import { campaignFromIssue, issueFromCampaign } from '../model/in-step';
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
        for (const { documentId } of data.stages)
          dispatch(
            issuesApi.util.updateQueryData('readIssue', documentId, (issue) => {
              hasMoved = issueFromCampaign(issue, data) || hasMoved;
            }),
          );
        if (hasMoved) {
          dispatch(deskApi.util.invalidateTags(['DeskIssues', 'DeskIssue', { type: 'DeskDeliveries', id }]));
        }
      },
    }),
    moveCampaign: build.mutation<AnswerOf<'readCampaign'>, { id: string; move: CampaignMove }>({
      query: ({ id, move }) => ask(moves[move], { parameters: { id } }),
      onQueryStarted: async ({ id }, { dispatch, queryFulfilled }) => {
        const campaign = (await queryFulfilled.catch(() => null))?.data;
        if (campaign === undefined) return;
        dispatch(campaignsApi.util.updateQueryData('readCampaign', id, () => campaign));
        for (const { documentId } of campaign.stages)
          dispatch(
            issuesApi.util.updateQueryData(
              'readIssue',
              documentId,
              (issue) => void issueFromCampaign(issue, campaign),
            ),
          );
      },
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

type Change =
  ReturnType<typeof campaignsApi.util.updateQueryData> | ReturnType<typeof issuesApi.util.updateQueryData>;

/** As far as a request of the cache tells whoever follows it. */
interface Answered<Answer> {
  dispatch: (change: Change) => unknown;
  queryFulfilled: Promise<{ data: Answer }>;
}

type IssueAnswered = Answered<AnswerOf<'readIssue'>>;

/** What follows the campaigns of an issue changes in the same moment as the issue that was read. */
async function issueRead(_: unknown, { dispatch, queryFulfilled }: IssueAnswered): Promise<void> {
  const issue = (await queryFulfilled.catch(() => null))?.data;
  for (const { id } of issue?.campaigns ?? [])
    dispatch(
      campaignsApi.util.updateQueryData(
        'readCampaign',
        id,
        (campaign) => issue && campaignFromIssue(campaign, issue),
      ),
    );
}

/** The same of an issue that a person has just moved: the answer is shown at once, and need not be asked for. */
async function issueMoved(_: unknown, { dispatch, queryFulfilled }: IssueAnswered): Promise<void> {
  const issue = (await queryFulfilled.catch(() => null))?.data;
  if (issue !== undefined)
    dispatch(issuesApi.util.updateQueryData('readIssue', issue.documentId, () => issue));
  await issueRead(_, { dispatch, queryFulfilled });
}

const moved = { onQueryStarted: issueMoved };
issuesApi.enhanceEndpoints({
  endpoints: {
    readIssue: { onQueryStarted: issueRead },
    submitIssue: moved,
    sendBackIssue: moved,
    withdrawIssue: moved,
    approveIssue: moved,
    correctIssue: moved,
    uncorrectIssue: moved,
  },
});

/** What is already known of a campaign, without asking the server for it. */
export const useKnownCampaign = campaignsApi.endpoints.readCampaign.useQueryState;
