/**
 * `npm run bench -- render`: the time to render N° 242, pass by pass and after a change in one article, compared with
 * `mjml2html` alone on the same MJML, and with react-email and Maizzle on the same content. Medians of 30 runs in one
 * process after a warm-up, so that the ratios hold on other machines even if the times do not.
 */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.mjs';
import { openPeers } from './peers/open-peers.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(path.join(root, 'renderer/dist/index.js'));
const { issueMjml, issueRenderer, parseIssue, renderIssue } = require('./index.js');
const { compileMjml } = require('./edition/markup/compile-mjml.js');
const { finishHtml } = require('./edition/markup/finish-html.js');
const { inspect } = require('./preflight/quick/inspect.js');
const mjml2html = require('mjml');

const runs = 30;
const strict = { validationLevel: 'strict' };
const read = (name) => JSON.parse(readFileSync(path.join(root, `emails/samples/${name}.json`), 'utf8'));
const sample = read('amanews-242');
const issue = parseIssue(sample);
const articles = (sections) => sections.filter(({ type }) => type === 'articles');
const tenfold = parseIssue({
  ...sample,
  sections: Array.from({ length: 10 }, () => articles(sample.sections)).flat(),
});
const onefold = parseIssue({ ...sample, sections: articles(sample.sections) });

/** N° 242 with a change in one article, as an editor makes it between two previews. */
function corrected(time) {
  const copy = structuredClone(sample);
  const all = articles(copy.sections).flatMap((section) => section.articles);
  const article = all[time % all.length];
  article.standfirst = `${article.standfirst ?? ''} Corrigé ${time} fois.`.trim();
  return parseIssue(copy);
}

const mjml = issueMjml(issue);
const compiled = await compileMjml(mjml);
const edition = await renderIssue(issue);
const changed = Array.from({ length: runs + 10 }, (_, time) => corrected(time));
const renderAgain = issueRenderer();
await renderAgain(issue);
const peers = await openPeers(issue, edition);

const own = 'renderIssue, all passes';
const bare = 'bare mjml2html, same MJML';
const ms = await measure(
  {
    'validate (parseIssue)': () => parseIssue(sample),
    'view and templates, to MJML': () => issueMjml(issue),
    'MJML, with our options': () => compileMjml(mjml),
    'correct and compact': () => finishHtml(compiled, 'ltr'),
    preflight: () => inspect(issue, edition),
    [own]: () => renderIssue(issue),
    'issueRenderer, one article changed': (run) => renderAgain(changed.at(run)),
    [bare]: () => mjml2html(mjml, strict),
    ...Object.fromEntries(peers.map(({ name, render }) => [name, render])),
    'renderIssue, articles once': () => renderIssue(onefold),
    'renderIssue, articles ten times': () => renderIssue(tenfold),
  },
  runs,
);

const sizes = {};
for (const language of ['fr', 'en', 'ar']) {
  const each = parseIssue(read(language === 'fr' ? 'amanews-242' : `amanews-242.${language}`));
  const { html } = await mjml2html(issueMjml(each), strict);
  sizes[language] = { ours: (await renderIssue(each)).sizeBytes, bare: Buffer.byteLength(html) };
}

const largest = Math.max(...Object.values(sizes).map(({ ours }) => ours)) / 1024;
const aims = [
  ['all passes to bare mjml2html', ms[own] / ms[bare], 2],
  [
    'ten times the articles to once',
    ms['renderIssue, articles ten times'] / ms['renderIssue, articles once'],
    11,
  ],
  ['one article changed to all anew', ms['issueRenderer, one article changed'] / ms[own], 0.5],
  ...Object.entries(sizes).map(([language, { ours, bare: theirs }]) => [
    `our bytes to bare MJML’s, ${language}`,
    ours / theirs,
    0.75,
  ]),
  ['KiB of the heaviest language', largest, 85],
].map(([what, measured, most]) => ({ what, measured, most, met: measured <= most }));

const print = (...columns) => process.stdout.write(`${columns.join(' ')}\n`);
for (const [name, value] of Object.entries(ms))
  print(
    name.padEnd(38),
    `${value.toFixed(1).padStart(8)} ms`,
    `${(value / ms[bare]).toFixed(2).padStart(6)}×`,
  );
print();
for (const [language, { ours, bare: theirs }] of Object.entries(sizes))
  print(`${language}: ${(ours / 1024).toFixed(1)} KiB, bare MJML ${(theirs / 1024).toFixed(1)} KiB`);
for (const { name, version, bytes, sameText } of peers)
  print(
    `${name} ${version}: ${(bytes / 1024).toFixed(1)} KiB, ${sameText ? 'the same text' : 'NOT the same text'}`,
  );
print();
for (const { what, measured, most, met } of aims)
  print(what.padEnd(38), measured.toFixed(2).padStart(6), ` at most ${most}`, met ? '' : ' MISSED');

const result = {
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  cpu: `${cpus().length} × ${cpus()[0]?.model ?? ''}`.trim(),
  runs,
  ms,
  sizes,
  peers: peers.map(({ render: _, ...peer }) => peer),
  aims,
};
await mkdir(path.join(root, 'bench/results'), { recursive: true });
await writeFile(path.join(root, 'bench/results/render.json'), `${JSON.stringify(result, null, 2)}\n`);
