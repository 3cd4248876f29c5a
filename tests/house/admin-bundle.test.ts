import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importedModules } from '../support/imports';
import { repositoryRoot } from '../support/repository';
import { filesUnder } from '../support/wall';

const plugin = join(repositoryRoot, 'cms/plugin');
const isSource = (file: string) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts');

/** Modules of `shared` that hold schemas: whoever imports more than types from them takes in zod and the renderer. */
const schemas = join(plugin, 'shared/desk');

/** What a bundler follows: the imports that are left once types are gone. */
function bundled(file: string): string[] {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ES2022, jsx: ts.JsxEmit.ReactJSX, isolatedModules: true },
  });
  return importedModules(`${file}.js`, outputText).map(({ specifier }) => specifier);
}

describe('the admin’s bundle stays small', () => {
  const admin = filesUnder(join(plugin, 'admin/src')).filter(isSource);
  const shared = filesUnder(join(plugin, 'shared')).filter(isSource);

  it('takes types only from the wire contract, and neither zod nor a package of ours', () => {
    const heavy = admin.flatMap((file) =>
      bundled(file)
        .filter(
          (specifier) =>
            specifier === 'zod' ||
            specifier.startsWith('@nachra/') ||
            (specifier.startsWith('.') && resolve(file, '..', specifier).startsWith(schemas)),
        )
        .map((specifier) => `${relative(repositoryRoot, file)}: ${specifier}`),
    );
    expect(heavy).toEqual([]);
  });

  it('finds in the shared modules that it runs no import but of each other', () => {
    const light = shared.filter((file) => !file.startsWith(schemas));
    expect(light.length).toBeGreaterThan(2);
    const heavy = light.flatMap((file) =>
      bundled(file).filter(
        (specifier) => resolve(file, '..', specifier).startsWith(schemas) || !specifier.startsWith('.'),
      ),
    );
    expect(heavy).toEqual([]);
  });
});
