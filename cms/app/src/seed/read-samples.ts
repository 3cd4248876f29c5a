import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseIssue, type Issue } from '@nachra/renderer';

/**
 * The sample issues of the emails package, every language of N° 242. What the seed loads and what `nachra render` shows
 * is the same file.
 *
 * @throws {InvalidIssueError} from the renderer, if a sample broke the contract
 */
export async function readSamples(): Promise<Issue[]> {
  const dir = path.join(path.dirname(require.resolve('@nachra/emails/package.json')), 'samples');
  const files = (await readdir(dir)).filter((file) => /^amanews-242(\.[a-z]{2})?\.json$/.test(file)).sort();
  const issues = await Promise.all(
    files.map(async (file) => parseIssue(JSON.parse(await readFile(path.join(dir, file), 'utf8')))),
  );
  // French first: its brand is the institution's own.
  return issues.sort((a, b) => Number(b.masthead.language === 'fr') - Number(a.masthead.language === 'fr'));
}
