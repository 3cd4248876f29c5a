import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { TemplateError } from '../../errors';
import type { Memory } from '../memory';
import { emailsDirectory } from '../../view/house/emails';
import { htmlHelpers } from './html-helpers';
import { rememberSections, type Remember } from './remember-sections';
import { textHelpers } from './text-helpers';

/** The three families of templates: MJML, its plain-text twin, public pages. The ending of the file tells them apart. */
export type Family = 'mjml' | 'txt' | 'html';

/** The templates of one directory, compiled. */
export interface Templates {
  /**
   * Runs a template on a view.
   *
   * @param sections what was made of sections before; those that are the same are not made again
   * @throws {TemplateError} code `TEMPLATE_INVALID`: no such template, or it names what the view has not
   */
  run(family: Family, name: string, view: object, sections?: Memory<string>): string;
  /** Names of a family's templates, sorted: `sections/articles`. */
  names(family: Family): string[];
}

// Strict: a misspelt name fails loudly instead of leaving a hole. Prototype access stays off, Handlebars' own default.
const compileOptions: CompileOptions = { strict: true, preventIndent: true };

/** Templates that can be read anew one by one. */
interface OpenTemplates extends Templates {
  /** Reads a file again, by its path below the directory. */
  reread: (file: string) => void;
}

let house: OpenTemplates | undefined;

/** Of all templates that were read in this process, so that no two that differ have the same number. */
let versions = 0;

/** The templates of `@nachra/emails`, read and compiled once a process, unless {@link forgetTemplates}. */
export function houseTemplates(): Templates {
  house ??= openTemplates(emailsDirectory());
  return house;
}

/**
 * Has the house's templates read anew when they are asked for next: for whoever changes them while a process runs.
 *
 * @param files those that changed, by their paths below the directory: reading and compiling all of them takes as long as
 *   a rendering. Left out, or when one of them is gone, all are read
 */
export function forgetTemplates(files?: readonly string[]): void {
  try {
    if (files && house) return files.forEach(house.reread);
  } catch {
    // Gone, or not to be read now: whoever asks next is told.
  }
  house = undefined;
}

/** Reads and compiles every `*.hbs` below a directory; each is a partial of its family under its path. */
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
      if (!template) throw new TemplateError(`There is no template emails/${name}.${family}.hbs.`);
      try {
        const remember = sections && rememberSections(sections, view, version);
        return template(view, { data: { remember } });
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        const file = failing.get(cause as object) ?? `${name}.${family}.hbs`;
        throw new TemplateError(`The template emails/${file} cannot be used: ${reason}`, {
          cause,
        });
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
  return {
    compiled,
    /** Reads a template, if it is one of this family. */
    read(file: string): void {
      if (!file.endsWith(ending)) return;
      const name = file.slice(0, -ending.length);
      const source = readFileSync(join(directory, file), 'utf8').replace(/\n$/, '');
      const template = environment.compile<object>(source, { ...compileOptions, noEscape: family === 'txt' });
      environment.registerPartial(name, noting(file, template));
      compiled.set(name, template);
    },
  };
}

/** What Handlebars hands to a partial beside its context. */
interface PartialOptions {
  data?: Parameters<Remember>[2] & { remember?: Remember };
}

/** In which template an error began: Handlebars says the line, and not the file. */
const failing = new WeakMap<object, string>();

/** A partial that notes where an error began, and knows what it made of a section before. */
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
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.includes('node_modules/'))
    .sort();
}
