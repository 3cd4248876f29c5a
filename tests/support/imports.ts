import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** One module asked for by a file, and the names taken from it (empty for a whole module or a side effect). */
export interface ImportedModule {
  specifier: string;
  names: string[];
  line: number;
}

/**
 * Every module that a source text asks for: `import`, `export … from`, `import x = require()`, `import()`,
 * `import('…')` in a type, `require()`, `require.resolve()` and `import.meta.resolve()`. Read from the syntax tree, so
 * that a comment or a string that looks like an import is none.
 *
 * @param fileName decides the dialect by its ending (`.ts`, `.tsx`, `.js`, …)
 */
export function importedModules(fileName: string, text: string): ImportedModule[] {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const found: ImportedModule[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, names: string[] = []): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    found.push({ specifier: specifier.text, names, line });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, namesOfImport(node));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, namesOfExport(node));
    else if (ts.isExternalModuleReference(node)) add(node, node.expression);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node, node.argument.literal);
    else if (ts.isCallExpression(node) && asksForModule(node.expression)) add(node, node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const known = new Map<string, string[]>();

/** The source files that a source file imports by relative path; read once in a run. */
export function importedFiles(file: string): readonly string[] {
  const imported = known.get(file) ?? readImportedFiles(file);
  known.set(file, imported);
  return imported;
}

function readImportedFiles(file: string): string[] {
  return importedModules(file, readFileSync(file, 'utf8'))
    .filter(({ specifier }) => specifier.startsWith('.'))
    .flatMap(({ specifier }) => {
      const base = resolve(dirname(file), specifier);
      const candidates = ['.ts', '.tsx', '/index.ts', '/index.tsx'].map((ending) => `${base}${ending}`);
      return candidates.find((candidate) => existsSync(candidate)) ?? [];
    });
}

/** `import(…)`, `require(…)`, `anyRequire.resolve(…)`. */
function asksForModule(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isIdentifier(callee)) return /require$/i.test(callee.text);
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'resolve') return false;
  return ts.isMetaProperty(callee.expression) || asksForModule(callee.expression);
}

function namesOfImport(node: ts.ImportDeclaration): string[] {
  const bindings = node.importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

function namesOfExport(node: ts.ExportDeclaration): string[] {
  if (node.exportClause === undefined || !ts.isNamedExports(node.exportClause)) return [];
  return node.exportClause.elements.map((element) => (element.propertyName ?? element.name).text);
}
