import { parseIssue, personalise, renderIssue, sampleReader, type IssueInput } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { amanews242, everything } from '../support/issue';
import { written } from './written';

/** `npx vitest run tests/renderer/golden -u` writes these files anew: look at what changed before you commit it. */
const issues: [name: string, issue: () => IssueInput][] = [
  ['amanews-242', amanews242],
  ['amanews-242.ar', () => amanews242('ar')],
  ['amanews-242.en', () => amanews242('en')],
  ['everything-en', () => everything((name) => `[${name}]`)],
  ['everything-ar', () => everything((name) => `نص ${name}`, { language: 'ar' })],
];

describe.each(issues)('%s', (name, issue) => {
  it('comes out as it did', async () => {
    const edition = await renderIssue(parseIssue(issue()));
    const { html, text } = personalise(edition, sampleReader(edition.language));
    // One element a line, so that a change shows as a few lines.
    await expect(html.replaceAll('><', '>\n<')).toMatchFileSnapshot(`golden/${name}.html`);
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
    const findings = written(edition.findings, edition.language);
    await expect(`${JSON.stringify(findings, null, 2)}\n`).toMatchFileSnapshot(
      `golden/${name}.findings.json`,
    );
  });
});
