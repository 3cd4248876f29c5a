import { InvalidIssueError, type IssueProblem } from '../../contract/problems';
import { RendererError, TemplateError } from '../../errors';

/** Why there is nothing new to show, for the page to say. */
export interface Trouble {
  /** Whose file has to be mended. */
  about: 'sample' | 'template' | 'program';
  /** What happened; may have several lines, as an excerpt with an arrow below it. */
  message: string;
  /** Places in the sample and what was expected there. */
  problems: readonly IssueProblem[];
}

/** An error as a person reads it. Only one that is none of ours, so a defect, shows where it happened. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof InvalidIssueError) {
    return { about: 'sample', message: '', problems: error.problems };
  }
  if (error instanceof TemplateError) return { about: 'template', message: error.message, problems: [] };
  if (error instanceof RendererError) {
    const about = error.code.startsWith('INPUT_') ? 'sample' : 'template';
    return { about, message: error.message, problems: [] };
  }
  if (!(error instanceof Error)) return { about: 'program', message: String(error), problems: [] };
  // A theme or a language that is no JSON, a template that Handlebars cannot read, MJML's own refusals.
  const isTemplates = /Parse error|Expecting|JSON|mj-|ValidationError|ZodError/.test(
    `${error.name} ${error.message}`,
  );
  return isTemplates
    ? { about: 'template', message: error.message, problems: [] }
    : { about: 'program', message: error.stack ?? error.message, problems: [] };
}
