import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCms, type RunningCms } from '../../support/cms';

describe('documents', () => {
  let cms: RunningCms;

  beforeAll(async () => {
    cms = await startCms();
    await cms.seed();
  });
  afterAll(() => cms.close());

  const create = (uid: string, data: object): Promise<unknown> =>
    cms.strapi.documents(uid as 'plugin::newsletter.issue').create({ data: data as never });

  const issue = (over: object = {}): object => ({
    number: 243,
    language: 'fr',
    subject: 'AMANEWS N° 243',
    periodLabel: 'Août 2023',
    periodFrom: '2023-08-01',
    periodTo: '2023-08-31',
    publicationDate: '2023-09-01',
    ...over,
  });

  it('seeds once and changes nothing the second time', async () => {
    const count = () => cms.strapi.db.query('plugin::newsletter.subscriber').count();
    const before = await count();
    expect(before).toBeGreaterThanOrEqual(25);
    const again = await cms.seed();
    expect(Object.values(again).every((made) => made === 0)).toBe(true);
    expect(await count()).toBe(before);
  });

  it('keeps the sections and their articles in the printed order', async () => {
    const found = await cms.strapi.documents('plugin::newsletter.issue').findFirst({
      filters: { number: 242, language: 'fr' },
      populate: {
        sections: {
          on: {
            'newsletter-section.articles': { populate: { articles: { fields: ['title'] } } },
            'newsletter-section.dashboard': true,
          },
        },
      },
    } as never);
    const sections = (found as unknown as { sections: { heading: string; articles?: { title: string }[] }[] })
      .sections;
    expect(sections.map((section) => section.heading)).toEqual([
      'Édito',
      'Réunions des instances de gouvernance',
      'Actualités',
      'Échos de la microfinance',
      'Dossier spécial',
      'Tableau de bord',
    ]);
    expect(sections[1]?.articles?.map((article) => article.title)).toEqual([
      'Bureau Exécutif',
      'Conseil d’Administration',
    ]);
  });

  it('refuses a second issue of the same number and language in words', async () => {
    await expect(create('plugin::newsletter.issue', issue({ number: 242 }))).rejects.toThrow(
      'Issue 242 already exists in French',
    );
  });

  it('takes the same number in another language', async () => {
    await create('plugin::newsletter.issue', issue({ number: 243, language: 'fr' }));
    await expect(
      create('plugin::newsletter.issue', issue({ number: 243, language: 'en' })),
    ).resolves.toBeTruthy();
  });

  it('refuses a dashboard row with too few values and names the row', async () => {
    const figures = {
      periods: [
        { label: '2021', end: '2021-12-31' },
        { label: '2022', end: '2022-12-31' },
      ],
      groups: [{ code: 'A', title: 'Ressources', indicators: [{ label: 'Effectif Siège', values: [197] }] }],
    };
    await expect(
      create('plugin::newsletter.dashboard', { title: 'T', asOf: '2022-12-31', figures }),
    ).rejects.toThrow(/Effectif Siège.*got 1/);
  });

  it('refuses a subscriber whose address is none, and stores a good one as it is mailed', async () => {
    await expect(create('plugin::newsletter.subscriber', { address: 'salma at exemple' })).rejects.toThrow(
      '“salma at exemple” is not an e-mail address',
    );
    const made = (await create('plugin::newsletter.subscriber', { address: ' Nouvelle@EXAMPLE.test ' })) as {
      address: string;
    };
    expect(made.address).toBe('Nouvelle@example.test');
    const beyond = (await create('plugin::newsletter.subscriber', { address: 'سلمى@exémple.test' })) as {
      address: string;
    };
    expect(beyond.address).toBe('سلمى@xn--exmple-cva.test');
    await expect(
      create('plugin::newsletter.subscriber', { address: 'Nouvelle@example.test' }),
    ).rejects.toThrow('already belongs to another subscriber');
  });

  it('takes a sender’s domain beyond ASCII, and no letters beyond it before the @', async () => {
    const brands = cms.strapi.documents('plugin::newsletter.brand' as 'plugin::newsletter.issue');
    const read = () => brands.findFirst() as Promise<unknown> as Promise<Record<string, string>>;
    const before = await read();
    const save = async (data: object): Promise<unknown> => {
      const { documentId = '', revision } = await read();
      return brands.update({ documentId, data: { revision, ...data } as never });
    };
    expect(await save({ replyTo: 'redaction@exémple.test' })).toMatchObject({
      replyTo: 'redaction@exémple.test',
    });
    for (const field of ['senderAddress', 'replyTo', 'bounceAddress', 'unsubscribeAddress']) {
      await expect(save({ [field]: 'rédaction@example.test' })).rejects.toThrow(/before the @/);
    }
    await save({ replyTo: before.replyTo });
  });

  it('refuses a link that a mail client cannot follow', async () => {
    const article = {
      title: 'A',
      kind: 'sector-news',
      language: 'fr',
      sourceName: 'S',
      sourceUrl: 'javascript:alert(1)',
    };
    await expect(create('plugin::newsletter.article', article)).rejects.toThrow(
      '“Address of the source” must be a complete address',
    );
  });

  it('refuses an event that ends before it starts, and a segment whose rule is no rule', async () => {
    const event = {
      title: 'A',
      kind: 'event',
      language: 'fr',
      startDate: '2023-05-07',
      endDate: '2023-05-02',
    };
    await expect(create('plugin::newsletter.article', event)).rejects.toThrow(
      '“End” (2023-05-02) is before “Start” (2023-05-07)',
    );
    await expect(create('plugin::newsletter.segment', { name: 'S', rule: { sql: 'drop' } })).rejects.toThrow(
      'The rule must have the form',
    );
  });

  it('refuses in the language of the person, with a code and its data for programs', async () => {
    const token = await cms.token();
    await cms.strapi.db.query('admin::user').updateMany({ where: {}, data: { preferedLanguage: null } });
    const refused = async (uid: string, data: object, language: string) => {
      const { status, body } = await cms.call<{
        error: { message: string; details: { errors: { path: string[]; code: string; data: object }[] } };
      }>('POST', `/content-manager/collection-types/plugin::newsletter.${uid}`, {
        token,
        body: data,
        headers: { 'accept-language': language },
      });
      const [first] = body.error.details.errors;
      return { status, message: body.error.message, code: first?.code, data: first?.data, path: first?.path };
    };
    expect(await refused('subscriber', { address: 'salma at exemple' }, 'fr')).toEqual({
      status: 400,
      message:
        '« salma at exemple » n’est pas une adresse électronique. Elle s’écrit nom@domaine, par exemple salma@exemple.ma.',
      code: 'ADDRESS_INVALID',
      data: { address: 'salma at exemple' },
      path: ['address'],
    });
    const link = { title: 'A', kind: 'sector-news', language: 'fr', sourceUrl: 'javascript:alert(1)' };
    expect(await refused('article', link, 'fr')).toMatchObject({
      message: expect.stringContaining('« Adresse de la source » doit être une adresse complète') as string,
      code: 'LINK_INVALID',
    });
    expect(await refused('article', link, 'en')).toMatchObject({
      message: expect.stringContaining('“Address of the source” must be a complete address') as string,
      code: 'LINK_INVALID',
    });
    const figures = {
      periods: [{ label: '2021', end: '2021-12-31' }],
      groups: [{ code: 'A', title: 'Ressources', indicators: [{ label: 'Effectif', values: ['beaucoup'] }] }],
    };
    expect(await refused('dashboard', { title: 'T', asOf: '2021-12-31', figures }, 'fr')).toMatchObject({
      message: expect.stringMatching(
        /groupe « Ressources », ligne « Effectif », période « 2021 » : /,
      ) as string,
      code: 'FIGURES_INVALID',
      data: { problem: { code: 'wrong-type' } },
    });
    const rows = [{ label: 'Effectif', values: [1] }, ...['', ' '].map((label) => ({ label, values: [2] }))];
    const unnamed = { ...figures, groups: [{ code: 'A', title: 'Ressources', indicators: rows }] };
    expect(await refused('dashboard', { title: 'T', asOf: '2021-12-31', figures: unnamed }, 'fr')).toEqual({
      status: 400,
      message:
        'Chiffres : groupe « Ressources » : la ligne n° 2 n’a pas d’intitulé, et une autre non plus. Nommez-les, ou supprimez-les.',
      code: 'FIGURES_UNNAMED',
      data: { group: { level: 'group', name: 'Ressources' }, row: 2, others: 1 },
      path: ['figures'],
    });
  });
});
