import { campaignOfEdition, cancelCampaign, findPublicEdition } from '@nachra/delivery';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  anEdition,
  candidates,
  describeOnBoth,
  openBench,
  somebody,
  type LedgerBench,
} from '../support/campaign';

describeOnBoth('the public page of a number', (kind) => {
  let bench: LedgerBench;
  beforeAll(async () => {
    bench = await openBench(kind);
  });
  afterAll(() => bench.close());

  it('makes public what has begun, and nothing that waits or was stopped before anybody got it', async () => {
    const later = new Date(Date.now() + 3_600_000);
    const { hash } = await anEdition();
    const id = await bench.freeze({ issueNumber: 71, startAt: later, approvals: { fr: 'issue/1' } });
    const carrying = (language: 'fr' | 'ar', approval?: string) =>
      campaignOfEdition(bench.ledger, { number: 71, language, approval }, new Date());
    expect(await carrying('fr', 'issue/1')).toMatchObject({ id, status: 'scheduled' });
    expect([await carrying('ar'), await carrying('fr', 'issue/2')]).toEqual([null, null]);
    expect(await findPublicEdition(bench.ledger, 71, 'fr')).toBeNull();
    expect(await findPublicEdition(bench.ledger, 71, 'fr', later)).toMatchObject({ hash });
    expect(await findPublicEdition(bench.ledger, 71, 'ar', later)).toBeNull();
    await cancelCampaign(bench.ledger, id, somebody, new Date());
    expect(await findPublicEdition(bench.ledger, 71, 'fr', later)).toBeNull();
  });

  it('shows no language of a stopped campaign that nobody got, though others got another', async () => {
    const edition = await anEdition();
    const [french, arabic] = candidates(2, 'public.test');
    const id = await bench.freeze({
      issueNumber: 72,
      editions: { fr: edition, ar: { ...edition, language: 'ar' } },
      candidates: [french, { ...arabic, language: 'ar' }] as ReturnType<typeof candidates>,
    });
    expect(await findPublicEdition(bench.ledger, 72, 'ar')).not.toBeNull();
    await bench.ledger.run(`UPDATE delivery SET state = 'accepted' WHERE address = 'r1@public.test'`);
    await cancelCampaign(bench.ledger, id, somebody, new Date());
    expect(await findPublicEdition(bench.ledger, 72, 'fr')).not.toBeNull();
    expect(await findPublicEdition(bench.ledger, 72, 'ar')).toBeNull();
  });
});
