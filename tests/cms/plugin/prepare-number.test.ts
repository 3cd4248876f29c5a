import { expect, it } from 'vitest';
import type { NumberRequest, Proposal } from '../../../cms/plugin/shared/desk';
import { uids } from '../../../cms/plugin/shared/uids';
import { paragraph, type Refused } from './newsroom';
import { onEachDatabase } from './on-each-database';

interface Made {
  number: number;
  issues: { documentId: string; language: string }[];
}

const figures = (end: string) => ({
  periods: [
    { label: '2022', end: '2022-12-31' },
    { label: end.split('-').reverse().join('/'), end, partial: true },
  ],
  groups: [{ title: 'Activité', indicators: [{ label: 'Clients actifs', values: [812, 819] }] }],
});

/** From one number to the next: what is moved on, what stays behind, and what nobody can do. */
onEachDatabase('preparing a number', {}, (room) => {
  let documents: (uid: string) => ReturnType<ReturnType<typeof room>['cms']['strapi']['documents']>;
  const propose = (query = '') => room().desk<Proposal & Refused>('GET', `/numbers/proposal${query}`);
  const prepare = (request: NumberRequest) => room().desk<Made & Refused>('POST', '/numbers', request);
  const populate = {
    sections: {
      on: {
        'newsletter-section.articles': { populate: { articles: true } },
        'newsletter-section.dashboard': { populate: { dashboard: true } },
        'newsletter-section.agenda': { populate: { entries: true } },
        'newsletter-section.text': true,
      },
    },
  } as const;
  const read = async (documentId: string) =>
    (await documents(uids.issue).findOne({ documentId, populate } as never)) as unknown as Record<
      string,
      unknown
    > & { sections: Record<string, unknown>[] };
  const requestOf = ({ from, number, periodFrom, periodTo, publicationDate }: Proposal): NumberRequest => ({
    ...{ from, number, periodFrom, periodTo, publicationDate },
    languages: ['fr', 'ar'],
  });

  /** N° 242 in French and Arabic, as Al Amana makes it: one dashboard for both. */
  async function compose(number: number) {
    documents = (uid) => room().cms.strapi.documents(uid as never);
    const dashboard = await room().create(uids.dashboard, {
      title: 'Situation au 30/06/2023',
      asOf: '2023-06-30',
      figures: figures('2023-06-30'),
    });
    const sections = [
      {
        __component: 'newsletter-section.articles',
        heading: 'Édito',
        layout: 'lead',
        articles: [await room().article()],
      },
      { __component: 'newsletter-section.dashboard', heading: 'Tableau de bord', dashboard },
      {
        __component: 'newsletter-section.agenda',
        heading: 'Agenda',
        entries: [
          { title: 'Foire de Mohammedia', startDate: '2023-08-20', endDate: '2023-09-03' },
          { title: 'Semaine de la microfinance', startDate: '2023-10-28', endDate: '2023-11-05' },
        ],
      },
      {
        __component: 'newsletter-section.text',
        heading: 'Ours',
        body: [paragraph('Directeur de la publication')],
      },
    ];
    const dates = { periodFrom: '2023-05-01', periodTo: '2023-07-31', publicationDate: '2023-07-31' };
    const french = { number, subject: `AMANEWS N° ${number} : l’encours frôle les 9 milliards`, sections };
    const documentId = await room().issue({ ...dates, ...french, periodLabel: 'Mai – juillet 2023' });
    const arabic = { language: 'ar', subject: `AMANEWS العدد ${number}`, periodLabel: 'ماي – يوليوز 2023' };
    await room().issue({ ...dates, number, ...arabic, sections, preheader: '' });
    return { documentId, dashboard };
  }

  it('moves days, subject, figures and agenda on, and takes nothing of the other number along', async () => {
    const { dashboard } = await compose(242);
    const { body: proposal } = await propose();
    expect(proposal).toMatchObject({
      ...{ from: 242, number: 243, numbers: [242] },
      ...{ periodFrom: '2023-08-01', periodTo: '2023-10-31', publicationDate: '2023-10-31' },
      dashboards: [{ title: 'Situation au 30/09/2023', period: '30/09/2023' }],
    });
    // Figures follow the days that somebody chooses: forty months after the other number's, as far before the end as there.
    const later = await propose('?periodFrom=2026-11-01&periodTo=2026-11-30');
    expect(later.body.dashboards).toMatchObject([{ title: 'Situation au 31/10/2026', period: '31/10/2026' }]);
    expect(proposal.issues).toMatchObject([
      {
        language: 'fr',
        subject: 'AMANEWS N° 243',
        periodLabel: 'Août – octobre 2023',
        toWrite: ['subject', 'preheader'],
        existing: null,
      },
      {
        language: 'ar',
        subject: 'AMANEWS العدد 243',
        periodLabel: 'غشت – أكتوبر 2023',
        toWrite: [],
        existing: null,
      },
    ]);
    expect(proposal.issues[0]?.sections).toEqual([
      { type: 'articles', heading: 'Édito', left: 1, kept: 0 },
      { type: 'dashboard', heading: 'Tableau de bord', left: 0, kept: 1 },
      { type: 'agenda', heading: 'Agenda', left: 1, kept: 1 },
      { type: 'text', heading: 'Ours', left: 0, kept: 1 },
    ]);

    const { status, body } = await prepare(requestOf(proposal));
    expect([status, body.error]).toEqual([200, undefined]);
    expect(body.issues.map(({ language }) => language)).toEqual(['fr', 'ar']);
    const [french, arabic] = await Promise.all(body.issues.map(({ documentId }) => read(documentId)));
    expect(french).toMatchObject({
      ...{ number: 243, stage: 'drafting', revision: 1, preheader: null, periodTo: '2023-10-31' },
      sections: [
        { __component: 'newsletter-section.articles', heading: 'Édito', layout: 'lead', articles: [] },
        {
          dashboard: {
            ...{ title: 'Situation au 30/09/2023', asOf: '2023-09-30' },
            figures: {
              periods: [
                { label: '2022' },
                { label: '30/06/2023' },
                { label: '30/09/2023', end: '2023-09-30', partial: true },
              ],
              groups: [{ indicators: [{ label: 'Clients actifs', values: [812, 819, null] }] }],
            },
          },
        },
        { heading: 'Agenda', entries: [{ title: 'Semaine de la microfinance' }] },
        { heading: 'Ours', body: [paragraph('Directeur de la publication')] },
      ],
    });
    const copied = (issue: typeof french) =>
      (issue?.sections[1]?.['dashboard'] as { documentId: string }).documentId;
    expect(copied(french)).not.toBe(dashboard);
    expect(copied(arabic)).toBe(copied(french));
    const { body: journal } = await room().desk<{ rows: { name: string; sentence: string }[] }>(
      'GET',
      '/journal?number=243',
    );
    expect(journal.rows.map(({ name }) => name)).toContain('issue.prepared');
  });

  it('says what has still to be written, until somebody has written it', async () => {
    const { documentId } = (
      await room().desk<{ rows: { documentId: string; number: number; language: string }[] }>(
        'GET',
        '/issues',
      )
    ).body.rows.find(({ number, language }) => number === 243 && language === 'fr') as { documentId: string };
    const article = await room().article({ title: 'Le réseau s’étend' });
    const { sections } = await read(documentId);
    const [lead, ...rest] = sections.map(({ id: _, ...section }) => section);
    const filled = [
      { ...lead, articles: [article] },
      ...rest.filter(({ __component }) => __component === 'newsletter-section.text'),
    ];
    await room().update(uids.issue, documentId, { sections: filled });
    const rules = async () => (await room().detail(documentId)).findings.map(({ rule }) => rule);
    expect(await rules()).toEqual(expect.arrayContaining(['subject-proposed', 'preheader-missing']));
    await room().update(uids.issue, documentId, { subject: 'AMANEWS N° 243 : le réseau s’étend' });
    expect(await rules()).not.toContain('subject-proposed');
    expect((await documents(uids.issue).findOne({ documentId }))?.['proposedSubject']).toBe('AMANEWS N° 243');
  });

  it('makes no number twice, not even for two people at once', async () => {
    const { body: taken } = await prepare({ ...requestOf((await propose('?number=243')).body), from: 242 });
    expect(taken.error).toMatchObject({
      status: 409,
      details: { code: 'NUMBER_TAKEN', data: { number: 243, languages: ['ar', 'fr'] } },
    });
    const request = requestOf((await propose('?from=242')).body);
    expect(request).toMatchObject({
      from: 242,
      number: 244,
      periodFrom: '2023-11-01',
      periodTo: '2024-01-31',
    });
    const answers = await Promise.all([prepare(request), prepare(request), prepare(request)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await documents(uids.issue).count({ filters: { number: 244 } } as never)).toBe(2);
    // Nothing of those that were refused is left behind.
    expect(await documents(uids.dashboard).count({ filters: { asOf: '2024-06-30' } } as never)).toBe(0);
    expect(await documents(uids.dashboard).count({ filters: { asOf: '2023-09-30' } } as never)).toBe(1);
    expect(await documents(uids.dashboard).count({ filters: { asOf: '2023-12-31' } } as never)).toBe(1);
  });

  it('begins with a blank number, and with one that is not the last', async () => {
    const { body: blank } = await propose('?from=blank&number=900&periodFrom=2024-04-01&periodTo=2024-04-30');
    expect(
      blank.issues.map(({ language, subject, periodLabel }) => [language, subject, periodLabel]),
    ).toEqual([
      ['fr', 'AMANEWS N° 900', 'Avril 2024'],
      ['ar', 'AMANEWS العدد 900', 'أبريل 2024'],
      ['en', 'AMANEWS No. 900', 'April 2024'],
    ]);
    const { body } = await prepare({ ...requestOf(blank), languages: ['en'] });
    expect(body.issues).toHaveLength(1);
    expect((await propose('?from=1')).body.error.details.code).toBe('NUMBER_UNKNOWN');
    const upsideDown = { ...requestOf(blank), number: 901, periodTo: '2024-03-01' };
    expect((await prepare(upsideDown)).status).toBe(400);
  });

  it('is the only way to copy a number, and for those who may create issues', async () => {
    const token = await room().cms.token();
    const { body: page } = await room().desk<{ rows: { documentId: string }[] }>('GET', '/issues');
    const source = `/content-manager/collection-types/${uids.issue}`;
    const id = page.rows[0]?.documentId ?? '';
    for (const way of [`${source}/clone/${id}`, `${source}/auto-clone/${id}`]) {
      const copied = await room().cms.call<Refused>('POST', way, { token, body: { number: 4_000 } });
      expect([way, copied.status >= 400]).toEqual([way, true]);
    }
    expect(await documents(uids.issue).count({ filters: { number: 4_000 } } as never)).toBe(0);
  });
});
