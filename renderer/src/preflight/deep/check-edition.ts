import type { Edition } from '../../contract/edition';
import { RendererError } from '../../errors';
import type { Finding } from '../../contract/finding';
import type { Issue } from '../../contract/issue';
import { wordsOf } from '../../view/emails/words';
import type { Comparison } from './inspection';
import { knownClients, usualClients } from './client-support';
import { readMarkup } from './markup';
import { deepRules } from './rule-order';
import { findingWriter } from '../rule';

/**
 * The full preflight: the edition's own findings, and those of rules that are too slow for every rendering (spelling,
 * markup) or compare with other issues. No finding depends on the clock or the network.
 *
 * @param edition rendered from `issue`
 * @param comparison the previous issue and this one's other languages, where they exist
 * @returns findings in the order of the rules, then of the issue
 * @throws {RendererError} code `COMPARISON_INVALID`: `previous` is not an earlier number, or a sibling is in the same language
 * @throws {RendererError} code `CLIENT_UNKNOWN`: `clients` names a mail client without data
 * @throws {RendererError} code `WORDS_INVALID`: the file of the issue's language is not complete
 * @example const findings = await checkEdition(issue, await renderIssue(issue), { previous });
 */
export async function checkEdition(
  issue: Issue,
  edition: Edition,
  { previous, siblings = [], clients = usualClients, installation, weights = {} }: Comparison = {},
): Promise<Finding[]> {
  assertComparable(issue, previous, siblings);
  const unknown = clients.find((client) => !knownClients.includes(client));
  if (unknown !== undefined) {
    throw new RendererError(
      'CLIENT_UNKNOWN',
      `The mail client “${unknown}” is not known, so its support cannot be checked. Give one of: ${knownClients.join(', ')}.`,
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
    weights,
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
      `The previous issue is N° ${previous.masthead.number}, which is not earlier than N° ${number}. Give an issue with a smaller number.`,
    );
  }
  for (const { masthead } of siblings) {
    if (masthead.language !== language) continue;
    throw new RendererError(
      'COMPARISON_INVALID',
      `N° ${masthead.number} is in “${language}” like N° ${number}, so it is not its edition in another language. Give the same issue in another language.`,
    );
  }
}
