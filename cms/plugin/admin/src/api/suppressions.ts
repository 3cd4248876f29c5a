import type { Page, SuppressRequest, SuppressionRow } from '../../../shared/desk';
import { deskApi } from './desk-api';

interface SuppressionsQuery {
  search?: string;
  page: number;
  pageSize: number;
}

const suppressionsApi = deskApi.injectEndpoints({
  endpoints: (build) => ({
    listSuppressions: build.query<Page<SuppressionRow>, SuppressionsQuery>({
      query: (params) => ({ url: '/newsletter/suppressions', config: { params } }),
      providesTags: ['DeskSuppressions'],
    }),
    suppressAddress: build.mutation<SuppressionRow, SuppressRequest>({
      query: (data) => ({ url: '/newsletter/suppressions', method: 'POST', data }),
      invalidatesTags: ['DeskSuppressions'],
    }),
    liftSuppression: build.mutation<{ lifted: true }, string>({
      query: (id) => ({ url: `/newsletter/suppressions/${id}/lift`, method: 'POST' }),
      invalidatesTags: ['DeskSuppressions'],
    }),
  }),
});

export const { useListSuppressionsQuery, useSuppressAddressMutation, useLiftSuppressionMutation } =
  suppressionsApi;
