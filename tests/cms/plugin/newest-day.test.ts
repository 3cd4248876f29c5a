import { describe, expect, it } from 'vitest';
import {
  followingDay,
  isOtherDay,
  newestDay,
  withFollowingLabels,
} from '../../../cms/plugin/admin/src/model/newest-day';

const stored = (...ends: string[]) => ({ periods: ends.map((end) => ({ label: end, end })), groups: [] });
const row = (label: string | null, end: string | null) => ({
  ...{ label, labels: {}, end, partial: true, inMail: false },
});

describe('the day of a dashboard', () => {
  const before = stored('2022-12-31', '2023-07-31');
  const after = stored('2022-12-31', '2026-11-30');

  it('is the last day of the newest period, wherever that stands', () => {
    expect(newestDay(stored('2023-07-31', '2022-12-31', 'bientôt'))).toBe('2023-07-31');
    expect(newestDay(stored())).toBeNull();
  });

  it('follows it, there and back, where it was that day', () => {
    expect(followingDay('2023-07-31', before, after)).toBe('2026-11-30');
    expect(followingDay('2026-11-30', after, before)).toBe('2023-07-31');
    expect(followingDay('2023-08-15', before, after)).toBeNull();
    expect(followingDay('2023-07-31', before, stored('2021-12-31', '2023-07-31'))).toBeNull();
  });
});

describe('the label of a period', () => {
  it('follows its last day where it was that day', () => {
    const labels = (one: string, end: string, other = one) =>
      withFollowingLabels([row(one, '2023-07-31')], [row(other, end)]).map(({ label }) => label);
    expect(labels('31/07/2023', '2026-11-30')).toEqual(['30/11/2026']);
    expect(labels('2023', '2026-11-30')).toEqual(['2023']);
    expect(labels('31 juillet 2023', '2026-11-30')).toEqual(['31 juillet 2023']);
    expect(labels('31/07/2023', 'novembre')).toEqual(['31/07/2023']);
    expect(labels('31/07/2023', '2026-11-30', '31/08/2023')).toEqual(['31/08/2023']);
    expect(withFollowingLabels([row('31/07/2023', '2023-07-31')], [])).toEqual([]);
  });

  it('is asked about where it is another day', () => {
    expect(isOtherDay(row('31 juillet 2023', '2026-11-30'))).toBe(true);
    expect(
      [row('2022', '2022-12-31'), row('30/11/2026', '2026-11-30'), row('1/1/2020', null)].map(isOtherDay),
    ).toEqual([false, false, false]);
  });
});
