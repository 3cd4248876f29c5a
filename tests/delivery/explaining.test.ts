import {
  DeliveryError,
  deliveryErrorCodes,
  deliveryStates,
  explainDelivery,
  explainSuppression,
  type Delivery,
  type DeliveryErrorTable,
  type Language,
  type SuppressionCause,
} from '@nachra/delivery';
import { describe, expect, it } from 'vitest';

/** A delivery in some state; name only what the test is about. */
function aDelivery(changes: Partial<Delivery>): Delivery {
  return {
    id: 'abcdefghij-1',
    campaignId: 'abcdefghij',
    subscriberId: 's1',
    address: 'salma@readers.test',
    person: 'a-hash',
    language: 'fr',
    state: 'queued',
    attempts: 0,
    nextAttemptAt: null,
    outcome: null,
    updatedAt: new Date('2026-01-10T08:00:00Z'),
    ...changes,
  };
}

const languages: Language[] = ['fr', 'ar', 'en'];

describe('“did she get it?”', () => {
  it.each(languages.flatMap((language) => deliveryStates.map((state) => [language, state] as const)))(
    'has an answer in %s for %s',
    (language, state) => {
      const sentence = explainDelivery(aDelivery({ state }), language);
      expect(sentence.length).toBeGreaterThan(8);
      expect(sentence).not.toMatch(/undefined|null|\[object/);
    },
  );

  const reasons: [code: number, enhanced: string | null, words: RegExp][] = [
    [550, '5.1.1', /does not exist/],
    [550, null, /does not exist/],
    [552, '5.2.2', /mailbox is full/],
    [452, '4.2.2', /mailbox is full/],
    [550, '5.7.26', /refuses our mail by its policy/],
    [451, '4.4.1', /unreachable or overloaded/],
    [556, '5.1.10', /takes no mail/],
    [599, '5.9.9', /^Refused for good\. \(/],
  ];
  it.each(reasons)('says why: %i %s', (code, enhanced, words) => {
    const reply = `${code} ${enhanced ?? ''} as the server says`;
    const outcome = { kind: 'rejected', code, enhanced, reply } as const;
    const sentence = explainDelivery(aDelivery({ state: 'rejected', outcome }), 'en');
    expect(sentence).toMatch(words);
    expect(sentence).toContain(`(${reply})`);
  });

  it('quotes a server within an Arabic sentence in an order of its own', () => {
    const outcome = {
      kind: 'rejected',
      code: 550,
      enhanced: '5.1.1',
      reply: '550 5.1.1 No such user',
    } as const;
    expect(explainDelivery(aDelivery({ state: 'rejected', outcome }), 'ar')).toBe(
      'رُفض نهائيًا. هذا العنوان غير موجود. (\u2068550 5.1.1 No such user\u2069)',
    );
    const cause = { code: 'one-report', kind: 'bounce', rule: 'user-unknown', status: '5.1.1' } as const;
    const said = explainSuppression({ ...cause, sentence: 'User unknown.' }, 'ar');
    expect(said).toBe('\u2068User unknown.\u2069');
  });

  it('writes an hour in Arabic as the mails do: Western digits, twenty-four hours', () => {
    const later = { state: 'deferred', nextAttemptAt: new Date('2026-11-02T15:05:00Z') } as const;
    const sentence = explainDelivery(aDelivery(later), 'ar').replace(/\u200f/g, '');
    expect(sentence).toMatch(/المحاولة التالية في \d\d\/11\/2026، \d\d:05\.$/);
  });

  it('tells a broken connection from a worker that was lost, and giving up from a refusal', () => {
    const outcome = { code: null, enhanced: null, reply: '' };
    const say = (state: Delivery['state'], kind: NonNullable<Delivery['outcome']>['kind']): string =>
      explainDelivery(aDelivery({ state, outcome: { ...outcome, kind } }), 'en');
    expect(say('in-doubt', 'in-doubt')).toMatch(/connection broke .* not sent again by itself/);
    expect(say('in-doubt', 'worker-lost')).toMatch(/stopped abruptly .* not sent again by itself/);
    expect(say('deferred', 'deferred')).toMatch(/connection broke in the middle of the message\.$/);
    expect(say('rejected', 'gave-up')).toMatch(/^Given up .* connection broke/);
    expect(say('rejected', 'rejected')).toMatch(/^Refused for good/);
  });
});

describe('why an address is suppressed', () => {
  const report = { code: 'one-report', kind: 'bounce', rule: 'user-unknown', status: '5.1.1' } as const;
  const causes: [how: string, cause: SuppressionCause, words: Record<'en' | 'fr', string>][] = [
    [
      'quotes what the server said, whatever it looks like',
      { ...report, sentence: '3 of the last 5 issues came back' },
      { en: '3 of the last 5 issues came back', fr: '3 of the last 5 issues came back' },
    ],
    [
      'explains a status without words',
      { ...report, rule: 'status-address', sentence: '' },
      { en: 'This address does not exist. (5.1.1)', fr: 'Cette adresse n’existe pas. (5.1.1)' },
    ],
    [
      'names a complaint that holds neither',
      { ...report, kind: 'complaint', rule: 'feedback-report', status: null, sentence: '' },
      { en: 'Reported as spam.', fr: 'Signalé comme indésirable.' },
    ],
  ];
  it.each(causes)('%s', (_how, cause, expected) => {
    expect(explainSuppression(cause, 'en')).toBe(expected.en);
    expect(explainSuppression(cause, 'fr')).toBe(expected.fr);
    expect(explainSuppression(cause, 'ar')).not.toMatch(/undefined|null/);
  });
});

describe('a refusal', () => {
  const unknown = 'There is no campaign k7.';

  it('passes its data to the sentence of its code', () => {
    const table = Object.fromEntries(
      deliveryErrorCodes.map((code) => [code, (data: object) => `${code} ${JSON.stringify(data)}`]),
    ) as DeliveryErrorTable<string>;
    const error = new DeliveryError('CAMPAIGN_UNKNOWN', { campaignId: 'k7' }, unknown);
    expect(error.explainBy(table)).toBe('CAMPAIGN_UNKNOWN {"campaignId":"k7"}');
    expect(String(error)).toBe(`DeliveryError: ${unknown}`);
  });

  it('has the data that its code asks for, and no other', () => {
    // @ts-expect-error the data of another code
    expect(new DeliveryError('CAMPAIGN_UNKNOWN', { asset: 'logo' }, unknown).code).toBe('CAMPAIGN_UNKNOWN');
  });
});
