import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTemplates, parseIssue, renderIssue, TemplateError } from '@nachra/renderer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { amanews242 } from '../support/issue';
import { repositoryRoot } from '../support/repository';

/** The error of rendering N° 242 with these templates. */
async function errorOf(folder: string): Promise<TemplateError> {
  const error: unknown = await Promise.resolve()
    .then(() => renderIssue(parseIssue(amanews242()), { templates: openTemplates(folder) }))
    .catch((thrown: unknown) => thrown);
  if (error instanceof TemplateError) return error;
  throw new Error(`no TemplateError: ${String(error)}`);
}

describe('a template that cannot be used is an error with a code, the file and the line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nachra-templates-'));
    cpSync(join(repositoryRoot, 'emails'), folder, {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each<[what: string, file: string, text: string, line: number | null]>([
    ['prints a name that the view does not have', 'parts/motto.mjml.hbs', '\n\n{{nonsense.name}}', 3],
    ['leaves a tag open', 'issue.mjml.hbs', '<mjml>\n\n{{#each}', 3],
    ['leaves a block open', 'parts/motto.mjml.hbs', '\n{{#if motto}}\n\n<mj-text>', 4],
    ['ends a block by another name', 'issue.txt.hbs', 'Text\n{{#if number}}\n{{/each}}', 2],
    ['calls a template that does not exist', 'issue.txt.hbs', '{{> parts/nothing}}', null],
  ])('if it %s', async (_what, file, text, line) => {
    writeFileSync(join(folder, file), text);
    const error = await errorOf(folder);
    expect(error).toMatchObject({ code: 'TEMPLATE_INVALID', file, line });
    expect(error.message).toContain(`emails/${file}`);
  });

  it('if MJML refuses what the templates make: the line is that of the MJML', async () => {
    writeFileSync(join(folder, 'issue.mjml.hbs'), '<mjml>\n<mj-nonsense></mj-nonsense>\n</mjml>');
    expect(await errorOf(folder)).toMatchObject({ code: 'TEMPLATE_INVALID', file: null, line: 2 });
  });

  it('if it is missing', async () => {
    rmSync(join(folder, 'issue.mjml.hbs'));
    expect(await errorOf(folder)).toMatchObject({
      code: 'TEMPLATE_INVALID',
      file: 'issue.mjml.hbs',
      line: null,
    });
  });

  it('if there is no such folder', async () => {
    const error = await errorOf(join(folder, 'nothing'));
    expect(error).toMatchObject({ code: 'TEMPLATE_INVALID', file: null, line: null });
    expect(error.message).toContain(join(folder, 'nothing'));
  });
});
