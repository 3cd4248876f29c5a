import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { messageOf, TemplateError } from '../../errors';
import type { Memory } from '../../memory';
import { emailsDirectory } from '../../view/emails/read-emails';
import { htmlHelpers } from './html-helpers';
import { lineOfError } from './line-of-error';
import { rememberSections, type Remember } from './remember-sections';
import { textHelpers } from './text-helpers';

/** The three families of templates, by the ending of the file: MJML, its plain-text twin, public pages. */
export type Family = 'mjml' | 'txt' | 'html';

/** The templates of one directory, compiled. */
export interface Templates {
  /**
   * Runs a template on a view.
   *
   * @param sections the output of earlier runs by section; an unchanged section is not run again
   * @throws {TemplateError} code `TEMPLATE_INVALID`: no such template, a syntax error, or a name that the view does not have
   */
  run(family: Family, name: string, view: object, sections?: Memory<string>): string;
  /** Names of a family's templates, sorted: `sections/articles`. */
  names(family: Family): string[];
}

// Strict: a misspelt name is an error instead of an empty string. Prototype access stays off, Handlebars' default.
const compileOptions: CompileOptions = { strict: true, preventIndent: true };

/** Templates that can be read again one by one. */
interface OpenTemplates extends Templates {
  /** Reads a file again, by its path below the directory. */
  reread: (file: string) => void;
}

let builtIn: OpenTemplates | undefined;

/** Counts every file read in this process, so that two different states of the templates never share a number. */
let versions = 0;

/**
 * The templates of `@nachra/emails`, read and compiled once per process, or again after `forgetTemplates`.
 *
 * @throws {TemplateError} code `TEMPLATE_INVALID`: the templates cannot be read
 */
export function builtInTemplates(): Templates {
  builtIn ??= openTemplates(emailsDirectory());
  return builtIn;
}

/**
 * Makes the next call of {@link builtInTemplates} read changed templates again, for a preview that watches them.
 *
 * @param files the changed files, by path below the directory: reading and compiling all of them takes as long as a
 *   rendering. If left out, or if one of them is gone, all are read
 */
export function forgetTemplates(files?: readonly string[]): void {
  try {
    if (files && builtIn) return files.forEach(builtIn.reread);
  } catch {
    // Deleted or unreadable: the next call of `builtInTemplates` reports it.
  }
  builtIn = undefined;
}

/**
 * Reads and compiles every `*.hbs` below a directory; each is a partial of its family under its path.
 *
 * @param directory absolute path of a folder laid out like `@nachra/emails`
 * @throws {TemplateError} code `TEMPLATE_INVALID`: the directory or a file in it cannot be read
 * @example renderIssue(issue, { templates: openTemplates('/srv/our-templates') })
 */
export function openTemplates(directory: string): OpenTemplates {
  const files = filesBelow(directory);
  const families = {
    mjml: openFamily(directory, 'mjml'),
    txt: openFamily(directory, 'txt'),
    html: openFamily(directory, 'html'),
  } satisfies Record<Family, unknown>;
  const reread = (file: string) => {
    version = versions += 1;
    Object.values(families).forEach((family) => family.read(file));
  };
  let version = 0;
  files.forEach(reread);
  return {
    reread,
    run: (family, name, view, sections) => {
      const template = families[family].compiled.get(name);
      const asked = `${name}.${family}.hbs`;
      if (!template) {
        throw new TemplateError(`There is no template emails/${asked}. Add the file, or correct the name.`, {
          file: asked,
          line: null,
        });
      }
      try {
        const remember = sections && rememberSections(sections, view, version);
        return template(view, { data: { remember } });
      } catch (cause) {
        const file = failing.get(cause as object) ?? asked;
        throw new TemplateError(
          `The template emails/${file} has an error: ${messageOf(cause)}`,
          { file, line: lineOfError(cause, families[family].sources.get(file)) },
          { cause },
        );
      }
    },
    names: (family) => [...families[family].compiled.keys()].sort(),
  };
}

function openFamily(directory: string, family: Family) {
  const environment = Handlebars.create();
  environment.registerHelper(family === 'txt' ? textHelpers : htmlHelpers);
  const ending = `.${family}.hbs`;
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  const sources = new Map<string, string>();
  return {
    compiled,
    /** What was read, by file: a template is parsed when it is first run, and a fault is looked for in it then. */
    sources,
    /** Reads a template, if it is one of this family. */
    read(file: string): void {
      if (!file.endsWith(ending)) return;
      const name = file.slice(0, -ending.length);
      const source = readTemplate(directory, file).replace(/\n$/, '');
      const template = environment.compile<object>(source, { ...compileOptions, noEscape: family === 'txt' });
      environment.registerPartial(name, noting(file, template));
      compiled.set(name, template);
      sources.set(file, source);
    },
  };
}

function readTemplate(directory: string, file: string): string {
  try {
    return readFileSync(join(directory, file), 'utf8');
  } catch (cause) {
    throw new TemplateError(
      `The template emails/${file} cannot be read: ${messageOf(cause)}.`,
      { file, line: null },
      { cause },
    );
  }
}

/** The options that Handlebars passes to a partial. */
interface PartialOptions {
  data?: Parameters<Remember>[2] & { remember?: Remember };
}

/** The template in which an error was raised: Handlebars knows the line, but not the file. */
const failing = new WeakMap<object, string>();

/** A partial that records where an error was raised, and reuses its output for an unchanged section. */
function noting(file: string, template: HandlebarsTemplateDelegate): HandlebarsTemplateDelegate {
  const isSection = file.startsWith('sections/');
  return (view: unknown, options) => {
    const { data } = (options ?? {}) as PartialOptions;
    const run = () => template(view, options);
    try {
      return isSection && data?.remember ? data.remember(file, view, data, run) : run();
    } catch (error) {
      if (error instanceof Error && !failing.has(error)) failing.set(error, file);
      throw error;
    }
  };
}

function filesBelow(directory: string): string[] {
  let found: string[];
  try {
    found = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  } catch (cause) {
    throw new TemplateError(
      `The templates in ${directory} cannot be read: ${messageOf(cause)}. Give a directory of templates.`,
      { file: null, line: null },
      { cause },
    );
  }
  return found
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.includes('node_modules/'))
    .sort();
}
