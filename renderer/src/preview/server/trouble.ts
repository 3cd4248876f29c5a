import { InvalidIssueError, type IssueProblem } from '../../contract/problems';
import { stackOf, RendererError, type RendererErrorCode } from '../../errors';

/** Why there is nothing new to show, for the page to report. */
export interface Trouble {
  /** Where the fault is: in the sample, in a file of `@nachra/emails`, or in this program. */
  about: 'sample' | 'template' | 'program';
  /** What happened; may have several lines, such as an excerpt with an arrow below it. */
  message: string;
  /** Fields of the sample and what was expected there. */
  problems: readonly IssueProblem[];
}

/** The codes that a sample or a template can cause; any other error is a defect of this program. */
const causes: Partial<Record<RendererErrorCode, 'sample' | 'template'>> = {
  INPUT_UNREADABLE: 'sample',
  INPUT_NOT_JSON: 'sample',
  COMPARISON_INVALID: 'sample',
  TEMPLATE_INVALID: 'template',
  WORDS_INVALID: 'template',
  SLOT_MISSING: 'template',
  SLOT_UNKNOWN: 'template',
};

/** An error as the page reports it. Only a defect shows its stack. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof InvalidIssueError) return { about: 'sample', message: '', problems: error.problems };
  const about = error instanceof RendererError ? causes[error.code] : undefined;
  if (error instanceof RendererError && about) return { about, message: error.message, problems: [] };
  const message = stackOf(error);
  return { about: 'program', message, problems: [] };
}
