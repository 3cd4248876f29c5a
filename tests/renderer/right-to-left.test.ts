import { parseIssue, renderIssue } from '@nachra/renderer';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { amanews242, everything } from '../support/issue';

/** Code and isolated runs of another script, which are left to right everywhere. */
const meant = 'p.panel[dir=ltr], code[dir=ltr], span[dir=ltr]';

describe.each([
  ['N° 242', () => amanews242('ar')],
  ['one of everything', () => everything((name) => `نص ${name}`, { language: 'ar' })],
])('the Arabic edition of %s', (_, issue) => {
  it('is left to right only where intended, in Outlook too', async () => {
    const { html } = await renderIssue(parseIssue(issue()));
    // Conditional comments are opened, because Outlook reads them.
    const page = load(html.replace(/<!--\[if mso[^\]]*\]>|<!\[endif\]-->/g, ''));
    page(meant).remove();
    const astray = page('[style*="direction:ltr"], [style*="text-align:left"], [dir=ltr]').toArray();
    expect(astray.map((element) => page.html(element).slice(0, 120))).toEqual([]);
  });

  it('aligns only figures and the link at the top left', async () => {
    const { html } = await renderIssue(parseIssue(issue()));
    const page = load(html);
    const left = page('[align=left]').toArray();
    expect(left.filter((element) => element.name === 'td').map((cell) => page(cell).attr('class'))).toEqual([
      'top',
    ]);
    expect(new Set(left.map(({ name }) => name))).toEqual(new Set(['td', 'tr']));
  });
});
