import { TemplateError } from '../../errors';

/** One complaint of MJML's validator. Its `formattedMessage` is not used because it contains the server's directory. */
interface Complaint {
  line: number;
  message: string;
  tagName: string;
}

/**
 * Compiles MJML to HTML.
 *
 * Includes stay off (no template needs them, and they read files). So do web fonts, which MJML would add as soon as an author
 * writes “font-family: Lato” in an attribute, and the minifier (see `collapse-whitespace.ts`).
 *
 * @throws {TemplateError} code `TEMPLATE_INVALID`: names line and tag of each complaint, and no path of the server
 */
export async function compileMjml(mjml: string): Promise<string> {
  // Loaded for the first mail only: it takes three times as long to load as everything else, and the worker never needs it.
  const { default: mjml2html } = await import('mjml');
  try {
    const { html } = await mjml2html(mjml, {
      validationLevel: 'strict',
      ignoreIncludes: true,
      keepComments: false,
      minify: false,
      fonts: {},
    });
    return html;
  } catch (cause) {
    const complaints = complaintsOf(cause);
    const list = complaints.map(({ line, tagName, message }) => `line ${line}, ${tagName}: ${message}`);
    // No `cause`: MJML's own message contains the working directory, which would end up in logs.
    throw new TemplateError(
      complaints.length > 0
        ? `The templates make MJML that is not valid. In that MJML: ${list.join('; ')}. Correct the templates in emails/ that print these tags.`
        : 'The templates make MJML that cannot be read: a tag is not closed, or the document is empty. Check the last template you changed.',
      { file: null, line: complaints[0]?.line ?? null },
    );
  }
}

function complaintsOf(cause: unknown): Complaint[] {
  if (!(cause instanceof Error) || !('errors' in cause) || !Array.isArray(cause.errors)) return [];
  return cause.errors.filter(isComplaint);
}

function isComplaint(value: unknown): value is Complaint {
  return (
    typeof value === 'object' && value !== null && 'line' in value && 'tagName' in value && 'message' in value
  );
}
