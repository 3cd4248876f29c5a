import type { Issue } from '../../contract/issue';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { emailsDirectory } from '../../view/house/emails';
import { samplesBeside } from './samples';
import { servePreview, type PreviewServer } from './serve';
import { openStudio } from './studio';
import { watchFolders } from './watch';

export interface PreviewOptions {
  host: string;
  /** 0 takes any that is free. */
  port: number;
}

/**
 * Opens the preview of a sample: a page with all views of the mail, which follows every save of a template, the theme, a
 * language's words or the sample.
 *
 * @param readIssue reads a sample; what it throws is shown on the page
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
  // The first page should not wait for MJML to be loaded.
  void studio.look(basename(file));
  return {
    ...server,
    close() {
      stop();
      return server.close();
    },
  };
}
