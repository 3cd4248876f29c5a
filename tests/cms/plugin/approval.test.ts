import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNewsroom, type Newsroom, type Refused } from './newsroom';

const hash = 'a'.repeat(64);

describe('approving an issue', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom();
  });
  afterAll(() => room.close());

  const approveAs = (issue: string, seen: string) =>
    room.desk<Refused>('POST', `/issues/${issue}/approve`, { hash: seen });
  const stageOf = async (issue: string) => (await room.detail(issue)).stage;

  it('goes from drafting over review to approved, and says who approved what and when', async () => {
    const issue = await room.issue();
    const submitted = await room.desk('POST', `/issues/${issue}/submit`);
    expect(submitted.body).toMatchObject({ stage: 'in-review', approval: null });
    const preview = await room.preview(issue);
    const approved = await approveAs(issue, preview.hash);
    expect(approved.body).toMatchObject({
      stage: 'approved',
      approval: { hash: preview.hash, by: 'strapi-super-admin Test' },
    });
  });

  it('shows the edition before anything is published, with the slots filled for a sample reader', async () => {
    const article = await room.article({ title: 'Encore un brouillon' }, { published: false });
    const preview = await room.preview(await room.issue({ articles: [article] }));
    expect(preview.html).toContain('Encore un brouillon');
    expect(preview.html).not.toMatch(/S[0-9a-f]{20}_/);
    expect(preview.direction).toBe('ltr');
  });

  it('is given on trial, where our own pages stand on this machine, and the desk says what to set', async () => {
    const link = (url: string) => ({ callToActionLabel: 'À propos', callToActionUrl: url });
    const issue = await room.issue({ articles: [await room.article(link('http://localhost:1337/about'))] });
    const { findings, obstacles } = await room.detail(issue);
    expect(obstacles).toEqual([]);
    const [finding] = findings.filter(({ rule }) => rule === 'installation-local');
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.message).toContain('http://localhost:1337');
    expect((await room.approve(issue)).status).toBe(200);
    const other = await room.issue({ articles: [await room.article(link('http://192.168.1.20/about'))] });
    expect((await room.approve(other)).status).toBe(409);
  });

  it('is refused while an article is not published, with the title of the article', async () => {
    const article = await room.article({ title: 'La foire de Meknès' }, { published: false });
    const issue = await room.issue({ articles: [article] });
    const { status, body } = await room.approve(issue);
    expect(status).toBe(409);
    expect(body.error.details.code).toBe('APPROVAL_REFUSED');
    expect(body.error.message).toBe(
      'L’article « La foire de Meknès » n’est pas publié : publiez-le, ou retirez-le du numéro.',
    );
    expect((await room.detail(issue)).obstacles).toMatchObject([
      {
        code: 'article-unpublished',
        subject: 'La foire de Meknès',
        editable: { type: 'article', documentId: article },
      },
    ]);
  });

  it('shows where each finding lies, in the words of the admin, with what to open', async () => {
    const article = await room.article({
      title: 'Le Conseil à Fès',
      kind: 'governance-meeting',
      governingBody: 'Conseil d’Administration',
      meetingDate: '2022-06-23',
    });
    const issue = await room.issue({ articles: [article], preheader: 'Court.' });
    const { findings } = await room.detail(issue);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'date-outside-period',
        place: 'Article « Le Conseil à Fès », Date de la réunion',
        at: 'sections[0].articles[0].date',
        editable: { type: 'article', documentId: article },
      }),
    );
    const ofTheIssue = findings.filter(({ editable }) => editable?.type === 'issue');
    expect(ofTheIssue.map(({ place, editable }) => [place, editable])).toEqual([
      ['Numéro, Accroche', { type: 'issue', documentId: issue }],
    ]);
    for (const { place } of findings) expect(place).not.toMatch(/[[\]]|masthead/);
  });

  it('is refused while a published article has changes that are not published', async () => {
    const article = await room.article({ title: 'Bilan du semestre' });
    const issue = await room.issue({ articles: [article] });
    await room.update('plugin::newsletter.article', article, { standfirst: 'Une correction.' });
    const { status, body } = await room.approve(issue);
    expect([status, body.error.message]).toEqual([
      409,
      'L’article « Bilan du semestre » a des modifications non publiées : publiez-les, ou annulez-les.',
    ]);
  });

  it('names the article and the field of the admin that keeps the issue from being laid out', async () => {
    const article = await room.article({ title: 'Salon de l’agriculture', kind: 'event' });
    const issue = await room.issue({ articles: [article] });
    const detail = await room.detail(issue);
    expect(detail.edition).toBeNull();
    expect(detail.obstacles).toMatchObject([
      {
        code: 'issue-invalid',
        subject: 'Salon de l’agriculture',
        message: 'Article « Salon de l’agriculture » : le champ « Début » n’est pas rempli.',
      },
    ]);
    expect((await room.desk('GET', `/issues/${issue}/preview`)).status).toBe(409);
  });

  it('is refused when the issue is no longer what the person saw', async () => {
    const issue = await room.issue();
    await room.desk('POST', `/issues/${issue}/submit`);
    const { status, body } = await approveAs(issue, hash);
    expect([status, body.error.details.code]).toEqual([409, 'EDITION_CHANGED']);
    expect(await stageOf(issue)).toBe('in-review');
  });

  it.each([
    [
      'the issue',
      (issue: string) => room.update('plugin::newsletter.issue', issue, { subject: 'Autre objet' }),
    ],
    [
      'an article, even before it is published',
      (_issue: string, article: string) =>
        room.update('plugin::newsletter.article', article, { title: 'Autre titre' }),
    ],
    [
      'the brand',
      async () => {
        const found = await room.cms.strapi.documents('plugin::newsletter.brand' as never).findFirst();
        return room.update('plugin::newsletter.brand', found?.documentId ?? '', {
          name: `Al Amana ${Date.now()}`,
        });
      },
    ],
  ])('is void once somebody edits %s', async (_what, edit) => {
    const article = await room.article();
    const issue = await room.issue({ articles: [article] });
    expect((await room.approve(issue)).status).toBe(200);
    await edit(issue, article);
    expect(await room.detail(issue)).toMatchObject({ stage: 'drafting', approval: null });
  });

  it('stands when a save changes nothing that readers see', async () => {
    const article = await room.article();
    const issue = await room.issue({ articles: [article] });
    await room.approve(issue);
    await room.update('plugin::newsletter.article', article, { title: 'Le Conseil s’est réuni' });
    expect(await stageOf(issue)).toBe('approved');
  });

  it('is refused while another language seems to be this issue under another number', async () => {
    const days = { periodFrom: '2024-03-01', periodTo: '2024-03-31', periodLabel: 'Mars 2024' };
    const french = await room.issue({ ...days, number: 842, publicationDate: '2024-04-02' });
    const arabic = await room.issue({
      ...days,
      number: 843,
      language: 'ar',
      subject: 'العدد 843',
      preheader: '',
      periodLabel: 'مارس 2024',
      publicationDate: '2024-04-02',
    });
    const rulesOf = async (issue: string) => (await room.detail(issue)).findings.map(({ rule }) => rule);
    expect(await rulesOf(french)).toContain('parity-number');
    expect(await rulesOf(arabic)).toContain('parity-number');
    const { status, body } = await room.approve(french);
    expect([status, body.error.details.code]).toEqual([409, 'APPROVAL_REFUSED']);
    // With an issue of its own number in the other language, it is nobody's stray.
    await room.issue({ ...days, number: 843, publicationDate: '2024-04-02' });
    expect(await rulesOf(french)).not.toContain('parity-number');
    expect(await rulesOf(arabic)).not.toContain('parity-number');
  });

  it('can be taken back', async () => {
    const issue = await room.issue();
    await room.approve(issue);
    const { body } = await room.desk('POST', `/issues/${issue}/withdraw`);
    expect(body).toMatchObject({ stage: 'drafting', approval: null });
  });

  it('cannot be had by writing the field, neither by a script nor in the admin', async () => {
    const issue = await room.issue();
    await expect(
      room.update('plugin::newsletter.issue', issue, { stage: 'approved', approvedHash: hash }),
    ).rejects.toThrow(/are changed at the desk only/);
    await expect(room.issue({ stage: 'sent' })).rejects.toThrow(/are changed at the desk only/);
    const token = await room.cms.token();
    const { status, body } = await room.cms.call<Refused>(
      'PUT',
      `/content-manager/collection-types/plugin::newsletter.issue/${issue}`,
      { token, body: { stage: 'approved', revision: 1 } },
    );
    expect([status, body.error.details.code]).toEqual([400, 'STAGE_GUARDED']);
    expect(body.error.message).toMatch(/ne se changent qu’au pupitre/);
    expect(await stageOf(issue)).toBe('drafting');
  });

  it('survives a form that was opened before it: the stage in the form is left aside when it is the same', async () => {
    const issue = await room.issue();
    await room.update('plugin::newsletter.issue', issue, { stage: 'drafting', subject: 'Objet corrigé' });
    expect(await room.detail(issue)).toMatchObject({ stage: 'drafting', subject: 'Objet corrigé' });
  });

  it('is refused at a stage where it makes no sense', async () => {
    const issue = await room.issue();
    const approved = await room.approve(issue);
    const again = await approveAs(issue, approved.body.approval?.hash ?? '');
    expect([again.status, again.body.error.details.code]).toEqual([409, 'STAGE_REFUSED']);
    expect(again.body.error.message).toMatch(/^Le numéro \d+ est approuvé : il ne peut pas être approuvé\.$/);
  });
});
