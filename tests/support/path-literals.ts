import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The strings of a file, parts of templates and regular expressions among them, in which one of some folders of a URL is
 * written: `/issues/…`. What an import names is none, and neither is a comment.
 *
 * @param folders such as `issues`
 * @returns `<line>: <source>` for each
 */
export function pathsWrittenIn(file: string, folders: readonly string[]): string[] {
  const text = readFileSync(file, 'utf8');
  const names = folders.join('|');
  // Parsing takes a hundred times as long as this.
  if (!new RegExp(`/(?:${names})\\b`).test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const path = new RegExp(`(?<!\\w)/(?:${names})(?![\\w.-])`);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isImportTypeNode(node)) return;
    if (path.test(textOf(node))) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push(`${line}: ${node.getText(source)}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function textOf(node: ts.Node): string {
  if (ts.isRegularExpressionLiteral(node)) return node.text.replaceAll('\\/', '/');
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
    ? node.text
    : '';
}
