import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampaignDetail, EditionPreview } from '../../../cms/plugin/shared/desk';
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink';
import { brand, eventually, paragraph } from '../plugin/newsroom';
import { settingsIn, startBareApp, type BareApp } from './bare-app';

const type = (name: string) => `plugin::newsletter.${name}`;

describe('the plugin in a Strapi that has nothing else', () => {
  let sink: SmtpSink;
  let app: BareApp;
  beforeAll(async () => {
    sink = await startSmtpSink();
    app = await startBareApp((folder) => settingsIn(folder, sink.url));
    await create('brand', brand);
  });
  afterAll(async () => {
    await app.close();
    await sink.close();
  });

  async function create(name: string, data: object, status?: 'published'): Promise<string> {
    const documents = app.strapi.documents(type(name) as never);
    return (await documents.create({ data, status } as never)).documentId;
  }

  /** Composes an issue through the documents API. */
  async function compose(number: number): Promise<string> {
    const article = await create(
      'article',
      {
        title: 'Une agence ouvre à Agadir',
        kind: 'company-news',
        language: 'fr',
        body: [paragraph('L’agence d’Agadir reçoit depuis lundi.')],
      },
      'published',
    );
    return create('issue', {
      number,
      language: 'fr',
      subject: `AMANEWS n° ${number}, les nouvelles du mois`,
      preheader: 'Réunions, agenda et chiffres de la maison, à lire en cinq minutes ce mois-ci.',
      periodLabel: 'Juillet 2023',
      periodFrom: '2023-07-01',
      periodTo: '2023-07-31',
      publicationDate: '2023-08-01',
      sections: [
        {
          __component: 'newsletter-section.articles',
          heading: 'Actualités',
          layout: 'list',
          articles: [article],
        },
      ],
    });
  }

  it('checks what is written, and keeps the stage to itself', async () => {
    await expect(create('subscriber', { address: 'no address' })).rejects.toThrow(
      '“no address” is not an e-mail address',
    );
    await expect(create('issue', { number: 2, stage: 'approved' })).rejects.toThrow();
  });

  it('previews an issue by Strapi’s own button', async () => {
    const issue = await compose(3);
    const route = `/content-manager/preview/url/${type('issue')}?documentId=${issue}&status=draft`;
    const { body } = await app.call<{ data: { url: string } }>('GET', route);
    expect((await app.call<string>('GET', body.data.url)).body).toContain('<iframe');
    expect((await app.call<string>('GET', `${body.data.url}/mail`)).body).toContain('depuis lundi');
    expect((await app.call('GET', '/newsletter/preview-assets/shell.css')).status).toBe(200);
  });

  it('approves an issue and sends it to a mail server', async () => {
    const issue = await compose(1);
    const list = await create('list', { name: 'Tous' });
    for (const address of ['salma@bare.test', 'omar@bare.test'])
      await create('subscriber', { address, language: 'fr', confirmed: true, lists: [list] });
    await app.call('POST', `/newsletter/issues/${issue}/submit`);
    const { hash } = (await app.call<EditionPreview>('GET', `/newsletter/issues/${issue}/preview`)).body;
    expect((await app.call('POST', `/newsletter/issues/${issue}/approve`, { hash })).status).toBe(200);
    const { body } = await app.call<CampaignDetail>('POST', `/newsletter/issues/${issue}/campaigns`, {
      listIds: [list],
      startAt: null,
    });
    const campaign = await eventually(
      async () => (await app.call<CampaignDetail>('GET', `/newsletter/campaigns/${body.id}`)).body,
      ({ status }) => status === 'complete',
    );
    expect(campaign.counts.accepted).toBe(2);
    const mail = await sink.messageTo('salma@bare.test');
    expect(mail.subject).toBe('AMANEWS n° 1, les nouvelles du mois');
    expect(mail.html).toContain('depuis lundi');
    expect((await app.call<string>('GET', '/issues/1')).body).toContain('depuis lundi');
  });

  it('writes in the language of the installation what names none', async () => {
    const words = { postalAddress: '1 Main Street', whyReceived: 'You asked for it.' };
    const documentId = await create('subscriber', { address: 'nora@bare.test' });
    const read = (name: string, query: object) =>
      app.strapi.documents(type(name) as never).findFirst(query as never) as Promise<object | null>;
    expect(await read('subscriber', { filters: { documentId } })).toMatchObject({ language: 'en' });
    const { documentId: brandId } = (await read('brand', {})) as { documentId: string };
    const changed = await app.strapi.documents(type('brand') as never).update({
      documentId: brandId,
      data: { wordings: [words], revision: 1 },
      populate: ['wordings'],
    } as never);
    expect(changed).toMatchObject({ wordings: [{ language: 'en' }] });
    const again = {
      number: 3,
      subject: 'Twice',
      periodLabel: 'July 2023',
      periodFrom: '2023-07-01',
      periodTo: '2023-07-31',
      publicationDate: '2023-08-01',
    };
    await create('issue', again);
    await expect(create('issue', again)).rejects.toThrow('Issue 3 already exists in English');
  });

  it('offers that language in a new form', async () => {
    const { body } = await app.call<{ data: { uid: string; attributes: Record<string, object> }[] }>(
      'GET',
      '/content-manager/content-types',
    );
    const article = body.data.find(({ uid }) => uid === type('article'));
    expect(article?.attributes['language']).toMatchObject({ default: 'en' });
  });

  it('names the fields of its forms, adds its roles and leaves Strapi’s', async () => {
    type Configuration = {
      metadatas: Record<string, { edit: { label: string } }>;
      layouts: { edit: { name: string }[][] };
    };
    const { body } = await app.call<{ data: { contentType: Configuration } }>(
      'GET',
      `/content-manager/content-types/${type('issue')}/configuration`,
    );
    expect(body.data.contentType.metadatas).toMatchObject({
      subject: { edit: { label: 'Objet du message' } },
    });
    // And nothing that only machines write: each field of the form has a name that people know.
    const { metadatas, layouts } = body.data.contentType;
    const form = layouts.edit.flat().map(({ name }) => name);
    expect(form).toContain('sections');
    expect(form.filter((name) => metadatas[name]?.edit.label === name)).toEqual([]);
    const roles = await app.call<{ data: { code: string }[] }>('GET', '/admin/roles');
    expect(roles.body.data.map(({ code }) => code).sort()).toEqual([
      'nachra-author',
      'nachra-editor',
      'nachra-publisher',
      'strapi-author',
      'strapi-editor',
      'strapi-super-admin',
    ]);
  });

  it('closes Strapi’s open relay', async () => {
    const mail = { to: 'a@example.test', from: 'b@example.test', subject: 's', text: 't' };
    expect([404, 405]).toContain((await app.call('POST', '/email', mail)).status);
  });
});

describe('settings of the plugin that cannot be used', () => {
  it('stop the boot with a sentence for each, and never with a value', async () => {
    const boot = startBareApp((folder) => ({
      ...settingsIn(folder, 'http://no-mail-server.test'),
      linkSecret: 'too-short',
      publicUrl: undefined,
      defaultLanguage: undefined,
      colour: 'red',
    }));
    const error = await boot.then(
      () => new Error('It booted.'),
      (refused: unknown) => refused as Error,
    );
    expect(error.message).toMatch(/publicUrl is missing\. Set publicUrl to the address readers reach/);
    expect(error.message).toMatch(/defaultLanguage is missing\. Set defaultLanguage to one of fr, ar, en/);
    expect(error.message).toMatch(/linkSecret has a value that cannot be used/);
    expect(error.message).toMatch(/sending\.servers\.0\.smtp has a value that cannot be used/);
    expect(error.message).toMatch(/colour: there is no such setting/);
    expect(error.message).not.toMatch(/too-short|no-mail-server/);
  });
});
