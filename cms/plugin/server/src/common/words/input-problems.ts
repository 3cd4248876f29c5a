import type { InputFault, InputProblem } from '../../../../shared/desk';

type Values = InputProblem['values'];

/** What is wrong with one field of a request, without a full stop, by what is wrong. */
export type InputWords = Record<InputFault, (values: Values) => string>;

/** One value or several, each as text. */
export function severalIn(value: Values[string] | undefined): string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

/**
 * `12 (caractères)`: a limit, and what it counts if it is not the number itself.
 *
 * @param counted what texts and lists are counted in
 */
export function limitIn(
  values: Values,
  limit: 'maximum' | 'minimum',
  counted: Record<'string' | 'array', string>,
): string {
  const { origin } = values;
  const size = String(values[limit]);
  return origin === 'string' || origin === 'array' ? `${size} (${counted[origin]})` : size;
}
