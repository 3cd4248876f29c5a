import {
  decisions,
  deliveryStates,
  eachDelivery,
  explainDelivery,
  listDeliveries,
  type Delivery,
} from '@nachra/delivery';
import { z } from 'zod';
import type { DeliveryRow } from '../../../shared/desk';
import { deliveriesCsv } from '../campaigns/deliveries-csv';
import { toDetail } from '../campaigns/summaries';
import { deskRoute, type DeskRoute } from './desk-route';
import { Download } from './download';
import { idInput, pageInput, searchInput } from './input';
import type { DeskLanguage } from '../common/words/words-of';
import type { Desk } from './desk';

const idsInput = z.array(idInput).max(500).default([]);
const choiceInput = z.object({ documentId: idInput, listIds: idsInput, segmentIds: idsInput });
const startInput = choiceInput.extend({
  startAt: z.iso
    .datetime({ offset: true })
    .nullable()
    .default(null)
    .transform((instant) => (instant === null ? null : new Date(instant))),
});
const campaignInput = z.object({ id: idInput });
const filterInput = campaignInput.extend({ state: z.enum(deliveryStates).optional(), search: searchInput });
const decisionInput = z.union([
  campaignInput.extend({ decision: z.enum(decisions), deliveryIds: z.array(idInput).min(1).max(1_000) }),
  campaignInput.extend({
    decision: z.enum(decisions),
    state: z.enum(['rejected', 'in-doubt']),
    search: searchInput,
  }),
]);
const deliveriesInput = campaignInput.extend({
  ...pageInput,
  state: z.enum(deliveryStates).optional(),
  search: searchInput,
});

export function campaignRoutes(desk: Desk): DeskRoute[] {
  const { campaigns, ledger } = desk;
  return [
    deskRoute({
      method: 'POST',
      path: '/issues/:documentId/audience',
      action: 'campaign.send',
      input: choiceInput,
      handle: ({ documentId, ...choice }) => campaigns.preview(documentId, choice),
    }),
    deskRoute({
      method: 'POST',
      path: '/issues/:documentId/campaigns',
      action: 'campaign.send',
      input: startInput,
      handle: async ({ documentId, ...request }, person) =>
        toDetail(await campaigns.start(documentId, request, person), desk),
    }),
    deskRoute({
      method: 'GET',
      path: '/campaigns/:id',
      action: 'desk.read',
      input: campaignInput,
      handle: async ({ id }) => toDetail(await campaigns.progress(id), desk),
    }),
    deskRoute({
      method: 'GET',
      path: '/campaigns/:id/deliveries',
      // Addresses of people: for those who may send to them.
      action: 'campaign.send',
      input: deliveriesInput,
      async handle({ id, ...request }, person) {
        await campaigns.progress(id);
        const { rows, total } = await listDeliveries(ledger, id, request);
        const { page, pageSize } = request;
        return { rows: rows.map((delivery) => toRow(delivery, person.language)), page, pageSize, total };
      },
    }),
    deskRoute({
      method: 'GET',
      path: '/campaigns/:id/deliveries.csv',
      action: 'campaign.send',
      input: filterInput,
      async handle({ id, ...filter }, person) {
        const { issueNumber } = await campaigns.progress(id);
        const rows = eachDelivery(ledger, id, filter);
        const name = `envoi-${issueNumber}-${filter.state ?? 'tous'}.csv`;
        return new Download(name, 'text/csv; charset=utf-8', deliveriesCsv(rows, person.language));
      },
    }),
    deskRoute({
      method: 'POST',
      path: '/campaigns/:id/decide',
      action: 'campaign.send',
      input: decisionInput,
      handle: ({ id, decision, ...which }, person) => campaigns.decide(id, decision, which, person),
    }),
    ...(['pause', 'resume', 'cancel'] as const).map((turn) =>
      deskRoute({
        method: 'POST',
        path: `/campaigns/:id/${turn}`,
        action: 'campaign.send',
        input: campaignInput,
        handle: async ({ id }, person) => toDetail(await campaigns[turn](id, person), desk),
      }),
    ),
  ];
}

function toRow(delivery: Delivery, language: DeskLanguage): DeliveryRow {
  const { id, address, language: edition, state, attempts, updatedAt } = delivery;
  const reason = explainDelivery(delivery, language);
  return { id, address, language: edition, state, attempts, reason, updatedAt: updatedAt.toISOString() };
}
