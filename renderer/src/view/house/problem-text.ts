import type { Language } from '../../contract/primitives';
import type { IssueProblem } from '../../contract/problems';
import { fill, wordsOf } from './words';

/**
 * What is wrong with a field of an issue, as a person reads it: “expected text, but the field is missing”. The path is
 * not in it.
 *
 * @throws {RendererError} code `WORDS_INVALID`: the language's file is not complete
 * @example error.problems.map((problem) => `${problem.path}: ${problemText(problem, 'en')}`)
 */
export function problemText({ code, values }: IssueProblem, language: Language): string {
  const { sentences, types } = wordsOf(language).problems;
  const named: Readonly<Record<string, string>> = types;
  const written = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number') return [name, value] as const;
    if (typeof value === 'string') return [name, named[value] ?? value] as const;
    return [name, value.map((one) => JSON.stringify(one)).join(', ')] as const;
  });
  return fill(sentences[code], Object.fromEntries(written));
}
