import { limitIn, severalIn, type InputWords } from '../input-problems';

const types: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'yes or no',
  array: 'a list',
};

const formats: Record<string, string> = {
  email: 'an e-mail address is expected, such as name@example.org',
  datetime: 'a date with a time is expected, such as 2026-01-31T09:00:00Z',
};

const counted = { string: 'characters', array: 'entries' };
const notTaken = 'this value is not accepted';

/** What is wrong with a field of a request, in English, without a full stop. */
export const inputs: InputWords = {
  missing: () => 'it is missing',
  invalid_type: ({ expected }) =>
    `the value expected is ${types[String(expected)] ?? `of type ${String(expected)}`}`,
  too_big: (values) => `the maximum is ${limitIn(values, 'maximum', counted)}`,
  too_small: (values) => `the minimum is ${limitIn(values, 'minimum', counted)}`,
  invalid_format: ({ format }) => formats[String(format)] ?? 'it does not have the expected form',
  not_multiple_of: ({ divisor }) => `a multiple of ${String(divisor)} is expected`,
  unrecognized_keys: ({ keys }) => `it holds unknown names (${severalIn(keys).join(', ')})`,
  invalid_value: ({ values }) => `the possible values are ${severalIn(values).join(', ')}`,
  invalid_union: () => notTaken,
  invalid_key: () => notTaken,
  invalid_element: () => notTaken,
  custom: () => notTaken,
};
