import type { Dashboard, Issue } from '@nachra/renderer';
import { joinFigures, type DashboardInLanguage } from '@nachra/strapi-plugin-newsletter';

/** A dashboard to be made, and the samples' own that it stands for. */
interface JoinedDashboard extends DashboardInLanguage {
  from: Dashboard[];
}

/** The dashboards of samples: those in the same place that differ by their texts alone are one, in the language of the first. Pure. */
export function joinedDashboards(samples: readonly Issue[]): JoinedDashboard[] {
  const found: JoinedDashboard[][] = [];
  for (const { masthead, sections } of samples) {
    const own = sections.flatMap((section) => (section.type === 'dashboard' ? [section.dashboard] : []));
    own.forEach((dashboard, at) => {
      const { title, asOf, periods, groups } = dashboard;
      const one = { language: masthead.language, title, asOf, figures: { periods, groups } };
      const there = (found[at] ??= []);
      for (const other of there) {
        const figures = joinFigures(other, one);
        if (figures === null) continue;
        Object.assign(other, { figures });
        other.from.push(dashboard);
        return;
      }
      there.push({ ...one, from: [dashboard] });
    });
  }
  return found.flat();
}
