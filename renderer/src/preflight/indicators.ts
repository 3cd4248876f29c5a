import type { Issue } from '../contract/issue';
import type { Indicator, Period } from '../contract/dashboard';
import { dashboardsOf, type Placed } from '../contract/places';

/** A row of a dashboard. */
export interface Row extends Placed<Indicator> {
  /** Identifies the row in other issues. */
  key: string;
  periods: readonly Period[];
}

/**
 * Every row of every dashboard. Its key consists of its group's title and its label, without case, spaces and unit, which
 * vary when an editor types a row again. Rows with the same key are numbered.
 */
export function rowsOf(issue: Issue): Row[] {
  const seen = new Map<string, number>();
  return dashboardsOf(issue).flatMap(({ place, value: { groups, periods } }) =>
    groups.flatMap((group, groupAt) =>
      group.indicators.map((value, at) => {
        const name = plain(`${group.code}|${group.title}|${value.label}`);
        const count = (seen.get(name) ?? 0) + 1;
        seen.set(name, count);
        const key = `${name}#${count}`;
        return { place: `${place}.groups[${groupAt}].indicators[${at}]`, value, key, periods };
      }),
    ),
  );
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase()
    .replace(/\((?:k?dh|%)\)/g, '')
    .replace(/['’]/g, '’')
    .replace(/\s+/g, '');
}
