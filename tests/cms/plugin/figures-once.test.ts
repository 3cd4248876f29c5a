import { expect, it } from 'vitest';
import type { NumberRequest, Proposal } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { loadPlugin } from '../../support/cms';
import type { Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

type Reading = typeof import('../../../cms/plugin/server/src/content/figures/figures-in');
const { figuresIn } = loadPlugin<Reading>('content/figures/figures-in');

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
