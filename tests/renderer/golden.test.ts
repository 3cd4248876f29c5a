import { parseIssue, personalise, renderIssue, sampleReader, type IssueInput } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { amanews242, everything } from '../support/issue';
import { written } from './written';

/** `npx vitest run tests/renderer/golden -u` rewrites these files: review the diff before you commit it. */
const issues: [name: string, issue: () => IssueInput][] = [
  ['amanews-242', amanews242],
  ['amanews-242.ar', () => amanews242('ar')],
  ['amanews-242.en', () => amanews242('en')],
  ['everything-en', () => everything((name) => `[${name}]`)],
  ['everything-ar', () => everything((name) => `نص ${name}`, { language: 'ar' })],
];

describe.each(issues)('%s', (name, issue) => {
  it('has not changed', async () => {
    const edition = await renderIssue(parseIssue(issue()));
    const { html, text } = personalise(edition, sampleReader(edition.language));
    // One element per line, so that a change is a small diff.
    await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot(`golden/${name}.html`);
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
    const findings = written(edition.findings, edition.language);
    await expect(`${JSON.stringify(findings, null, 2)}\n`).toMatchFileSnapshot(
      `golden/${name}.findings.json`,
    );
  });
});
