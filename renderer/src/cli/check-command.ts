import { assetFolder } from './asset-folder';
import { checkEdition } from '../preflight/check-edition';
import { renderIssue } from '../render-issue';
import { findingsCount, findingsExit, findingsText } from './findings-text';
import type { Print } from './print';
import { readIssue } from './read-issue';

/** What `nachra check` compares the issue with: files. */
export interface CheckOptions {
  previous?: string;
  with?: readonly string[];
}

/** `nachra check FILE`: prints the findings of the full preflight, writes nothing. */
export async function checkCommand(file: string, options: CheckOptions, print: Print): Promise<number> {
  const issue = await readIssue(file);
  const edition = await renderIssue(issue, { images: { mode: 'linked', assetBase: assetFolder } });
  const findings = await checkEdition(issue, edition, {
    ...(options.previous === undefined ? {} : { previous: await readIssue(options.previous) }),
    siblings: await Promise.all((options.with ?? []).map(readIssue)),
  });
  print.out(`${findingsText(findings)}${edition.subject}: ${findingsCount(findings)}\n`);
  return findingsExit(findings);
}
