import { describe, expect, it } from 'vitest';
import { tellingFirst } from '../../../cms/plugin/shared/campaign-order';

const campaign = (id: string, status: 'scheduled' | 'paused' | 'cancelled' | 'complete', accepted = 0) => ({
  id,
  status,
  counts: { accepted, 'in-doubt': 0 },
});
const order = (...campaigns: ReturnType<typeof campaign>[]) => tellingFirst(campaigns).map(({ id }) => id);

describe('the campaigns of an issue', () => {
  it('are led by what still moves, then by what reached somebody, the newest first', () => {
    const [first, rest] = [campaign('first', 'complete', 17), campaign('rest', 'complete', 1)];
    const takenBack = campaign('taken back', 'cancelled');
    expect(order(takenBack, rest, first)).toEqual(['rest', 'first', 'taken back']);
    expect(order(campaign('broken off', 'cancelled', 3), first)).toEqual(['broken off', 'first']);
    expect(order(takenBack, first, campaign('later', 'paused'))).toEqual(['later', 'first', 'taken back']);
    expect(order(takenBack)).toEqual(['taken back']);
  });
});
