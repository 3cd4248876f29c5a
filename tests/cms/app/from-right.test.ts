import { expect, it } from 'vitest';
import { fromRight } from '../../../cms/app/src/admin/from-right';

it('keeps an Arabic sentence with values, Latin words or marks in its own order within a page that reads from the left', () => {
  const words = {
    plain: 'حفظ',
    mixed: 'مرحبًا بكم في Nachra',
    value: 'الصفحة {page}',
    sentence: 'حُفظ المقال.',
    plural: '{number, plural, one {عنصر} other {# عناصر}}',
  };
  const own = Object.entries(fromRight(words)).filter(([, text]) => text.startsWith('\u2067'));
  expect(own.map(([key]) => key)).toEqual(['mixed', 'value', 'sentence', 'plural']);
  for (const [key, text] of own) expect(text).toBe(`\u2067${words[key as keyof typeof words]}\u2069`);
  expect(fromRight(words)['plain']).toBe('حفظ');
});
