import { describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';

type DeliveriesCsv = typeof import('../../../cms/plugin/server/src/campaigns/progress/deliveries-csv');

const { deliveriesFileName } = loadPlugin<DeliveriesCsv>('campaigns/progress/deliveries-csv');

describe('the file of a campaign’s deliveries is named in the person’s language', () => {
  it('with the state it was filtered by', () => {
    expect(deliveriesFileName(242, 'rejected', 'fr')).toBe('envoi-242-rejected.csv');
    expect(deliveriesFileName(242, 'rejected', 'en')).toBe('deliveries-242-rejected.csv');
  });

  it('with a word for all of them where it was not', () => {
    expect(deliveriesFileName(242, undefined, 'fr')).toBe('envoi-242-tous.csv');
    expect(deliveriesFileName(242, undefined, 'en')).toBe('deliveries-242-all.csv');
  });
});
