import type { Edition } from '../../contract/edition';
import { RendererError } from '../../errors';
import type { Finding } from '../../contract/finding';
import type { Issue } from '../../contract/issue';
import { wordsOf } from '../../view/house/words';
import type { Comparison } from './inspection';
import { knownClients, usualClients } from './client-support';
import { readMarkup } from './markup';
import { deepRules } from './rule-order';
import { findingWriter } from '../rule';

/**
 * The full preflight: the edition's own findings, and those that cost more than a rendering may (spelling, the markup)
 * or that compare with other issues. Nothing it finds depends on the clock or the network.
 *
 * @param edition rendered from `issue`
 * @param comparison the number before and the other languages of this one, where there are any
 * @throws {RendererError} code `COMPARISON_INVALID`: what was given to compare with is another number or the same language
 * @throws {RendererError} code `CLIENT_UNKNOWN`: a mail client nothing is known of
 * @example const findings = await checkEdition(issue, await renderIssue(issue), { previous });
 */
export async function checkEdition(
  issue: Issue,
  edition: Edition,
  { previous, siblings = [], clients = usualClients, installation }: Comparison = {},
): Promise<Finding[]> {
  assertComparable(issue, previous, siblings);
  const unknown = clients.find((client) => !knownClients.includes(client));
  if (unknown !== undefined) {
    throw new RendererError(
      'CLIENT_UNKNOWN',
      `Nothing is known of the mail client “${unknown}”. Known are: ${knownClients.join(', ')}.`,
    );
  }
  const inspection = {
    issue,
    edition,
    words: wordsOf(edition.language),
    previous: previous ?? null,
    siblings,
    clients,
    installation: installation ?? null,
    markup: readMarkup(edition.html),
  };
  const findings = [...edition.findings];
  for (const rule of deepRules) {
    findings.push(...(await rule.check({ ...inspection, find: findingWriter(rule) })));
  }
  return findings;
}

function assertComparable(issue: Issue, previous: Issue | undefined, siblings: readonly Issue[]): void {
  const { number, language } = issue.masthead;
  if (previous && previous.masthead.number >= number) {
    throw new RendererError(
      'COMPARISON_INVALID',
      `The previous issue has the number ${previous.masthead.number}, which does not come before ${number}. Give an earlier number.`,
    );
  }
  for (const { masthead } of siblings) {
    if (masthead.number === number && masthead.language !== language) continue;
    throw new RendererError(
      'COMPARISON_INVALID',
      `N° ${masthead.number} in “${masthead.language}” is no other language of N° ${number} in “${language}”. Give the same number in another language.`,
    );
  }
}
