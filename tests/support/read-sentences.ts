import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Properties and variables that hold a sentence for people, or another server's words. */
const sentences = /^(?:message|sentence|reply)$|(?:Message|Sentence|Reply)$/;
/** Ways of looking into a string. Cutting it to a length or cleaning it is none of them. */
const lookingInto = new Set([
  'match',
  'matchAll',
  'search',
  'includes',
  'startsWith',
  'endsWith',
  'indexOf',
  'split',
]);
const matching = new Set(['test', 'exec']);
const comparing = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);

/**
 * Where a file decides by the words of a sentence: a regular expression or a method of strings applied to something that is
 * called `message`, `sentence` or `reply`, or a comparison of it with a text or another sentence. A program decides by codes.
 *
 * It goes by names, not by types: a sentence that was put into a variable of another name first, or handed to a function, is
 * not seen; and something that is called `message` and is no sentence (a MIME message, a message between processes) is
 * reported when it is treated like a string.
 *
 * @returns `<line>: <source>` for each
 */
export function sentencesReadIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (readsSentence(node)) {
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      found.push(`${line}: ${node.getText(source).replaceAll(/\s+/g, ' ')}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function readsSentence(node: ts.Node): boolean {
  if (ts.isSwitchStatement(node)) return isSentence(node.expression);
  if (ts.isBinaryExpression(node) && comparing.has(node.operatorToken.kind))
    return (
      (isSentence(node.left) && (isText(node.right) || isSentence(node.right))) ||
      (isText(node.left) && isSentence(node.right))
    );
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  if (matching.has(name.text)) return node.arguments.some(isSentence);
  return lookingInto.has(name.text) && isSentence(expression);
}

/** `x.message`, `x?.reply`, `sentence`, also within `String(…)`, `!` and parentheses. */
function isSentence(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node)) return isSentence(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
    return isSentence(node.left);
  if (ts.isIdentifier(node)) return sentences.test(node.text);
  return ts.isPropertyAccessExpression(node) && sentences.test(node.name.text);
}

/** A text of at least one sign: whether there is a sentence at all may be asked. */
function isText(node: ts.Expression): boolean {
  return (ts.isStringLiteralLike(node) && node.text !== '') || ts.isTemplateExpression(node);
}
