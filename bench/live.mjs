/**
 * How long after a key the composer has painted it in its own field, and the mail beside it with what was typed, nothing saved: in a
 * real Chromium, of N° 242 whole and of an issue of 100 articles. Times hold only on a quiet machine; the aims are for the 95th
 * percentile there, and for the median on a busy one. Processor times say what a key costs whoever else is at work.
 */
/* global document, window, MutationObserver, requestAnimationFrame */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { openAdmin, share } from './open-admin.mjs';

const keys = 60;
/** The first few find cold code. */
const cold = 8;
/** From a key to the field that shows it, and to the mail that does, in milliseconds. */
const aims = { field: 100, mail: 300 };
/** As fast as somebody types who does not look. */
const betweenMs = 150;
const paragraph = (text) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

const { strapi, url, page, close } = await openAdmin();
const issues = strapi.documents('plugin::newsletter.issue');
try {
  const first = await issues.findFirst({ filters: { number: 242, language: 'fr' } });
  const result = {};
  for (const [name, documentId] of [
    ['N° 242', first.documentId],
    ['100 articles', await ofHundredArticles()],
  ]) {
    const times = await measure(page, documentId);
    result[name] = times;
    for (const part of ['field', 'mail']) {
      const [median, slow] = [share(times[part], 0.5), share(times[part], 0.95)].map(Math.round);
      process.stdout.write(
        `${name.padEnd(14)} key to ${part.padEnd(6)} median ${median} ms, p95 ${slow} ms; the aim is ${aims[part]} ms; load ${loadavg()[0].toFixed(1)}\n`,
      );
    }
    const { page: inPage, script, server } = times.processor;
    process.stdout.write(
      `${name.padEnd(14)} processor time a key: page ${inPage.toFixed(1)} ms (scripts ${script.toFixed(1)}), CMS with its threads ${server.toFixed(1)} ms\n`,
    );
  }
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/live.json', JSON.stringify(result));
} finally {
  await close();
}

/** Types into the title of the first article. @returns milliseconds for each key */
async function measure(page, documentId) {
  await page.goto(`${url}/admin/plugins/newsletter/issues/${documentId}/compose`);
  await page
    .getByRole('navigation')
    .getByRole('listitem')
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .nth(1)
    .click();
  const title = page.locator('input[id^=compose-][id$=-title]');
  await title.waitFor();
  await page.frameLocator('iframe[sandbox]').locator('h1, h2, h3').first().waitFor();
  const times = { field: [], mail: [], processor: null };
  const session = await page.context().newCDPSession(page);
  // Of the page's thread alone, by the processor's clock and not by the wall's.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  let typed = 'Zyx';
  await title.fill(typed);
  await page.frameLocator('iframe[sandbox]').getByText(typed).first().waitFor();
  let before = null;
  for (let key = 0; key < keys; key += 1) {
    if (key === cold) before = await processorTime(session);
    const letter = String.fromCharCode(97 + (key % 26));
    typed += letter;
    await page.evaluate(followKey, typed);
    await page.keyboard.press(letter);
    const { field, mail } = await page.evaluate(() => globalThis.followed);
    if (key >= cold) times.field.push(field);
    if (key >= cold) times.mail.push(mail);
    await page.waitForTimeout(betweenMs);
  }
  const after = await processorTime(session);
  const perKey = (part) => (after[part] - before[part]) / (keys - cold);
  times.processor = { page: perKey('page'), script: perKey('script'), server: perKey('server') };
  await session.detach();
  return times;
}

/** Milliseconds of processor time so far: of the page's main thread, and of this process, which is the CMS and hardly anything else. */
async function processorTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = (name) => metrics.find((one) => one.name === name).value;
  const { user, system } = process.cpuUsage();
  return {
    page: seconds('TaskDuration') * 1000,
    script: seconds('ScriptDuration') * 1000,
    server: (user + system) / 1000,
  };
}

/** Ten sections of ten articles of some 1,200 characters. */
async function ofHundredArticles() {
  const articles = strapi.documents('plugin::newsletter.article');
  const sections = [];
  for (let section = 0; section < 10; section += 1) {
    const inIt = [];
    for (let at = 0; at < 10; at += 1) {
      const body = Array.from({ length: 4 }, () =>
        paragraph('L’agence mobile passe chaque mardi au souk. '.repeat(7).trim()),
      );
      const data = {
        title: `Article ${section * 10 + at + 1}`,
        kind: 'company-news',
        language: 'fr',
        standfirst: 'En bref.',
        body,
      };
      inIt.push((await articles.create({ data, status: 'published' })).documentId);
    }
    sections.push({
      __component: 'newsletter-section.articles',
      heading: `Rubrique ${section + 1}`,
      layout: 'list',
      articles: inIt,
    });
  }
  const data = {
    ...{ number: 900, language: 'fr', subject: 'AMANEWS N° 900', periodLabel: 'Été 2023' },
    ...{ periodFrom: '2023-06-01', periodTo: '2023-08-31', publicationDate: '2023-09-01', sections },
  };
  return (await issues.create({ data })).documentId;
}

/** In the page: from the next key until a frame was painted, and until one in which the mail shows `text`. */
function followKey(text) {
  const { body } = document.querySelector('iframe[sandbox]').contentDocument;
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => resolve(performance.now());
        after.port2.postMessage(null);
      });
    });
  const pressed = new Promise((resolve) => {
    const onKey = async () => {
      const at = performance.now();
      resolve({ at, field: (await painted()) - at });
    };
    window.addEventListener('keydown', () => void onKey(), { once: true, capture: true });
  });
  const shown = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!body.textContent.includes(text)) return;
      observer.disconnect();
      resolve(painted());
    });
    observer.observe(body, { subtree: true, childList: true, characterData: true });
  });
  globalThis.followed = Promise.all([pressed, shown]).then(([key, at]) => ({
    field: key.field,
    mail: at - key.at,
  }));
}
