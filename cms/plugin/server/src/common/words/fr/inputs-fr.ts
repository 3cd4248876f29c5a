import { limitIn, severalIn, type InputWords } from '../input-problems';

const types: Record<string, string> = {
  string: 'un texte',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'oui ou non',
  array: 'une liste',
};

const formats: Record<string, string> = {
  email: 'une adresse électronique est attendue, comme nom@example.org',
  datetime: 'une date avec une heure est attendue, comme 2026-01-31T09:00:00Z',
};

const counted = { string: 'caractères', array: 'entrées' };
const notTaken = 'cette valeur n’est pas acceptée';

/** What is wrong with a field of a request, in French, without a full stop. */
export const inputs: InputWords = {
  missing: () => 'il manque',
  invalid_type: ({ expected }) =>
    `la valeur attendue est ${types[String(expected)] ?? `de type ${String(expected)}`}`,
  too_big: (values) => `le maximum est ${limitIn(values, 'maximum', counted)}`,
  too_small: (values) => `le minimum est ${limitIn(values, 'minimum', counted)}`,
  invalid_format: ({ format }) => formats[String(format)] ?? 'il n’a pas la forme attendue',
  not_multiple_of: ({ divisor }) => `un multiple de ${String(divisor)} est attendu`,
  unrecognized_keys: ({ keys }) => `il contient des noms inconnus (${severalIn(keys).join(', ')})`,
  invalid_value: ({ values }) => `les valeurs possibles sont ${severalIn(values).join(', ')}`,
  invalid_union: () => notTaken,
  invalid_key: () => notTaken,
  invalid_element: () => notTaken,
  custom: () => notTaken,
};
