import { planAudience, type AudiencePlan, type Candidate } from '../candidates';
import type { Ledger } from '../../ledger';
import { readSuppressions } from '../suppressions';

/** Who a campaign would go to at this moment, and who would be left out and why. Freezes and writes nothing. */
export async function previewAudience(
  ledger: Ledger,
  candidates: Iterable<Candidate>,
): Promise<AudiencePlan> {
  return planAudience(candidates, await readSuppressions(ledger));
}
