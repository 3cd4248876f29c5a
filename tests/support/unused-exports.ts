import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';

/** Stands for every name of a file: `import * as all`, `import('…')`. */
const everything = '*';

/**
 * The named exports of some files that no other file imports, as `path: name`. What another file passes on
 * (`export { x } from`) counts as imported there and as exported by it. Default exports are left out: programs outside
 * load them by their file.
 *
 * @param root folder that the paths in the answer start from
 * @param sources whose exports are looked at
 * @param users other files that import from them
 * @param isDoor whether a file's exports are for others to use
 */
export function unusedExports(
  root: string,
  sources: readonly string[],
  users: readonly string[],
  isDoor: (path: string) => boolean,
): string[] {
  const exported = new Map<string, string[]>();
  const used = new Map<string, Set<string>>();
  for (const file of [...sources, ...users]) {
    const statements = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
    ).statements;
    exported.set(file, statements.flatMap(namesExported));
    for (const { specifier, names } of usesIn(file, statements)) {
      const target = fileOf(file, specifier);
      if (target === null) continue;
      const known = used.get(target) ?? new Set();
      names.forEach((name) => known.add(name));
      used.set(target, known);
    }
  }
  return sources.flatMap((file) => {
    const path = relative(root, file);
    const names = used.get(file);
    if (isDoor(path) || names?.has(everything)) return [];
    return (exported.get(file) ?? []).filter((name) => !names?.has(name)).map((name) => `${path}: ${name}`);
  });
}

function namesExported(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause } = statement;
    return exportClause && ts.isNamedExports(exportClause)
      ? exportClause.elements.map(({ name }) => name.text)
      : [];
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (kind: ts.SyntaxKind): boolean => modifiers.some((modifier) => modifier.kind === kind);
  if (!has(ts.SyntaxKind.ExportKeyword) || has(ts.SyntaxKind.DefaultKeyword)) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => namesBound(name));
  }
  const { name } = statement as ts.Statement & { name?: ts.Node };
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

function namesBound(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesBound(element.name) : []));
}

interface Use {
  specifier: string;
  names: readonly string[];
}

function usesIn(file: string, statements: ts.NodeArray<ts.Statement>): Use[] {
  const fixed = statements.flatMap((statement): Use[] => {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const bindings = statement.importClause?.namedBindings;
      const names =
        bindings === undefined
          ? []
          : ts.isNamedImports(bindings)
            ? bindings.elements.map(namesUsed)
            : [everything];
      return [{ specifier: statement.moduleSpecifier.text, names }];
    }
    if (
      ts.isExportDeclaration(statement) &&
      statement.moduleSpecifier &&
      ts.isStringLiteral(statement.moduleSpecifier)
    ) {
      const { exportClause } = statement;
      const names =
        exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map(namesUsed) : [everything];
      return [{ specifier: statement.moduleSpecifier.text, names }];
    }
    return [];
  });
  // A module asked for while the program runs, or in a type, is taken whole.
  const asked = readFileSync(file, 'utf8').matchAll(/\b(?:import|require)\(\s*'([^']+)'/g);
  return [...fixed, ...[...asked].map(([, specifier = '']) => ({ specifier, names: [everything] }))];
}

function namesUsed({ propertyName, name }: ts.ImportSpecifier | ts.ExportSpecifier): string {
  return (propertyName ?? name).text;
}

function fileOf(importer: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = resolve(dirname(importer), specifier.replace(/\.js$/, ''));
  const endings = ['.ts', '.tsx', '/index.ts', '/index.tsx', ''];
  return endings.map((ending) => `${base}${ending}`).find((path) => existsSync(path)) ?? null;
}
