import type { InputFault, InputProblem } from '../../../../shared/desk';
import type { DeskLanguage } from './desk-words';

type Values = InputProblem['values'];

const types: Record<DeskLanguage, Record<string, string>> = {
  fr: {
    string: 'un texte',
    number: 'un nombre',
    int: 'un nombre entier',
    boolean: 'oui ou non',
    array: 'une liste',
  },
  en: { string: 'a text', number: 'a number', int: 'a whole number', boolean: 'yes or no', array: 'a list' },
};

const formats: Record<DeskLanguage, Record<string, string>> = {
  fr: {
    email: 'une adresse e-mail est attendue, comme nom@example.org',
    datetime: 'une date avec une heure est attendue, comme 2026-01-31T09:00:00Z',
  },
  en: {
    email: 'an e-mail address is expected, such as name@example.org',
    datetime: 'a date with a time is expected, such as 2026-01-31T09:00:00Z',
  },
};

const listed = (value: Values[string] | undefined): string =>
  Array.isArray(value) ? value.join(', ') : String(value);

/** `12 (caractères)`: a limit, and what it counts if it is not the number itself. */
const size = (
  limit: Values[string] | undefined,
  { origin }: Values,
  characters: string,
  entries: string,
): string =>
  origin === 'string'
    ? `${String(limit)} (${characters})`
    : origin === 'array'
      ? `${String(limit)} (${entries})`
      : String(limit);

const notTaken = { fr: 'cette valeur n’est pas acceptée', en: 'this value is not accepted' } as const;

const french: Record<InputFault, (values: Values) => string> = {
  missing: () => 'il manque',
  invalid_type: ({ expected }) =>
    `la valeur attendue est ${types.fr[String(expected)] ?? `de type ${String(expected)}`}`,
  too_big: (values) => `le maximum est ${size(values['maximum'], values, 'caractères', 'entrées')}`,
  too_small: (values) => `le minimum est ${size(values['minimum'], values, 'caractères', 'entrées')}`,
  invalid_format: ({ format }) => formats.fr[String(format)] ?? 'il n’a pas la forme attendue',
  not_multiple_of: ({ divisor }) => `un multiple de ${String(divisor)} est attendu`,
  unrecognized_keys: ({ keys }) => `il contient des noms inconnus (${listed(keys)})`,
  invalid_value: ({ values }) => `les valeurs possibles sont ${listed(values)}`,
  invalid_union: () => notTaken.fr,
  invalid_key: () => notTaken.fr,
  invalid_element: () => notTaken.fr,
  custom: () => notTaken.fr,
};

const english: Record<InputFault, (values: Values) => string> = {
  missing: () => 'it is missing',
  invalid_type: ({ expected }) =>
    `the value expected is ${types.en[String(expected)] ?? `of type ${String(expected)}`}`,
  too_big: (values) => `the maximum is ${size(values['maximum'], values, 'characters', 'entries')}`,
  too_small: (values) => `the minimum is ${size(values['minimum'], values, 'characters', 'entries')}`,
  invalid_format: ({ format }) => formats.en[String(format)] ?? 'it does not have the expected form',
  not_multiple_of: ({ divisor }) => `a multiple of ${String(divisor)} is expected`,
  unrecognized_keys: ({ keys }) => `it holds unknown names (${listed(keys)})`,
  invalid_value: ({ values }) => `the possible values are ${listed(values)}`,
  invalid_union: () => notTaken.en,
  invalid_key: () => notTaken.en,
  invalid_element: () => notTaken.en,
  custom: () => notTaken.en,
};

const faults: Record<DeskLanguage, Record<InputFault, (values: Values) => string>> = {
  fr: french,
  en: english,
};

/** What is wrong with one field of a request, without a full stop. */
export function inputFault({ code, values }: InputProblem, language: DeskLanguage): string {
  return faults[language][code](values);
}
