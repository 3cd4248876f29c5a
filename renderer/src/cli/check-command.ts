import { assetFolder } from './asset-folder';
import { renderIssue } from '../render-issue';
import { findingsCount, findingsExit, findingsText } from './findings-text';
import type { Print } from './print';
import { readIssue } from './read-issue';

/** `nachra check FILE`: prints the findings of the preflight, writes nothing. */
export async function checkCommand(file: string, print: Print): Promise<number> {
  const { findings, subject } = await renderIssue(await readIssue(file), {
    images: { mode: 'linked', assetBase: assetFolder },
  });
  print.out(`${findingsText(findings)}${subject}: ${findingsCount(findings)}\n`);
  return findingsExit(findings);
}
