import type { Issue } from '../../contract/issue';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { emailsDirectory } from '../../view/emails/read-emails';
import { samplesBeside } from './samples';
import { servePreview, type PreviewServer } from './serve';
import { openStudio } from './studio';
import { watchFolders } from './watch';

interface PreviewOptions {
  host: string;
  /** 0 takes any free port. */
  port: number;
}

/**
 * Opens the preview of a sample: a page with all renditions of the mail, which updates when a template, the theme, a language
 * file or the sample is saved.
 *
 * @param readIssue reads a sample; the page shows its errors
 */
export async function openPreview(
  file: string,
  { host, port }: PreviewOptions,
  readIssue: (path: string) => Promise<Issue>,
): Promise<PreviewServer> {
  const studio = openStudio({ samples: () => samplesBeside(file), readIssue });
  const server = await servePreview(studio, basename(file), { host, port });
  const folder = dirname(resolve(file));
  const templates = emailsDirectory();
  const stop = watchFolders(
    [...new Set([templates, folder])],
    (path) => /\.(?:hbs|json|ttf)$/.test(path),
    (files, since) => {
      const below = files.map((path) => relative(templates, path).split(sep).join('/'));
      studio.change(below.filter((path) => !path.startsWith('..')));
      server.changed(since);
    },
  );
  // Load MJML before the first page needs it.
  void studio.look(basename(file));
  return {
    ...server,
    close() {
      stop();
      return server.close();
    },
  };
}
