import {
  explainSuppression,
  liftSuppression,
  listSuppressions,
  normaliseAddress,
  suppress,
  type Suppression,
} from '@nachra/delivery';
import type { SuppressionRow } from '../../../shared/desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { actorOf } from '../common/journal';
import { Refusal } from '../common/refusal';
import type { DeskLanguage } from '../common/words/words-of';
import type { Desk } from './desk';

export function suppressionRoutes({ ledger, now, witness }: Desk): DeskRoute[] {
  return [
    deskRoute('listSuppressions', async ({ query }, { language }) => {
      const { rows, total } = await listSuppressions(ledger, query);
      const { page, pageSize } = query;
      return { rows: rows.map((row) => toRow(row, language)), page, pageSize, total };
    }),
    deskRoute('suppressAddress', async ({ body }, person) => {
      const address = normaliseAddress(body.address);
      if (address === null) throw new Refusal('ADDRESS_INVALID', { address: body.address });
      await suppress(ledger, {
        address,
        reason: 'suppressed-by-hand',
        source: 'desk',
        by: actorOf(person),
        now: now(),
      });
      await witness();
      const { rows } = await listSuppressions(ledger, { search: address, page: 1, pageSize: 100 });
      const row = rows.find((suppression) => suppression.address === address.toLowerCase());
      if (!row) throw new Refusal('SUPPRESSION_UNKNOWN', {});
      return toRow(row, person.language);
    }),
    deskRoute('liftSuppression', async ({ parameters: { id }, body }, person) => {
      const lifted = await liftSuppression(ledger, { id, by: actorOf(person), ...body, now: now() });
      if (!lifted) throw new Refusal('SUPPRESSION_UNKNOWN', {});
      await witness();
      return { lifted: true };
    }),
  ];
}

function toRow(
  { id, address, reason, source, madeBy, why, createdAt }: Suppression,
  language: DeskLanguage,
): SuppressionRow {
  const said = why === null ? null : explainSuppression(why, language);
  return { id, address, reason, source, madeBy, why: said, createdAt: createdAt.toISOString() };
}
