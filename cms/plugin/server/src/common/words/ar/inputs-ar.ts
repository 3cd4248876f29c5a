import { limitIn, severalIn, type InputWords } from '../input-problems';
import { list, own } from './terms-ar';

const types: Record<string, string> = {
  string: 'نص',
  number: 'عدد',
  int: 'عدد صحيح',
  boolean: 'نعم أو لا',
  array: 'قائمة',
};

const formats: Record<string, string> = {
  email: `المنتظر عنوان إلكتروني مثل ${own('nom@example.org')}`,
  datetime: `المنتظر تاريخ مع الساعة مثل ${own('2026-01-31T09:00:00Z')}`,
};

const units = { string: 'عدد الأحرف', array: 'عدد العناصر' };
const notTaken = 'هذه القيمة غير مقبولة';

/** What is wrong with a field of a request, in Arabic, without a full stop. */
export const inputs: InputWords = {
  missing: () => 'غير موجود',
  invalid_type: ({ expected }) =>
    `المنتظر ${types[String(expected)] ?? `قيمة من نوع ${own(String(expected))}`}`,
  too_big: (values) => `الحد الأقصى هو ${limitIn(values, 'maximum', units)}`,
  too_small: (values) => `الحد الأدنى هو ${limitIn(values, 'minimum', units)}`,
  invalid_format: ({ format }) => formats[String(format)] ?? 'ليس على الشكل المنتظر',
  not_multiple_of: ({ divisor }) => `المنتظر أحد مضاعفات ${String(divisor)}`,
  unrecognized_keys: ({ keys }) => `يضم أسماء غير معروفة (${list(severalIn(keys))})`,
  invalid_value: ({ values }) => `القيم الممكنة هي ${list(severalIn(values))}`,
  invalid_union: () => notTaken,
  invalid_key: () => notTaken,
  invalid_element: () => notTaken,
  custom: () => notTaken,
};
