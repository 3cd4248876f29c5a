import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openLedger, type Ledger } from '@nachra/delivery';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser, signIn, type BrowserSession } from '../support/browser';
import { startSmtpSink, type SmtpSink } from '../support/smtp-sink';
import { chromium, describeWith } from '../support/requires';
import { until } from '../support/until';
import { openNewsroom, type Newsroom } from '../cms/plugin/newsroom';

const pictures = path.resolve('test-results', 'holds');

describeWith([chromium])('a held ledger, at the desk', () => {
  let room: Newsroom;
  let sink: SmtpSink;
  let ledger: Ledger;
  let session: BrowserSession;
  let page: Page;
  let id: string;
  let approved: string;

  beforeAll(async () => {
    sink = await startSmtpSink();
    room = await openNewsroom({ SERVE_ADMIN: 'true', SMTP_URL: sink.url });
    ledger = await openLedger({ client: 'sqlite', filename: path.join(room.cms.dataDir, 'ledger.db') });
    // Before there are two who may approve: then four eyes are asked for.
    const issue = await room.issue();
    await room.approve(issue);
    const list = await room.list('Retenus', ['one@held.test', 'two@held.test', 'three@held.test']);
    ({ id } = (await room.send(issue, [list], '2999-01-01T08:00:00+01:00')).body);
    approved = await room.issue();
    await room.approve(approved);
    session = await openBrowser();
    page = session.page;
    await mkdir(pictures, { recursive: true });
    await signIn(room.cms, session, 'nachra-publisher');
  });
  afterAll(async () => {
    await session.close();
    await ledger.close();
    await room.close();
    await sink.close();
  });

  /** Whatever a test is about, it leaves no error in the console but Strapi's calls to its paid edition, and what it asks first. */
  afterEach(() => {
    const known = /ai-feature-config|ai-localization-jobs|status of 400/;
    expect(session.faults.splice(0).filter((fault) => !known.test(fault))).toEqual([]);
  });

  it('tells whoever submitted an issue that somebody else approves it, before anything is ticked', async () => {
    const mine = await room.issue();
    const token = await room.cms.token('nachra-publisher');
    await room.cms.call('POST', `/newsletter/issues/${mine}/submit`, { token, body: {} });
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${mine}`);
    await page
      .getByText(/Une autre personne doit approuver le numéro \d+, car vous l’avez soumis à la relecture/)
      .waitFor();
    expect(await page.getByRole('button', { name: 'Approuver cette édition' }).isDisabled()).toBe(true);
    await page.screenshot({ path: path.join(pictures, 'four-eyes.png') });
  });

  it('asks whoever saves a form before an approval ends by it, and tells it on the page of the issue', async () => {
    const article = await room.article({ title: 'Le Conseil s’est réuni' });
    const scheduled = await room.issue({ articles: [article] });
    const { edition } = await room.detail(scheduled);
    await room.desk('POST', `/issues/${scheduled}/approve`, { hash: edition?.hash });
    const list = await room.list('Programmés', ['four@held.test']);
    await room.send(scheduled, [list], '2999-02-01T12:00:00Z');
    await page.goto(
      `${room.cms.url}/admin/content-manager/collection-types/plugin::newsletter.article/${article}`,
    );
    await page.getByLabel('Titre', { exact: false }).first().fill('Le Conseil se réunira');
    const save = page.getByRole('button', { name: 'Enregistrer', exact: true });
    await save.click();
    const dialog = page.getByRole('alertdialog');
    await dialog
      .getByText(/doit partir le 1 février 2999 à \d\d:\d\d\s: son approbation prend fin/)
      .waitFor();
    await page.screenshot({ path: path.join(pictures, 'ending.png') });
    await dialog.getByRole('button', { name: 'Ne rien changer' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByLabel('Titre', { exact: false }).first().inputValue()).toBe(
      'Le Conseil se réunira',
    );
    expect((await room.detail(scheduled)).stage).toBe('scheduled');
    await save.click();
    await dialog.getByRole('button', { name: 'Continuer quand même' }).click();
    await dialog.waitFor({ state: 'detached' });
    await until(
      () => room.detail(scheduled),
      ({ stage }) => stage === 'drafting',
    );
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${scheduled}`);
    await page.getByText('L’approbation de ce numéro a pris fin, et l’envoi programmé est annulé').waitFor();
    await page.getByText(/nachra-publisher Test a modifié l’article «\sLe Conseil se réunira\s»/).waitFor();
    await page.getByText(/L’envoi prévu le 1 février 2999 à \d\d:\d\d a été annulé de ce fait/).waitFor();
    await page.screenshot({ path: path.join(pictures, 'ended.png'), fullPage: true });
    await page.goto(
      `${room.cms.url}/admin/content-manager/collection-types/plugin::newsletter.issue/${scheduled}`,
    );
    await page.getByText('L’approbation de ce numéro a pris fin, et l’envoi programmé est annulé').waitFor();
    await page.screenshot({ path: path.join(pictures, 'ended-panel.png'), fullPage: true });
  });

  it('names the issues that contain an article before it is deleted, and says nothing else once it is', async () => {
    const article = await room.article({ title: 'À supprimer' });
    const draft = await room.issue({ articles: [article] });
    const { number } = await room.detail(draft);
    await page.goto(
      `${room.cms.url}/admin/content-manager/collection-types/plugin::newsletter.article/${article}`,
    );
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).waitFor();
    await page
      .getByRole('button', { name: /actions/i })
      .first()
      .click();
    await page.getByRole('menuitem', { name: /Supprimer|Delete/ }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('button', { name: /Confirmer|Confirm/ }).click();
    await dialog.getByText(`Le n° ${number} (français), en préparation, le perd.`).waitFor();
    await page.screenshot({ path: path.join(pictures, 'deleting.png') });
    await dialog.getByRole('button', { name: 'Supprimer quand même' }).click();
    await page.waitForURL((url) => url.pathname.endsWith('plugin::newsletter.article'));
    await page.screenshot({ path: path.join(pictures, 'deleted.png') });
    expect(await page.getByText('Not Found').count()).toBe(0);
  });

  it('is explained in plain words, decided send by send, and released', async () => {
    await ledger.run(`UPDATE identity SET hold = 'older', held_at = ?`, [Date.now()]);
    await ledger.run(`UPDATE campaign SET hold = 'older' WHERE uid = ?`, [id]);

    await page.goto(`${room.cms.url}/admin/plugins/newsletter`);
    const notice = page.getByText('Rien ne part : l’envoi est retenu');
    await notice.waitFor();
    await page.screenshot({ path: path.join(pictures, 'notice.png') });
    // An approved issue says so instead of offering what would be refused.
    await page.goto(`${room.cms.url}/admin/plugins/newsletter/issues/${approved}`);
    await notice.waitFor();
    expect(await page.getByRole('button', { name: /^(Envoyer|Programmer)( à| pour|…)/ }).count()).toBe(0);
    await page.screenshot({ path: path.join(pictures, 'held-issue.png') });
    await page.getByRole('link', { name: 'Voir ce qui est retenu et décider' }).click();
    await page.getByRole('heading', { name: 'Le registre des envois est plus ancien que le site' }).waitFor();
    const release = page.getByRole('button', { name: 'Autoriser de nouveau l’envoi' });
    expect(await release.isDisabled()).toBe(true);
    await page.screenshot({ path: path.join(pictures, 'held.png'), fullPage: true });

    await page.getByRole('button', { name: /Compter le n° \d+ \(français\) comme envoyé/ }).click();
    await page.getByRole('alertdialog').waitFor();
    await page.screenshot({ path: path.join(pictures, 'asking.png') });
    await page.getByRole('alertdialog').getByRole('button', { name: 'Compter comme envoyé' }).click();
    await page.getByText('Tout est décidé.').waitFor();
    await page.screenshot({ path: path.join(pictures, 'decided.png'), fullPage: true });
    await page.getByText(/n°\s\d+ \(français\)\s:\sCompter comme envoyé/i).waitFor();
    await release.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Autoriser l’envoi' }).click();
    await page.getByText('Rien n’est retenu').waitFor();
    await notice.waitFor({ state: 'detached' });
    await page.screenshot({ path: path.join(pictures, 'released.png'), fullPage: true });

    const [decided] = await ledger.rows<{ by_name: string; data: string }>(
      `SELECT by_name, data FROM event WHERE name = 'campaign.hold-decided'`,
    );
    expect(decided?.by_name).toBe('nachra-publisher Test');
    expect(JSON.parse(decided?.data ?? '{}')).toEqual({
      choice: 'treat-as-sent',
      status: 'scheduled',
      assumed: 3,
    });
    expect(sink.received).toEqual([]);
  });
});
