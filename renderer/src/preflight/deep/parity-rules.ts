import type { Dashboard, Indicator } from '../../contract/dashboard';
import type { Finding, FindingValue } from '../../contract/finding';
import type { Issue } from '../../contract/issue';
import type { Section } from '../../contract/section';
import { dashboardsOf } from '../../contract/places';
import type { DeepInspection, DeepRule } from './inspection';
import { haveSameSections } from './pair-articles';

/** Every language of an issue has the same sections, in the same order. */
export const paritySections: DeepRule = {
  name: 'parity-sections',
  severity: 'warning',
  check: ({ issue, siblings, find }) =>
    siblings.flatMap((sibling) => {
      const place = firstDifference(
        issue.sections,
        sibling.sections,
        (one, other) => one.type === other.type,
      );
      if (place === null) return [];
      const [here, there] = [sectionValue(issue.sections[place]), sectionValue(sibling.sections[place])];
      return [find(`sections[${place}]`, { language: languageValue(sibling), here, there })];
    }),
};

/** Every agenda has as many entries in every language. */
export const parityEntryCount: DeepRule = {
  name: 'parity-entry-count',
  severity: 'warning',
  check: (inspection) =>
    eachAgenda(inspection, ({ place, entries, others, language }) =>
      entries.length === others.length
        ? []
        : [inspection.find(place, { language, here: entries.length, there: others.length })],
    ),
};

/** Every entry of an agenda has the same days in every language. */
export const parityEntries: DeepRule = {
  name: 'parity-entries',
  severity: 'warning',
  check: (inspection) =>
    eachAgenda(inspection, ({ place, entries, others, language }) =>
      entries.length === others.length
        ? entries.flatMap(({ title, start, end }, at) =>
            start === others[at]?.start && end === others[at].end
              ? []
              : [inspection.find(`${place}.entries[${at}]`, { language, title })],
          )
        : [],
    ),
};

/** Every dashboard has the same columns in every language. */
export const parityPeriods: DeepRule = {
  name: 'parity-periods',
  severity: 'warning',
  check: (inspection) =>
    eachDashboard(inspection, ({ place, dashboard, other, language }) =>
      haveSamePeriods(dashboard, other)
        ? []
        : [inspection.find(`${place}.periods`, { language, dashboard: dashboard.title })],
    ),
};

/** Every dashboard has the same rows, in the same units, in every language. */
export const parityRows: DeepRule = {
  name: 'parity-rows',
  severity: 'warning',
  check: (inspection) =>
    eachDashboard(inspection, ({ place, dashboard, other, language }) =>
      eachGroup(dashboard, other, place, (rows, others, group) => {
        const at = firstDifference(rows, others, (one, two) => one.unit === two.unit);
        if (at === null) return [];
        const indicator = rows[at]?.label ?? others[at]?.label ?? '';
        const row = Math.min(at, rows.length - 1);
        return [
          inspection.find(`${group}.indicators[${row}]`, { language, indicator, dashboard: dashboard.title }),
        ];
      }),
    ),
};

/** Every dashboard has the same figures in every language. */
export const parityFigures: DeepRule = {
  name: 'parity-figures',
  severity: 'warning',
  check: (inspection) =>
    eachDashboard(inspection, ({ place, dashboard, other, language }) =>
      haveSamePeriods(dashboard, other)
        ? eachGroup(dashboard, other, place, (rows, others, group) =>
            rows.flatMap(({ label, unit, values, decimals = 0 }, at) => {
              const translated = others[at];
              if (translated?.unit !== unit) return [];
              const unequal = dashboard.periods.flatMap((period, column) => {
                const [one = null, two = null] = [values[column], translated.values[column]];
                return one === two ? [] : [{ label: period.label, one, other: two, decimals }];
              });
              if (unequal.length === 0) return [];
              const about = { language, indicator: label, dashboard: dashboard.title };
              return [inspection.find(`${group}.indicators[${at}]`, { ...about, figures: { unequal } })];
            }),
          )
        : [],
    ),
};

type Agenda = Extract<Section, { type: 'agenda' }>;

function eachAgenda(
  { issue, siblings }: DeepInspection,
  check: (pair: {
    place: string;
    entries: Agenda['entries'];
    others: Agenda['entries'];
    language: FindingValue;
  }) => Finding[],
): Finding[] {
  return comparable(issue, siblings).flatMap((sibling) =>
    issue.sections.flatMap((section, at) => {
      const other = sibling.sections[at];
      if (section.type !== 'agenda' || other?.type !== 'agenda') return [];
      const language = languageValue(sibling);
      return check({ place: `sections[${at}]`, entries: section.entries, others: other.entries, language });
    }),
  );
}

function eachDashboard(
  { issue, siblings }: DeepInspection,
  check: (pair: {
    place: string;
    dashboard: Dashboard;
    other: Dashboard;
    language: FindingValue;
  }) => Finding[],
): Finding[] {
  return comparable(issue, siblings).flatMap((sibling) => {
    const others = dashboardsOf(sibling);
    return dashboardsOf(issue).flatMap(({ place, value: dashboard }, at) => {
      const other = others[at]?.value;
      return other ? check({ place, dashboard, other, language: languageValue(sibling) }) : [];
    });
  });
}

function eachGroup(
  { groups }: Dashboard,
  { groups: others }: Dashboard,
  place: string,
  check: (rows: readonly Indicator[], others: readonly Indicator[], place: string) => Finding[],
): Finding[] {
  return groups.flatMap(({ indicators }, at) =>
    check(indicators, others[at]?.indicators ?? [], `${place}.groups[${at}]`),
  );
}

function haveSamePeriods({ periods }: Dashboard, { periods: others }: Dashboard): boolean {
  return (
    firstDifference(periods, others, (one, two) => one.end === two.end && one.partial === two.partial) ===
    null
  );
}

/** The other languages with the same sections; contents of different sections cannot be compared. */
function comparable(issue: Issue, siblings: readonly Issue[]): Issue[] {
  return siblings.filter((sibling) => haveSameSections(issue, sibling));
}

function languageValue({ masthead }: Issue): FindingValue {
  return { language: masthead.language };
}

function sectionValue(section: Section | undefined): FindingValue {
  if (section === undefined) return { section: null };
  return { section: { type: section.type, heading: 'heading' in section ? (section.heading ?? '') : '' } };
}

function firstDifference<T>(ones: readonly T[], others: readonly T[], same: (one: T, other: T) => boolean) {
  const length = Math.max(ones.length, others.length);
  for (let at = 0; at < length; at++) {
    const [one, other] = [ones[at], others[at]];
    if (one === undefined || other === undefined || !same(one, other)) return at;
  }
  return null;
}
