import { dashboardSchema, languages, type Dashboard } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { loadPlugin } from '../../support/cms';
import { amanews242 } from '../../support/issue';

type Joining = typeof import('../../../cms/plugin/server/src/content/figures/join-figures');
type Reading = typeof import('../../../cms/plugin/server/src/content/figures/figures-in');
type MovingFigures = typeof import('../../../cms/plugin/server/src/preparation/move-figures');
const { joinFigures } = loadPlugin<Joining>('content/figures/join-figures');
const { figuresIn } = loadPlugin<Reading>('content/figures/figures-in');
const { moveFigures } = loadPlugin<MovingFigures>('preparation/move-figures');

const printed = (language: (typeof languages)[number]): Dashboard => {
  const section = amanews242(language).sections.find(({ type }) => type === 'dashboard');
  return dashboardSchema.parse((section as { dashboard: unknown }).dashboard);
};
const template = (language: (typeof languages)[number]) => {
  const { title, asOf, periods, groups } = printed(language);
  return { language, title, asOf, figures: { periods, groups } as unknown };
};

const allLanguages = () => {
  const french = template('fr');
  const both = joinFigures(french, template('ar'));
  return { ...french, figures: joinFigures({ ...french, figures: both }, template('en')) };
};

describe('the figures of N° 242, once for three languages', () => {
  it.each(languages)('are in “%s” what that language had of its own, totals included', (language) => {
    const { title, figures } = allLanguages();
    const own = figuresIn(figures, title, language);
    const { id: _, ...before } = printed(language);
    expect(dashboardSchema.parse({ ...own.figures, title: own.title, asOf: before.asOf })).toEqual(before);
    expect(own.missing).toEqual([]);
  });

  it('are not made one where anything but the texts differs', () => {
    const changed = template('ar');
    const [group] = (changed.figures as Dashboard).groups;
    const [row] = group?.indicators ?? [];
    if (row) row.values = [...row.values.slice(1), 7];
    expect(joinFigures(template('fr'), changed)).toBeNull();
    expect(joinFigures(template('fr'), { ...template('ar'), asOf: '2023-07-31' })).toBeNull();
    expect(joinFigures(template('fr'), { ...template('ar'), language: 'fr' })).toBeNull();
  });

  it('serve any language as they are while they say nothing of languages', () => {
    const { title, figures } = template('fr');
    expect(figuresIn(figures, title, 'ar')).toEqual({ title, figures, missing: [] });
    expect(figuresIn('nonsense', title, 'ar')).toEqual({ title, figures: {}, missing: [] });
  });

  it('name what lacks, but no years, and keep the first language’s words meanwhile', () => {
    const { title, figures } = allLanguages();
    const without = structuredClone(figures) as unknown as {
      titles: Record<string, string>;
      groups: { indicators: { labels: Record<string, string> }[] }[];
    };
    delete without.titles['en'];
    delete without.groups[0]?.indicators[0]?.labels['en'];
    const { missing, title: shown, figures: english } = figuresIn(without, title, 'en');
    expect([shown, missing]).toEqual([title, [title, 'Effectif Siège']]);
    const [, , total] = (english['groups'] as Dashboard['groups'])[0]?.indicators ?? [];
    expect(total?.sumOf).toEqual([['Effectif Siège', 'Staff, network']]);
  });

  it('are moved on in every language', () => {
    const { title, asOf, figures } = allLanguages();
    const moved = moveFigures({ documentId: 'x', title, asOf, figures }, 3);
    expect(moved?.figures.periods.at(-1)).toMatchObject({ label: '30/09/2023', end: '2023-09-30' });
    const risk = moved?.figures.groups.find(({ code }) => code === 'C')?.indicators[0];
    expect([risk?.label, risk?.labels?.en, risk?.labels?.ar]).toEqual([
      '% PAR 30J de la production de l’exercice vu au 30/09/2023',
      '% PAR 30 days of the year’s production as at 30/09/2023',
      '% PAR 30 يوماً من إنتاج السنة إلى غاية 30/09/2023',
    ]);
    expect(figuresIn(moved?.figures, moved?.title, 'ar').missing).toEqual([]);
  });
});
