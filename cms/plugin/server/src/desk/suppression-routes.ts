import {
  explainSuppression,
  liftSuppression,
  listSuppressions,
  normaliseAddress,
  suppress,
  type Suppression,
} from '@nachra/delivery';
import { z } from 'zod';
import type { SuppressionRow } from '../../../shared/desk';
import { deskRoute, type DeskRoute } from './desk-route';
import { idInput, pageInput, searchInput } from './input';
import { Refusal } from '../common/refusal';
import type { DeskLanguage } from '../common/words/words-of';
import type { Desk } from './desk';

export function suppressionRoutes({ ledger, now }: Desk): DeskRoute[] {
  return [
    deskRoute({
      method: 'GET',
      path: '/suppressions',
      action: 'audience.manage',
      input: z.object({ ...pageInput, search: searchInput }),
      async handle(request, { language }) {
        const { rows, total } = await listSuppressions(ledger, request);
        return {
          rows: rows.map((row) => toRow(row, language)),
          page: request.page,
          pageSize: request.pageSize,
          total,
        };
      },
    }),
    deskRoute({
      method: 'POST',
      path: '/suppressions',
      action: 'audience.manage',
      input: z.object({ address: z.string() }),
      async handle({ address: written }, person) {
        const address = normaliseAddress(written);
        if (address === null) throw new Refusal('ADDRESS_INVALID', 400, (words) => words.addressInvalid());
        await suppress(ledger, { address, reason: 'suppressed-by-hand', source: person.name, now: now() });
        const { rows } = await listSuppressions(ledger, { search: address, page: 1, pageSize: 100 });
        const row = rows.find((suppression) => suppression.address === address.toLowerCase());
        if (!row) throw new Refusal('SUPPRESSION_UNKNOWN', 404, (words) => words.suppressionUnknown());
        return toRow(row, person.language);
      },
    }),
    deskRoute({
      method: 'POST',
      path: '/suppressions/:id/lift',
      action: 'audience.manage',
      input: z.object({ id: idInput }),
      async handle({ id }, person) {
        const lifted = await liftSuppression(ledger, { id, by: person.name, now: now() });
        if (!lifted) throw new Refusal('SUPPRESSION_UNKNOWN', 404, (words) => words.suppressionUnknown());
        return { lifted: true };
      },
    }),
  ];
}

function toRow(
  { id, address, reason, source, why, createdAt }: Suppression,
  language: DeskLanguage,
): SuppressionRow {
  const said = why === null ? null : explainSuppression(why, language);
  return { id, address, reason, source, why: said, createdAt: createdAt.toISOString() };
}
