/**
 * `npm run bench -- render`: what rendering N° 242 costs, pass by pass, against bare `mjml2html` on the very same MJML.
 * Medians of 30 in one process after a warm-up, so the ratios hold on any machine even where the times do not.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(path.join(root, 'renderer/dist/index.js'));
const { issueMjml, parseIssue, renderIssue } = require('./index.js');
const { compileMjml } = require('./markup/compile-mjml.js');
const { finishHtml } = require('./markup/finish-html.js');
const { inspect } = require('./preflight/inspect.js');
const mjml2html = require('mjml');

const runs = 30;
const sample = JSON.parse(readFileSync(path.join(root, 'emails/samples/amanews-242.json'), 'utf8'));
const issue = parseIssue(sample);
const tenfold = parseIssue({
  ...sample,
  sections: Array.from({ length: 10 }, () =>
    sample.sections.filter(({ type }) => type === 'articles'),
  ).flat(),
});
const onefold = parseIssue({
  ...sample,
  sections: sample.sections.filter(({ type }) => type === 'articles'),
});

const mjml = issueMjml(issue);
const compiled = await compileMjml(mjml);
const edition = await renderIssue(issue);
const bare = await mjml2html(mjml, { validationLevel: 'strict' });

const measured = {
  'validate (parseIssue)': () => parseIssue(sample),
  'view and templates, to MJML': () => issueMjml(issue),
  'MJML, as we call it': () => compileMjml(mjml),
  'mend and lighten': () => finishHtml(compiled, 'ltr'),
  preflight: () => inspect(issue, edition),
  'renderIssue, all passes': () => renderIssue(issue),
  'bare mjml2html, same MJML': () => mjml2html(mjml, { validationLevel: 'strict' }),
  'renderIssue, articles once': () => renderIssue(onefold),
  'renderIssue, articles ten times': () => renderIssue(tenfold),
};

const times = Object.fromEntries(Object.keys(measured).map((name) => [name, []]));
for (let run = -3; run < runs; run += 1) {
  // One of each in turn, so that what else the machine does falls on all alike.
  for (const [name, work] of Object.entries(measured)) {
    if (name.includes('ten times') && run >= 10) continue;
    const start = performance.now();
    await work();
    if (run >= 0) times[name].push(performance.now() - start);
  }
}
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
const base = ms['bare mjml2html, same MJML'];

const result = {
  node: process.version,
  cpus: cpus().length,
  runs,
  ms,
  ratios: {
    'renderIssue to bare mjml2html (aim: 2 at most)': ms['renderIssue, all passes'] / base,
    'ten times the articles to once (aim: 11 at most)':
      ms['renderIssue, articles ten times'] / ms['renderIssue, articles once'],
    'our bytes to bare MJML’s (aim: 0.75 at most)': edition.sizeBytes / Buffer.byteLength(bare.html),
  },
  bytes: { ours: edition.sizeBytes, bare: Buffer.byteLength(bare.html) },
};
for (const [name, value] of Object.entries(ms))
  process.stdout.write(
    `${name.padEnd(36)} ${value.toFixed(1).padStart(8)} ms ${(value / base).toFixed(2).padStart(6)}×\n`,
  );
process.stdout.write('\n');
for (const [name, value] of Object.entries(result.ratios))
  process.stdout.write(`${name.padEnd(52)} ${value.toFixed(2)}\n`);
await mkdir(path.join(root, 'bench/results'), { recursive: true });
await writeFile(path.join(root, 'bench/results/render.json'), `${JSON.stringify(result, null, 2)}\n`);
