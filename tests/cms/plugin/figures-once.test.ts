import { dashboardSchema, languages, type Dashboard } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import type { NumberRequest, Proposal } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin } from '../../support/cms';
import { amanews242 } from '../../support/issue';
import type { Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

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

/** One dashboard for the languages of a number: what is judged, shown, and kept from being approved. */
onEachDatabase('a dashboard in several languages', {}, (room) => {
  const stored = (arabic: object) => ({
    language: 'fr',
    periods: [
      { label: '2022', end: '2022-12-31' },
      { label: '30/06/2023', end: '2023-06-30', partial: true },
    ],
    groups: [
      {
        title: 'Activité',
        titles: { ar: 'النشاط' },
        indicators: [{ label: 'Clients actifs', values: [812, 819], ...arabic }],
      },
    ],
  });
  const section = (dashboard: string) => [
    {
      __component: 'newsletter-section.articles',
      heading: 'À la une',
      articles: [] as string[],
    },
    { __component: 'newsletter-section.dashboard', heading: 'Chiffres', dashboard },
  ];

  const shownBy = async (issue: string) => {
    const populate = {
      sections: { on: { 'newsletter-section.dashboard': { populate: { dashboard: true } } } },
    };
    const found: unknown = await room()
      .cms.strapi.documents(uids.issue)
      .findOne({ documentId: issue, populate } as never);
    const { sections } = found as {
      sections: { dashboard: { documentId: string; title: string; figures: unknown } }[];
    };
    return sections[0]?.dashboard;
  };

  it('is shown in the issue’s, and not approved while a text of it lacks', async () => {
    const dashboard = await room().create(uids.dashboard, {
      ...{ title: 'Situation', asOf: '2023-06-30', figures: { ...stored({}), titles: { ar: 'الوضعية' } } },
    });
    const [zone] = section(dashboard);
    const article = await room().article({ title: 'الشبكة', language: 'ar' });
    const issue = await room().issue({
      ...{ number: 500, language: 'ar', subject: 'AMANEWS العدد 500' },
      sections: [{ ...zone, articles: [article] }, ...section(dashboard).slice(1)],
    });
    const lacking = async () =>
      (await room().detail(issue)).findings.filter(({ rule }) => rule === 'figures-untranslated');
    expect(await lacking()).toMatchObject([
      {
        severity: 'error',
        message: expect.stringMatching(/Situation.*\(العربية\).*Clients actifs \(1 en tout\)/) as string,
      },
    ]);
    const codes = (await room().detail(issue)).obstacles.map(({ code }) => code);
    expect(codes).toContain('finding-error');
    const { html } = await room().preview(issue);
    expect([html.includes('الوضعية'), html.includes('النشاط'), html.includes('Clients actifs')]).toEqual([
      true,
      true,
      true,
    ]);

    const figures = { ...stored({ labels: { ar: 'الزبناء النشيطون' } }), titles: { ar: 'الوضعية' } };
    await room().update(uids.dashboard, dashboard, { figures });
    expect(await lacking()).toEqual([]);
    const after = (await room().preview(issue)).html;
    expect([after.includes('الزبناء النشيطون'), after.includes('Clients actifs')]).toEqual([true, false]);
  });

  it.each([
    ['an unknown language', { labels: { de: 'Kunden' } }, /Clients actifs/],
    ['a text that is empty', { labels: { ar: ' ' } }, /Clients actifs/],
    ['a text that is too long', { labels: { ar: 'ا'.repeat(10_001) } }, /Clients actifs/],
    ['a second text in its own language', { labels: { fr: 'Clients' } }, /Clients actifs/],
    ['texts that are none', { labels: ['ar'] }, /Clients actifs/],
  ])('is refused with %s, by the name of its row', async (_, wrong, sentence) => {
    const data = { title: 'Situation', asOf: '2023-06-30', figures: stored(wrong) };
    await expect(room().create(uids.dashboard, data)).rejects.toThrow(sentence);
  });

  it('is refused without saying what its own texts are in', async () => {
    const { language: _, ...figures } = stored({ labels: { ar: 'الزبناء' } });
    const data = { title: 'Situation', asOf: '2023-06-30', figures };
    await expect(room().create(uids.dashboard, data)).rejects.toThrow();
  });

  it('is made of one in each language when the next number is prepared, if they differ by their texts alone', async () => {
    const plain = (label: string, title: string) => {
      const { periods } = stored({});
      return { periods, groups: [{ title, indicators: [{ label, values: [812, 819] }] }] };
    };
    const asOf = '2023-06-30';
    const french = await room().create(uids.dashboard, {
      ...{ title: 'Situation au 30 juin 2023', asOf, figures: plain('Clients actifs', 'Activité') },
    });
    const arabic = await room().create(uids.dashboard, {
      ...{ title: 'الوضعية إلى غاية 30 يونيو 2023', asOf, figures: plain('الزبناء النشيطون', 'النشاط') },
    });
    const dates = { periodFrom: '2023-05-01', periodTo: '2023-07-31', publicationDate: '2023-07-31' };
    const number = 600;
    await room().issue({ ...dates, number, sections: section(french).slice(1) });
    await room().issue({ ...dates, number, language: 'ar', sections: section(arabic).slice(1) });
    const { body: proposal } = await room().desk<Proposal & Refused>(
      'GET',
      '/numbers/proposal?from=600&number=601&periodFrom=2023-08-01&periodTo=2023-10-31&publicationDate=2023-10-31',
    );
    expect(proposal.dashboards).toEqual([
      {
        title: 'Situation au 30 septembre 2023',
        period: '30/09/2023',
        leftOut: null,
        joined: ['fr', 'ar'],
        isThere: false,
      },
    ]);
    const { from, number: next, periodFrom, periodTo, publicationDate } = proposal;
    const request: NumberRequest = {
      ...{ from, number: next, periodFrom, periodTo, publicationDate },
      languages: ['fr', 'ar'],
    };
    const { body } = await room().desk<{ issues: { documentId: string }[] } & Refused>(
      'POST',
      '/numbers',
      request,
    );
    expect(body.error).toBeUndefined();
    const held = await Promise.all(body.issues.map(({ documentId }) => shownBy(documentId)));
    expect(held[0]?.documentId).toBe(held[1]?.documentId);
    expect(held[0]).toMatchObject({
      title: 'Situation au 30 septembre 2023',
      figures: {
        language: 'fr',
        titles: { ar: 'الوضعية إلى غاية 30 شتنبر 2023' },
        groups: [
          {
            titles: { ar: 'النشاط' },
            indicators: [{ labels: { ar: 'الزبناء النشيطون' }, values: [812, 819, null] }],
          },
        ],
      },
    });
  });

  it('is one also where the number is prepared in one language first, and in another later', async () => {
    const asOf = '2023-06-30';
    const plain = (label: string) => {
      const { periods } = stored({});
      return { periods, groups: [{ title: '1', indicators: [{ label, values: [812, 819] }] }] };
    };
    const french = await room().create(uids.dashboard, {
      title: 'Situation',
      asOf,
      figures: plain('Clients'),
    });
    const arabic = await room().create(uids.dashboard, { title: 'الوضعية', asOf, figures: plain('الزبناء') });
    const dates = { periodFrom: '2023-05-01', periodTo: '2023-07-31', publicationDate: '2023-07-31' };
    await room().issue({ ...dates, number: 700, sections: section(french).slice(1) });
    await room().issue({ ...dates, number: 700, language: 'ar', sections: section(arabic).slice(1) });
    const next = { periodFrom: '2023-08-01', periodTo: '2023-10-31', publicationDate: '2023-10-31' };
    const prepare = async (number: number, language: 'fr' | 'ar') => {
      const request: NumberRequest = { from: 700, number, ...next, languages: [language] };
      const { body } = await room().desk<{ issues: { documentId: string }[] } & Refused>(
        'POST',
        '/numbers',
        request,
      );
      expect(body.error).toBeUndefined();
      return shownBy(body.issues[0]?.documentId ?? '');
    };
    const first = await prepare(701, 'fr');
    const { title, figures } = first ?? { title: '', figures: {} };
    const [group] = (figures as { groups: { indicators: { values: unknown[] }[] }[] }).groups;
    if (group?.indicators[0]) group.indicators[0].values = [812, 819, 850];
    // A form that sends what it does not show changes nothing of it.
    await room().update(uids.dashboard, first?.documentId ?? '', { title, figures, copiedFrom: [] });

    const { body: proposal } = await room().desk<Proposal & Refused>(
      'GET',
      '/numbers/proposal?from=700&number=701&periodFrom=2023-08-01&periodTo=2023-10-31&publicationDate=2023-10-31',
    );
    expect(proposal.dashboards.map(({ isThere }) => isThere)).toEqual([true]);
    const second = await prepare(701, 'ar');
    expect(second?.documentId).toBe(first?.documentId);
    expect(figuresIn(second?.figures, second?.title ?? '', 'ar')).toMatchObject({
      ...{ title: 'الوضعية', missing: [] },
      figures: { groups: [{ indicators: [{ label: 'الزبناء', values: [812, 819, 850] }] }] },
    });
    // Another number from the same one has figures of its own.
    expect((await prepare(702, 'fr'))?.documentId).not.toBe(first?.documentId);
  });
});
