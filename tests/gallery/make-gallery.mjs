/* global document, window -- the functions handed to the page run in it */
/**
 * `npm run gallery`: writes screenshots of N° 242 in each of its languages to docs/gallery, and those of the README to
 * docs/pictures. `npm run gallery -- thunderbird` writes only those that Thunderbird takes. Look at every one before you commit
 * them.
 *
 * Needs Chromium in one of the usual places, or CHROMIUM_PATH, and for Thunderbird's own /usr/bin/thunderbird and /usr/bin/Xvfb.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { hasThunderbird, inThunderbird, serveAssets } from './thunderbird.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const load = createRequire(import.meta.url);
const { parseIssue, personalise, renderIssue, sampleReader } = load('@nachra/renderer');
const { messageMaker, personHash } = load('@nachra/delivery');

/** The screenshots of each edition: its beginning and its dashboard, `height` pixels of each. */
const screenshots = [
  { name: 'desktop', width: 680, height: 1500 },
  { name: 'phone', width: 375, height: 1500 },
  { name: 'phone-320', width: 320, height: 1500 },
  { name: 'dark', width: 680, height: 1500, colorScheme: 'dark' },
  { name: 'phone-dark', width: 375, height: 1500, colorScheme: 'dark' },
  { name: 'images-off', width: 680, height: 1500, without: 'images' },
  { name: 'no-style', width: 680, height: 1500, without: 'style' },
];

/** The same in Thunderbird; its reader decides about pictures and darkness. */
const inMailClient = [
  { name: 'thunderbird', pictures: true, dark: false },
  { name: 'thunderbird-dark', pictures: true, dark: true },
  { name: 'thunderbird-images-off', pictures: false, dark: false },
];

const samples = [
  { language: 'fr', file: 'amanews-242.json' },
  { language: 'ar', file: 'amanews-242.ar.json' },
  { language: 'en', file: 'amanews-242.en.json' },
].filter(({ file }) => existsSync(path.join(root, 'emails/samples', file)));

const programs = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = programs.find((program) => program && existsSync(program));
if (!executablePath) {
  process.stderr.write(
    'The gallery needs a Chromium: install Debian’s package “chromium”, or set CHROMIUM_PATH.\n',
  );
  process.exit(1);
}

const folder = await mkdtemp(path.join(tmpdir(), 'nachra-gallery-'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  await mkdir(path.join(root, 'docs/gallery'), { recursive: true });
  if (process.argv[2] !== 'thunderbird') {
    for (const { language, file } of samples) await photograph(language, file);
    await readmePictures();
  }
  if (hasThunderbird) for (const { language, file } of samples) await photographMail(language, file);
  else
    process.stdout.write(
      'Thunderbird’s pictures stay as they are: install Debian’s packages “thunderbird” and “xvfb” to take them anew.\n',
    );
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

async function photograph(language, file) {
  const page = await pageOf(file);
  for (const screenshot of screenshots) {
    const shown = await open(page, screenshot);
    const at = (part) => pictureOf(language, screenshot.name, part);
    await shot(shown, at('opening'), 0, screenshot);
    await shot(shown, at('dashboard'), await dashboardTop(shown), screenshot);
    await shown.context().close();
  }
}

function pictureOf(language, name, part) {
  return path.join(root, 'docs/gallery', `${language}-${name}-${part}.png`);
}

async function photographMail(language, file) {
  const page = await open(await pageOf(file), { width: 700 });
  const fromEnd = (await textEnd(page)) - (await dashboardTop(page));
  await page.context().close();
  const server = await serveAssets();
  try {
    const images = { mode: 'linked', assetBase: server.address };
    const edition = await renderIssue(await issueOf(file), { images });
    server.offer(edition.assets);
    for (const { name, ...shown } of inMailClient) {
      const { data, width, height, end } = await inThunderbird(messageOf(edition), shown);
      for (const [part, top] of [
        ['opening', 0],
        ['dashboard', end - fromEnd],
      ])
        await sharp(data, { raw: { width, height, channels: 4 } })
          .extract({ left: 0, top: Math.max(0, top), width, height: Math.min(1500, height - top) })
          .png({ palette: true, colours: 96, effort: 10 })
          .toFile(pictureOf(language, name, part));
    }
  } finally {
    server.close();
  }
}

/** The mail as an imaginary reader gets it. */
function messageOf(edition) {
  const domain = 'news.example.org';
  const secret = 'only for pictures, so it may be known to everybody';
  const sender = {
    fromName: 'Al Amana Microfinance',
    fromAddress: `amanews@${domain}`,
    bounceAddress: `bounces@${domain}`,
    unsubscribeAddress: `stop@${domain}`,
    publicUrl: `https://${domain}`,
    listName: 'AMANEWS',
    listId: `amanews.${domain}`,
    feedbackSenderId: 'amanews',
  };
  const address = 'salma@example.org';
  const reader = { deliveryId: 'gallery-1', address, person: personHash(secret, address) };
  const make = messageMaker({ edition, sender, campaignId: 'gallery', secret });
  return make(reader, new Date('2023-07-31T09:00:00Z')).raw;
}

/** The two pictures of mail at the top of the README; a flow test takes the one of the desk. */
async function readmePictures() {
  const page = await pageOf('amanews-242.json');
  const pictures = path.join(root, 'docs/pictures');
  await mkdir(pictures, { recursive: true });
  const desktop = await open(page, { width: 640 });
  await shot(desktop, path.join(pictures, 'mail.png'), 0, { width: 640, height: 1180 });
  const phone = await open(page, { width: 375 });
  await shot(phone, path.join(pictures, 'phone.png'), await dashboardTop(phone), {
    width: 375,
    height: 1180,
  });
}

/** Renders a sample, with its charts in a folder beside it. @returns the path of the page */
async function pageOf(file) {
  const edition = await renderIssue(await issueOf(file), { images: { mode: 'linked', assetBase: 'assets' } });
  const { html } = personalise(edition, sampleReader(edition.language));
  await mkdir(path.join(folder, 'assets'), { recursive: true });
  for (const { name, base64 } of edition.assets)
    await writeFile(path.join(folder, 'assets', name), Buffer.from(base64, 'base64'));
  const page = path.join(folder, file.replace('.json', '.html'));
  await writeFile(page, html);
  return page;
}

async function issueOf(file) {
  return parseIssue(JSON.parse(await readFile(path.join(root, 'emails/samples', file), 'utf8')));
}

async function open(file, { width, colorScheme = 'light', without }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  if (without === 'images') await page.route(/\.(png|jpe?g)$/, (route) => route.abort());
  await page.goto(pathToFileURL(file).href);
  if (without === 'style')
    await page.evaluate(() => document.querySelectorAll('style').forEach((style) => style.remove()));
  return page;
}

/** The vertical position of the last section: the dashboard of N° 242. */
function dashboardTop(page) {
  return page.evaluate(() => {
    const headings = [...document.querySelectorAll('h2')];
    const last = headings.at(-1)?.getBoundingClientRect().top ?? 0;
    return Math.max(0, Math.round(last + window.scrollY - 40));
  });
}

/** Where the last line of the mail ends. */
function textEnd(page) {
  return page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.body);
    const bottoms = [...range.getClientRects()].map(({ bottom }) => bottom + window.scrollY);
    return Math.round(Math.max(...bottoms));
  });
}

async function shot(page, to, y, { width, height }) {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: Math.min(y, Math.max(0, whole - height)), width, height: Math.min(height, whole) };
  await page.screenshot({ path: to, clip, fullPage: true });
}
