/**
 * How long after a save the designers' preview has painted it, in a real Chromium, beside loading the page anew. Ratios hold on
 * any machine, the times only on a quiet one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env } from 'node:process';
import { chromium } from 'playwright-core';

const saves = 40;
/** The first few find cold code. */
const cold = 5;
const aimMs = 150;

const folder = mkdtempSync(path.join(tmpdir(), 'nachra-bench-preview-'));
const issue = path.join(folder, 'issue.json');
copyFileSync('emails/samples/amanews-242.json', issue);
const preview = spawn(process.execPath, ['renderer/bin/nachra.js', 'preview', issue, '--port', '0'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({
  executablePath: env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const url = await addressSaidBy(preview);
  const painted = async () => {
    const mark = await page.waitForFunction(
      () => performance.getEntriesByName('nachra-painted-first')[0]?.detail.at,
    );
    return mark.jsonValue();
  };
  const loads = [];
  for (let load = 0; load < 10; load += 1) {
    const asked = Date.now();
    await page.goto(url);
    loads.push((await painted()) - asked);
  }
  await page.locator('input[name=rendition][value="desktop"]').check();
  const text = readFileSync(issue, 'utf8');
  const repaints = [];
  for (let save = 0; save < saves; save += 1) {
    await page.evaluate(() => performance.clearMarks());
    const saved = Date.now();
    writeFileSync(issue, text.replace('"title": "AMANEWS"', `"title": "ESSAI ${save}"`));
    const at = await painted();
    if (save >= cold) repaints.push(at - saved);
    // The preflight runs after a repaint; a designer's next save comes later than that.
    await page.waitForTimeout(400);
  }
  const [load, median, slow] = [share(loads, 0.5), share(repaints, 0.5), share(repaints, 0.95)];
  say(`page loaded anew      median ${load} ms`);
  say(`save to repaint       median ${median} ms, p95 ${slow} ms; the aim is ${aimMs} ms at p95`);
  say(`repaint / load anew   ${(median / load).toFixed(2)}`);
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/preview.json', JSON.stringify({ loads, repaints }));
} finally {
  await browser.close();
  preview.kill('SIGTERM');
  await once(preview, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

function share(times, part) {
  return times.toSorted((one, other) => one - other)[Math.ceil(times.length * part) - 1];
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

function addressSaidBy(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const url = /http:\S+/.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`nachra preview ended: ${said}`)));
  });
}
