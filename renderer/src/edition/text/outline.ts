import type { ListView } from '../../view/body-view';
import { wrapText } from './wrap';

/** A list as text: hanging bullets or numbers, nested lists below their item, wrapped at 72 columns. */
export function outline(list: ListView, indent = ''): string {
  return list.items
    .map(({ plain, list: nested }, index) => {
      const bullet = list.ordered ? `${index + 1}. ` : '- ';
      const rest = indent + ' '.repeat(bullet.length);
      const own = plain.trim() === '' && nested ? [] : [wrapText(plain, { first: indent + bullet, rest })];
      return [...own, ...(nested ? [outline(nested, rest)] : [])].join('\n');
    })
    .join('\n');
}
