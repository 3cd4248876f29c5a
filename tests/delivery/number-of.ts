import {
  listExclusions,
  type CampaignRequest,
  type Candidate,
  type DeliveryState,
  type Language,
} from '@nachra/delivery';
import type { Edition } from '@nachra/renderer';
import type { LedgerBench } from '../support/campaign';

/** People of a number of its own, by name: `salma` reads French at `salma@n3.test` unless it is said otherwise. */
export function numberOf(bench: LedgerBench, editions: Record<Language, Edition>, issueNumber: number) {
  const at = (name: string) => `${name}@n${issueNumber}.test`;
  const person = (name: string, changes: Partial<Candidate> = {}): Candidate => ({
    subscriberId: `${name}-${issueNumber}`,
    address: at(name),
    language: 'fr',
    confirmed: true,
    ...changes,
  });
  const send = (languages: Language[], people: Candidate[], changes: Partial<CampaignRequest> = {}) =>
    bench.freeze({
      issueNumber,
      editions: Object.fromEntries(languages.map((language) => [language, editions[language]])),
      candidates: people,
      ...changes,
    });
  const set = (campaign: string, name: string, state: DeliveryState) =>
    bench.ledger.run(
      `UPDATE delivery SET state = ? WHERE address = ? AND campaign_id = (SELECT id FROM campaign WHERE uid = ?)`,
      [state, at(name), campaign],
    );
  const got = async (campaign: string) =>
    [...(await bench.deliveries(campaign)).values()].map(({ address, language }) => [
      address.split('@')[0],
      language,
    ]);
  const leftOut = async (campaign: string) =>
    (await listExclusions(bench.ledger, campaign, { page: 1, pageSize: 100 })).rows.map(
      ({ subscriberId, reason, language }) => [subscriberId.split('-')[0], reason, language],
    );
  return { issueNumber, at, person, send, set, got, leftOut };
}
