import { attribute, countIn, styleOf, type Markup } from './markup';
import type { Dropped } from './report';

/** Elements that say nothing to a reader. */
const unread = new Set([
  'style',
  'script',
  'head',
  'title',
  'meta',
  'link',
  'xml',
  'template',
  'noscript',
  'svg',
  'math',
  'object',
  'iframe',
  'select',
  'textarea',
  'button',
  'input',
  'hr',
  'col',
  'colgroup',
]);

/** Elements that begin a paragraph of their own. */
export const blockTags = new Set([
  'address',
  'article',
  'aside',
  'body',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figcaption',
  'footer',
  'form',
  'header',
  'html',
  'main',
  'nav',
  'p',
  'section',
  'summary',
  'caption',
]);

/** Marks that Word draws before an item, its comments, what somebody has deleted there, and what no reader sees. */
export function isLeftOut(node: Markup, tag: string, dropped: Dropped): boolean {
  if (unread.has(tag)) return true;
  const style = styleOf(node);
  if (tag === 'del' && attribute(node, 'cite') + attribute(node, 'datetime') !== '') {
    dropped.add('deletions');
    return true;
  }
  if (/mso-element:\s*comment|msocomment/i.test(`${attribute(node, 'style')} ${attribute(node, 'class')}`)) {
    if (tag === 'div' && /comment$/.test(style.get('mso-element') ?? '')) dropped.add('comments');
    return !/comment-list/.test(style.get('mso-element') ?? '');
  }
  return (
    style.get('mso-list') === 'ignore' ||
    style.get('display') === 'none' ||
    style.get('mso-hide') === 'all' ||
    style.get('visibility') === 'hidden'
  );
}

/** The level of a heading, 1 to 3; 0 of anything else. Word has classes for its title, and the web a role. */
export function headingLevel(node: Markup, tag: string): number {
  const named = /^h([1-6])$/.exec(tag)?.[1];
  const role = attribute(node, 'role') === 'heading' ? countIn(node, 'aria-level') : 0;
  const word = /^Mso(Title|Subtitle)$/.exec(attribute(node, 'class'))?.[1];
  const level = Number(named ?? 0) || role || (word === 'Title' ? 1 : word === 'Subtitle' ? 2 : 0);
  return Math.min(level, 3);
}
