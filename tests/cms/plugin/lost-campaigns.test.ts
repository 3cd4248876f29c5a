import { expect, it, describe, beforeAll, afterAll } from 'vitest';
import type { Language } from '@nachra/renderer';
import { loadPlugin } from '../../support/cms';
import { openBench, type LedgerBench } from '../../support/campaign';

type Lost = typeof import('../../../cms/plugin/server/src/campaigns/audience/lost-campaigns');
type Forgotten = typeof import('../../../cms/plugin/server/src/campaigns/audience/forgotten-readers');
const { lostCampaignOf } = loadPlugin<Lost>('campaigns/audience/lost-campaigns');
const { forgottenReaders } = loadPlugin<Forgotten>('campaigns/audience/forgotten-readers');

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
const by = { byId: '7', byName: 'Rim Test' };
const frozen = (campaign: string, minute: number, readers: object, document = 'french') => ({
  ...{ id: minute, at: at(minute), name: 'campaign.frozen' as const, ...by, document, number: 243, campaign },
  data: { startAt: at(minute).toISOString(), recipients: 2, readers },
});
const decided = (choice: string, language: string, lost: string | null) => ({
  ...{ id: 9, at: at(9), name: 'issue.hold-decided' as const, ...by, document: 'french', number: 243 },
  ...{ language, data: { choice, lost } },
});
const approved = (minute: number) => ({
  ...{ id: minute, at: at(minute), name: 'issue.approved' as const, ...by, document: 'french', number: 243 },
  ...{ language: 'fr', data: {} },
});
type Entry = ReturnType<typeof frozen> | ReturnType<typeof decided> | ReturnType<typeof approved>;

/** Of before anybody remembered readers: the journal alone. */
describe('a campaign that the ledger has lost', () => {
  let bench: LedgerBench;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench.close());

  const journalOf = (...entries: Entry[]) => ({
    ledger: bench.ledger,
    entries: {
      each: async function* () {
        yield* entries;
      },
    },
  });

  it('is the one that an issue was on its way by', async () => {
    const lostOf = (document: string, since: Date, ...entries: Entry[]) =>
      lostCampaignOf(
        journalOf(...entries),
        { documentId: document, number: 243, language: document === 'french' ? 'fr' : 'ar' },
        { entry: null, at: since },
      );
    // The first sending in both languages, and the correction of the French edition, started from one issue.
    const both = [frozen('second', 5, { fr: 1, ar: 0 }), frozen('first', 1, { fr: 0, ar: 0 })];
    expect(await lostOf('french', at(4), ...both)).toBe('second');
    // Approved, and lost before anything was frozen: the sending before is not the one that is asked about.
    expect(await lostOf('french', at(6), ...both)).toBeNull();
    // Arabic was scheduled, and then French was sent to those who waited: it is not Arabic that was on its way by that.
    const apart = [
      frozen('french-first', 5, { fr: { fr: 0 } }),
      frozen('arabic', 1, { ar: { ar: 0 } }, 'arabic'),
    ];
    expect(await lostOf('arabic', at(0), ...apart)).toBe('arabic');
  });

  /** What readers of each language have, by the journal; `saved` was saved in minute 8. */
  const heldBy = async (...entries: Entry[]) => {
    const readers = { countsOf: async () => new Map(), async *each() {} };
    const people = [
      { documentId: 'one', address: 'one@x.test', person: 'P-1' },
      { documentId: 'other', address: 'other@x.test', person: 'p-1' },
    ];
    const audience = {
      changedSince: async () => new Map([['saved', at(8).getTime()]]),
      async *people() {
        yield* people;
      },
    };
    const offer = { rounds: { fr: 1, ar: 0 }, defaultLanguage: 'fr' as const };
    const forgotten = await forgottenReaders({ ...journalOf(...entries), readers, audience }, 243, offer);
    return (language: Language, subscriberId = 'old', personId?: string) => {
      const candidate = { subscriberId, address: 'x@x.test', language, confirmed: true };
      const held = forgotten?.({ ...candidate, ...(personId && { personId }) }, 'x@x.test');
      return held && Object.fromEntries(held);
    };
  };

  it('is taken for what readers of its languages have, as each edition was decided on', async () => {
    const both = [frozen('second', 5, { fr: 1, ar: 0 }), frozen('first', 1, { fr: 0, ar: 0 })];
    expect((await heldBy())('fr')).toBeUndefined();
    const all = await heldBy(...both);
    expect([all('fr'), all('ar'), all('en')]).toEqual([{ fr: 1 }, { ar: 0 }, {}]);
    const off = await heldBy(decided('cancel', 'fr', 'second'), ...both);
    expect([off('fr'), off('ar')]).toEqual([{ fr: 0 }, { ar: 0 }]);
    // Written down by edition: what the French correction brought to readers of Arabic is French, and taken back with it.
    const byEdition = [frozen('second', 5, { fr: { fr: 1 }, ar: { fr: 1 } }), frozen('first', 1, { ar: 0 })];
    const each = await heldBy(...byEdition);
    expect([each('fr'), each('ar')]).toEqual([{ fr: 1 }, { fr: 1, ar: 0 }]);
    const taken = await heldBy(
      decided('cancel', 'fr', 'second'),
      decided('cancel', 'ar', null),
      ...byEdition,
    );
    expect([taken('fr'), taken('ar')]).toEqual([{}, { ar: 0 }]);
  });

  it('may be what somebody has who was saved since, or shares an identifier', async () => {
    const french = await heldBy(frozen('first', 1, { fr: { fr: 0 } }));
    expect(french('ar')).toEqual({});
    expect(french('ar', 'saved')).toEqual({ fr: 0 });
    expect(french('ar', 'other', 'p:p-1')).toEqual({ fr: 0 });
    expect(french('ar', 'third', 'p:p-3')).toEqual({});
    // Frozen long after she was saved.
    const late = { ...frozen('first', 1, { fr: { fr: 0 } }), at: at(8 + 90) };
    expect((await heldBy(late))('ar', 'saved')).toEqual({});
  });

  it('counts from the approval where a person decided that an issue was sent of which nobody knows the campaign', async () => {
    const sent = decided('treat-as-sent', 'fr', null);
    const known = await heldBy(sent, approved(8 + 90));
    expect([known('fr'), known('ar'), known('ar', 'saved')]).toEqual([{ fr: 0 }, {}, {}]);
    expect((await heldBy(sent, approved(1)))('ar', 'saved')).toEqual({ fr: 0 });
  });
});
