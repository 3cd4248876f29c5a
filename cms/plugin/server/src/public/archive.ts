import { issueUrl } from '../editions/public-paths';
import type { Language, PageData } from '@nachra/renderer';
import type { IssueHead } from '../content/documents/issue';
import type { IssueStore } from '../content/documents/issue-store';
import { lockedStages } from '../content/stage/stage-machine';

type ArchiveIssue = PageData['archive']['issues'][number];

/**
 * The issues that were sent, newest number first, each language of a number by itself. Taken from the CMS, whose issues
 * are locked from the first message on, so that what the archive says of them is what was sent.
 *
 * @param preferred the language that comes first where a number has several
 */
export async function archiveIssues(
  issues: Pick<IssueStore, 'inStages'>,
  preferred: Language,
): Promise<ArchiveIssue[]> {
  const rank = ({ language }: IssueHead) => (language === preferred ? 0 : 1);
  return (await issues.inStages(lockedStages))
    .sort((one, two) => two.number - one.number || rank(one) - rank(two))
    .map(({ number, language, subject = '', periodLabel = '', publicationDate = '' }) => ({
      number,
      language,
      subject,
      periodLabel,
      publicationDate,
      url: issueUrl(number, language),
    }));
}
