/**
 * How long a sheet of 200 rows and 8 periods takes in a real Chromium: to be pasted and painted, to show a key that is typed in a cell, to take
 * a cell in and go to the next one, to move by an arrow, and to be saved. Long tasks are those in which the page answers nobody (50 ms and more).
 * Times hold only on a quiet machine; processor time of the page's main thread does not count what waits for a busy one.
 */
/* global document, window, requestAnimationFrame, DataTransfer, ClipboardEvent */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { openAdmin, share } from './open-admin.mjs';

const [rows, periods] = [200, 8];
/** The first few find cold code. */
const [keys, cold] = [60, 8];
/** In milliseconds. */
const aims = { paste: 1_000, key: 100, enter: 100, arrow: 100 };

const { strapi, url, page, close } = await openAdmin();
try {
  const dashboard = await strapi.documents('plugin::newsletter.dashboard').create({
    data: {
      title: 'Deux cents lignes',
      asOf: '2023-06-30',
      figures: {
        periods: Array.from({ length: periods }, (_, at) => ({
          ...{ label: String(2016 + at), end: `${2016 + at}-12-31` },
        })),
        groups: [{ title: 'Agences', indicators: [{ label: 'Première', values: Array(periods).fill(1) }] }],
      },
    },
  });
  await page.goto(
    `${url}/admin/content-manager/collection-types/plugin::newsletter.dashboard/${dashboard.documentId}`,
  );
  const grid = page.getByRole('grid', { name: 'Agences', exact: true });
  const cell = (row, column) => grid.locator(`[data-row="${row}"][aria-colindex="${column}"]`);
  await cell(0, 3).click();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** Processor time of the main thread, in milliseconds. */
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const parts = ['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];
    return parts.map((part) => 1_000 * metrics.find(({ name }) => name === part).value);
  };
  const since = async (before) => (await spent()).map((now, at) => now - before[at]);
  await page.evaluate(watchPage);
  const text = Array.from({ length: rows }, (_, row) =>
    [`Agence ${row + 1}`, ...Array.from({ length: periods }, (_, at) => (row + 1) * 1000 + at)].join('\t'),
  ).join('\n');
  const processor = { paste: [], key: [], enter: [], arrow: [], save: [] };
  const idle = await spent();
  const result = { paste: await page.evaluate(pasteText, text), key: [], enter: [], arrow: [], processor };
  processor.paste.push(await since(idle));
  await cell(rows - 1, 3)
    .getByText(`Agence ${rows}`)
    .waitFor({ state: 'attached' });

  await cell(100, 4).click();
  for (let at = 0; at < keys; at += 1) {
    // A cell is begun by its first digit, and taken in by Enter.
    for (const [what, key] of [
      ['key', '7'],
      ['key', '3'],
      ['enter', 'Enter'],
      ['arrow', 'ArrowUp'],
      ['arrow', at % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'],
    ]) {
      await page.evaluate(followKey);
      const start = await spent();
      await page.keyboard.press(key);
      const ms = await page.evaluate(() => globalThis.followed);
      if (at < cold) continue;
      result[what].push(ms);
      processor[what].push(await since(start));
    }
  }
  await page.evaluate(() => globalThis.longTasks.splice(0));
  const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
  const before = performance.now();
  const saving = await spent();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  const { status } = await answered.then((response) => ({ status: response.status() }));
  result.save = performance.now() - before;
  await page.evaluate(followKey);
  await cell(100, 4).click();
  processor.save.push(await since(saving));
  result.saveTasks = await page.evaluate(() => globalThis.longTasks.splice(0));
  const stored = await strapi.documents('plugin::newsletter.dashboard').findOne(dashboard);
  if (status !== 200 || stored.figures.groups[0].indicators.length !== rows)
    throw new Error('The sheet was not saved whole.');

  const load = loadavg()[0].toFixed(1);
  const print = (line) => process.stdout.write(`${line}; load ${load}\n`);
  const { ms, tasks } = result.paste;
  print(`paste to paint  ${Math.round(ms)} ms, long tasks ${tasks.map(Math.round).join(' + ') || 'none'} ms`);
  for (const what of ['key', 'enter', 'arrow']) {
    const [median, slow] = [share(result[what], 0.5), share(result[what], 0.95)].map(Math.round);
    print(`${what.padEnd(15)} median ${median} ms, p95 ${slow} ms; the aim is ${aims[what]} ms`);
  }
  print(
    `save to answer  ${Math.round(result.save)} ms, long tasks ${result.saveTasks.map(Math.round).join(' + ') || 'none'} ms`,
  );
  for (const [what, times] of Object.entries(processor)) {
    const [all, script, layout, style] = [0, 1, 2, 3].map((part) =>
      share(
        times.map((one) => one[part]),
        0.5,
      ).toFixed(1),
    );
    print(
      `${what.padEnd(15)} ${all} ms of processor time: scripts ${script}, layout ${layout}, styles ${style}`,
    );
  }
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/figures.json', JSON.stringify(result));
} finally {
  await close();
}

/** In the page: notes how long each task was in which nothing else could happen. */
function watchPage() {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longTasks.push(duration);
  }).observe({ entryTypes: ['longtask'] });
  globalThis.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => resolve(performance.now());
        after.port2.postMessage(null);
      });
    });
}

/** In the page: pastes, and waits until a frame was painted with it. */
async function pasteText(text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const at = performance.now();
  document.activeElement.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
  const ms = (await globalThis.painted()) - at;
  // Long tasks are told of a moment later.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return { ms, tasks: globalThis.longTasks.splice(0) };
}

/** In the page: from the next key until a frame was painted. */
function followKey() {
  globalThis.followed = new Promise((resolve) => {
    const onKey = async () => {
      const at = performance.now();
      resolve((await globalThis.painted()) - at);
    };
    window.addEventListener('keydown', () => void onKey(), { once: true, capture: true });
  });
}
