import type { Language } from '../../contract/primitives';
import type { IssueProblem } from '../../contract/problems';
import { fill, wordsOf } from './words';

/**
 * The sentence of a problem in a language, without the path: “expected text, but the field is missing”.
 *
 * @throws {RendererError} code `WORDS_INVALID`: the language's file is not complete
 * @example error.problems.map((problem) => `${problem.path}: ${problemText(problem, 'en')}`)
 */
export function problemText({ code, values }: IssueProblem, language: Language): string {
  const { sentences, types } = wordsOf(language).problems;
  const named: Readonly<Record<string, string>> = types;
  const written = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value];
    if (typeof value === 'string') return [name, named[value] ?? value];
    return [name, value.map((one) => JSON.stringify(one)).join(', ')];
  });
  return fill(sentences[code], Object.fromEntries(written));
}
