import { beforeAll, expect, it } from 'vitest';
import type { ArticleChoice, Composition, LiveMail, Page } from '../../../cms/plugin/shared/desk';
import type { Newsroom, Refused } from './newsroom';
import { paragraph } from './newsroom';
import { onEachDatabase } from './on-each-database';

const articles = 'plugin::newsletter.article';

onEachDatabase('composing', {}, (open) => {
  let room: Newsroom;
  beforeAll(() => {
    room = open();
  });

  const composition = async (issue: string) =>
    (await room.desk<Composition>('GET', `/issues/${issue}/composition`)).body;
  const ask = (issue: string, overlays: object) =>
    room.desk<{ mail: LiveMail | null } & Refused>('POST', `/issues/${issue}/live`, {
      page: 'test',
      ...overlays,
    });
  async function live(issue: string, overlays: object = {}): Promise<LiveMail> {
    const { status, body } = await ask(issue, overlays);
    expect([status, body.error]).toEqual([200, undefined]);
    if (body.mail === null) throw new Error('There is no mail.');
    return body.mail;
  }
  const listed = async (query: string) =>
    (await room.desk<Page<ArticleChoice>>('GET', `/articles?${query}`)).body;

  it('begins from what is stored, by the names of the forms, and says what can be sent', async () => {
    const [sent, changed, draft] = [
      await room.article({ title: 'Publié' }),
      await room.article({ title: 'Avant' }),
      await room.article({ title: 'Brouillon' }, { published: false }),
    ];
    await room.update(articles, changed, { title: 'Après' });
    const issue = await room.issue({ articles: [sent, changed, draft] });
    const { issue: head, articles: held, may } = await composition(issue);
    expect(head.form).toMatchObject({
      periodFrom: '2023-07-01',
      sections: [
        {
          __component: 'newsletter-section.articles',
          heading: 'Actualités',
          articles: [sent, changed, draft],
        },
      ],
    });
    expect(head.form).not.toHaveProperty('stage');
    expect(held.map(({ form, state }) => [form.title, state])).toEqual([
      ['Publié', 'published'],
      ['Après', 'modified'],
      ['Brouillon', 'draft'],
    ]);
    expect(may).toEqual({ issue: true, article: true, dashboard: true });
  });

  it('shows what is typed in the mail, and stores none of it', async () => {
    const article = await room.article({ title: 'Titre rangé' });
    const issue = await room.issue({ articles: [article] });
    const before = await composition(issue);
    const mail = await live(issue, {
      issue: { subject: 'Objet tapé', periodLabel: 'Août 2023' },
      articles: { [article]: { title: 'Titre tapé', body: [paragraph('Corps tapé.')] } },
    });
    expect(mail.subject).toBe('Objet tapé');
    for (const typed of ['Août 2023', 'Titre tapé', 'Corps tapé.']) expect(mail.html).toContain(typed);
    expect(mail.html).not.toContain('Titre rangé');
    expect(await composition(issue)).toEqual(before);
    expect((await live(issue)).html).toContain('Titre rangé');
  });

  it('lays sections over in any order, with articles that were not in them', async () => {
    const [one, two, three] = [
      await room.article({ title: 'Un' }),
      await room.article({ title: 'Deux' }),
      await room.article({ title: 'Trois' }),
    ];
    const issue = await room.issue({ articles: [one, two] });
    const { html } = await live(issue, {
      issue: {
        sections: [
          { __component: 'newsletter-section.quote', text: 'Une citation', attribution: 'A.' },
          { __component: 'newsletter-section.articles', heading: 'Tout', articles: [three, two, one] },
        ],
      },
    });
    const at = ['Une citation', 'Trois', 'Deux', 'Un<'].map((text) => html.lastIndexOf(text));
    expect(at.every((offset) => offset > 0)).toBe(true);
    expect([...at].sort((left, right) => left - right)).toEqual(at);
  });

  it('marks the pieces of the mail with their places, and no edition has such a mark', async () => {
    const issue = await room.issue({ articles: [await room.article({ standfirst: 'Un chapeau à part' })] });
    const { html } = await live(issue);
    const places = [...html.matchAll(/<i data-place="([^"]+)"><\/i>/g)].map(([, place]) => place);
    expect(places).toEqual(
      expect.arrayContaining([
        'masthead.period.label',
        'sections[0].heading',
        'sections[0].articles[0].title',
        'sections[0].articles[0].standfirst',
        'sections[0].articles[0].body[0]',
      ]),
    );
    expect(html).toMatch(/<i data-place="sections\[0\]\.articles\[0\]\.title"><\/i>Le Conseil/);
    const edition = await room.preview(issue);
    expect(edition.html).not.toContain('data-place');
    expect(html.replaceAll(/<i data-place="[^"]+"><\/i>/g, '')).toBe(edition.html);
  });

  it('shows what there is of a number that is not complete, and says what is missing beside its place', async () => {
    const meeting = await room.article({ title: 'Séance', kind: 'governance-meeting' }, { published: false });
    const issue = await room.issue({ articles: [meeting] });
    const sections = [
      { __component: 'newsletter-section.articles', heading: 'Réunions', articles: [meeting] },
      { __component: 'newsletter-section.articles', heading: 'Actualités', articles: [] },
      { __component: 'newsletter-section.agenda', heading: 'Agenda', entries: [{ title: 'Sans jour' }] },
      { __component: 'newsletter-section.dashboard', heading: 'Chiffres', dashboard: null },
      { __component: 'newsletter-section.text', heading: 'Ours', body: null },
      { __component: 'newsletter-section.quote' },
      { __component: 'newsletter-section.image', picture: null },
      {
        __component: 'newsletter-section.links',
        heading: 'Liens',
        links: [{ label: 'Où', url: 'www.x.ma' }],
      },
    ];
    const { html, notes } = await live(issue, {
      issue: { sections, subject: null, publicationDate: 'hier' },
    });
    for (const heading of ['Séance', 'Réunions', 'Actualités', 'Agenda', 'Chiffres', 'Ours', 'Liens'])
      expect(html).toContain(heading);
    const problems = notes.filter(({ severity }) => severity === 'problem').map(({ at }) => at);
    expect(problems).toEqual(
      expect.arrayContaining([
        'masthead.subject',
        'masthead.publicationDate',
        'sections[0].articles[0].date',
        'sections[1].articles',
        'sections[2].entries[0].start',
        'sections[3].dashboard',
        'sections[7].links[0].url',
      ]),
    );
    expect(notes.find(({ at }) => at === 'sections[1].articles')?.message).toMatch(/Actualités/);
    const url = 'sections[7].links[0].url';
    const [address] = notes.filter(({ at }) => at === url);
    expect(address?.mend).toEqual({ place: url, from: 'www.x.ma', to: 'https://www.x.ma' });
    // Empty from end to end, as a number is that was just made blank.
    expect((await live(issue, { issue: { sections: [] } })).html).toContain('AMANEWS');
  });

  it('says what a finding is mended by, where there is one right value', async () => {
    const article = await room.article({ title: 'Le le Conseil' });
    const place = 'sections[0].articles[0].title';
    const notes = async (overlays: object) =>
      (await live(await room.issue({ articles: [article] }), overlays)).notes.filter(
        ({ at }) => at === place,
      );
    expect(await notes({})).toMatchObject([
      { mend: { place, from: 'Le le Conseil', to: 'Le Conseil' }, finding: { setAside: null } },
    ]);
    expect(await notes({ articles: { [article]: { title: 'Le Conseil' } } })).toEqual([]);
  });

  it('refuses whatever only a machine writes, what is no field, and what is too long', async () => {
    const article = await room.article();
    const issue = await room.issue({ articles: [article] });
    const hostile: object[] = [
      { issue: { stage: 'approved' } },
      { issue: { approvedHash: 'a'.repeat(64) } },
      { articles: { [article]: { documentId: 'x' } } },
      { articles: { '../../etc': {} } },
      { issue: { subject: 'x'.repeat(20_000) } },
      { issue: { sections: [{ __component: 'admin::user' }] } },
      {
        issue: { cover: { id: 1, url: 'http://169.254.169.254/', formats: { large: { url: 'http://x' } } } },
      },
      { page: '' },
      { articles: Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`a${at}`, {}])) },
    ];
    for (const overlays of hostile) {
      const { status, body } = await ask(issue, overlays);
      expect([status, body.error?.details.code], JSON.stringify(overlays).slice(0, 80)).toEqual([
        400,
        'INPUT_INVALID',
      ]);
    }
    expect((await ask('none', {})).body.error.details.code).toBe('ISSUE_UNKNOWN');
  });

  it('escapes what is typed, and takes of a picture its number alone', async () => {
    const article = await room.article();
    const issue = await room.issue({ articles: [article] });
    const { html } = await live(issue, {
      issue: { cover: { id: 999_999, url: 'https://thief.example/pixel.png' } },
      articles: {
        [article]: {
          title: '<script>alert(1)</script><i data-place="x">',
          images: [{ id: 999_999, url: 'https://thief.example/pixel.png' }],
          callToActionLabel: 'Ici',
          callToActionUrl: 'javascript:alert(1)',
          body: [{ type: 'html', html: '<img src=x onerror=alert(1)>' }, paragraph('Reste')],
        },
      },
    });
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('Reste');
    expect(html).not.toMatch(/<script>alert|thief\.example|javascript:|onerror|<i data-place="x"/);
  });

  it('lists articles to choose from: who wrote them, what can be sent, where each stands already', async () => {
    const used = await room.article({ title: 'Caravane à Fès', author: 'S. Alaoui', kind: 'editorial' });
    const free = await room.article({ title: 'Caravane à Agadir', kind: 'event', startDate: '2024-05-01' });
    const other = await room.article({ title: 'Caravan in Fez', language: 'en' }, { published: false });
    const first = await room.issue({ articles: [used] });
    await room.issue({ articles: [used], number: 9_001 });
    const { rows } = await listed('search=caravan');
    expect(rows.map(({ documentId }) => documentId)).toEqual([other, free, used]);
    expect(rows[2]).toMatchObject({ author: 'S. Alaoui', state: 'published', kind: 'editorial' });
    expect(rows[2]?.usedIn.map(({ number }) => number)).toEqual([
      9_001,
      (await composition(first)).issue.number,
    ]);
    expect(rows[0]).toMatchObject({ state: 'draft', language: 'en', usedIn: [] });
    const found = async (query: string) => (await listed(query)).rows.map(({ documentId }) => documentId);
    expect(await found('search=caravan&unused=yes')).toEqual([other, free]);
    expect(await found('search=caravan&language=fr&kind=event')).toEqual([free]);
    expect(await found('search=Fès caravane')).toEqual([used]);
    expect(await found('search=caravan&since=2999-01-01')).toEqual([]);
    const page = await listed('search=caravan&page=2&pageSize=2');
    expect([page.total, page.rows.map(({ documentId }) => documentId)]).toEqual([3, [used]]);
  });

  it('is for whoever may edit at the desk', async () => {
    const issue = await room.issue();
    const token = await room.cms.token('nachra-author');
    for (const [method, route] of [
      ['GET', `/issues/${issue}/composition`],
      ['POST', `/issues/${issue}/live`],
      ['GET', '/articles'],
    ] as const) {
      const body = method === 'POST' ? { page: 'x' } : undefined;
      expect((await room.cms.call(method, `/newsletter${route}`, { token, body })).status).toBe(403);
    }
  });
});
