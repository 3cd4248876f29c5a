/**
 * `npm run bench -- languages`: what the Arabic and the English edition of N° 242 cost to render, compared with the French one:
 * whole, and up to MJML, where runs are isolated. Medians of 40 in one process, in turn, milliseconds of processor time.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(path.join(root, 'renderer/dist/index.js'));
const { issueMjml, parseIssue, renderIssue } = require('./index.js');

const files = { fr: 'amanews-242', ar: 'amanews-242.ar', en: 'amanews-242.en' };
const issues = Object.entries(files).map(([language, name]) => {
  const file = path.join(root, `emails/samples/${name}.json`);
  return { language, issue: parseIssue(JSON.parse(readFileSync(file, 'utf8'))) };
});
const ms = await measure(
  Object.fromEntries(
    issues.flatMap(({ language, issue }) => [
      [`${language}, whole`, () => renderIssue(issue)],
      [`${language}, view and templates`, () => issueMjml(issue)],
    ]),
  ),
  40,
);
for (const [name, value] of Object.entries(ms)) {
  const ratio = value / ms[name.replace(/^../, 'fr')];
  process.stdout.write(
    `${name.padEnd(26)}${value.toFixed(1).padStart(7)} ms${ratio.toFixed(2).padStart(7)}×\n`,
  );
}
