import { TemplateError } from '../../errors';

/** One complaint of MJML's validator; its `formattedMessage` is left alone because it names the server's directory. */
interface Complaint {
  line: number;
  message: string;
  tagName: string;
}

/**
 * Compiles MJML to HTML.
 *
 * Includes stay off (a template needs none, and they read files); so do web fonts, which MJML would add when an author
 * merely writes “font-family: Lato” in an attribute; so does the minifier (see `collapseWhitespace`).
 *
 * @throws {TemplateError} code `TEMPLATE_INVALID`: with line and tag of each complaint, without any path of the server
 */
export async function compileMjml(mjml: string): Promise<string> {
  // Loaded at the first mail: it takes three times as long to load as all else, and a worker or a refusal never needs it.
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
    // No `cause`: MJML's own message carries the working directory, and whoever logs this would log that.
    throw new TemplateError(
      complaints.length > 0
        ? `MJML refuses the mail: ${complaints.map(({ line, tagName, message }) => `line ${line}, ${tagName}: ${message}`).join('; ')}`
        : 'MJML cannot read the mail that the templates made: a tag is not closed or the document is empty.',
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
