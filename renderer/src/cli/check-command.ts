import type { Language } from '../contract/primitives';
import { askNetwork } from './ask-network';
import { checkEdition } from '../preflight/deep/check-edition';
import { checkReach } from '../preflight/check-reach';
import { renderIssue } from '../render-issue';
import { findingsCount, findingsExit, findingsText } from './findings-text';
import { type Print, assetFolder } from './command';
import { readIssue } from './read-issue';

/** The options of `nachra check`; `previous` and `with` are paths of issues. */
export interface CheckOptions {
  previous?: string;
  with?: readonly string[];
  /** Mail clients to check for; if left out, the usual ones. */
  clients?: readonly string[];
  /** The language of the findings; if left out, the issue's own. */
  language?: Language;
  /** Whether to request every link and picture. */
  reach?: boolean;
}

/** `nachra check FILE`: prints the findings of the full preflight and writes no file. */
export async function checkCommand(file: string, options: CheckOptions, print: Print): Promise<number> {
  const issue = await readIssue(file);
  const edition = await renderIssue(issue, { images: { mode: 'linked', assetBase: assetFolder } });
  const found = await checkEdition(issue, edition, {
    ...(options.previous === undefined ? {} : { previous: await readIssue(options.previous) }),
    ...(options.clients === undefined ? {} : { clients: options.clients }),
    siblings: await Promise.all((options.with ?? []).map(readIssue)),
  });
  const findings = options.reach ? [...found, ...(await checkReach(issue, askNetwork()))] : found;
  print.out(
    `${findingsText(findings, options.language ?? edition.language)}${edition.subject}: ${findingsCount(findings)}\n`,
  );
  return findingsExit(findings);
}
