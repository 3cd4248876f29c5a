import { eachDelivery, explainDelivery, listDeliveries, type Delivery } from '@nachra/delivery';
import type { DeliveryRow } from '../../../shared/desk';
import { deliveriesCsv, deliveriesFileName } from '../campaigns/progress/deliveries-csv';
import { toDetail } from '../campaigns/progress/summaries';
import { actorOf } from '../common/journal';
import { exclusionsOf } from './exclusion-rows';
import { deskRoute, Download, type DeskRoute } from './desk-route';
import type { DeskLanguage } from '../common/words/words-of';
import type { Desk } from './desk';

export function campaignRoutes(desk: Desk): DeskRoute[] {
  const { campaigns, journal, ledger } = desk;
  return [
    deskRoute('createCampaign', async ({ parameters, body: { startAt, ...choice } }, person) => {
      const request = { ...choice, startAt: startAt === null ? null : new Date(startAt) };
      return toDetail(await campaigns.start(parameters.documentId, request, person), desk);
    }),
    deskRoute('readCampaign', async ({ parameters: { id } }) => toDetail(await campaigns.progress(id), desk)),
    deskRoute('listDeliveries', async ({ parameters: { id }, query }, person) => {
      await campaigns.progress(id);
      const { rows, total } = await listDeliveries(ledger, id, query);
      const { page, pageSize } = query;
      return { rows: rows.map((delivery) => toRow(delivery, person.language)), page, pageSize, total };
    }),
    deskRoute('listExclusions', async ({ parameters: { id }, query }) => {
      await campaigns.progress(id);
      return exclusionsOf(desk, id, query);
    }),
    deskRoute('downloadDeliveries', async ({ parameters: { id }, query }, person) => {
      const { issueNumber } = await campaigns.progress(id);
      await journal.record({
        name: 'export.made',
        by: actorOf(person),
        number: issueNumber,
        campaign: id,
        data: { what: 'deliveries', state: query.state ?? null, searched: query.search !== undefined },
      });
      const rows = eachDelivery(ledger, id, query);
      const name = deliveriesFileName(issueNumber, query.state, person.language);
      return new Download(name, 'text/csv; charset=utf-8', deliveriesCsv(rows, person.language));
    }),
    deskRoute('decideDeliveries', ({ parameters: { id }, body: { decision, ...which } }, person) =>
      campaigns.decide(id, decision, which, person),
    ),
    deskRoute('pauseCampaign', async ({ parameters: { id } }, person) =>
      toDetail(await campaigns.pause(id, person), desk),
    ),
    deskRoute('resumeCampaign', async ({ parameters: { id } }, person) =>
      toDetail(await campaigns.resume(id, person), desk),
    ),
    deskRoute('cancelCampaign', async ({ parameters: { id } }, person) =>
      toDetail(await campaigns.cancel(id, person), desk),
    ),
  ];
}

function toRow(delivery: Delivery, language: DeskLanguage): DeliveryRow {
  const { id, address, language: edition, state, attempts, updatedAt } = delivery;
  const reason = explainDelivery(delivery, language);
  return { id, address, language: edition, state, attempts, reason, updatedAt: updatedAt.toISOString() };
}
