import { showRendition } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { pageOf, show } from './page-of';

const word = (body: string, css = '') => show(body, 'word', css);

describe('the rendition as Word', () => {
  it.each([
    ['<!--[if mso]><b>W</b><![endif]-->', '<b>W</b>'],
    ['<!--[if mso | IE]><b>W</b><![endif]-->', '<b>W</b>'],
    ['<!--[if (gte mso 9)|(IE)]>W<![endif]-->', 'W'],
    ['<!--[if gte mso 9]>W<![endif]-->', 'W'],
    ['<!--[if mso 16]>W<![endif]-->', 'W'],
    ['<!--[if !mso & IE]>W<![endif]-->', ''],
    ['<!--[if lte mso 11]>W<![endif]-->', ''],
    ['<!--[if mso 15]>W<![endif]-->', ''],
    ['<!--[if IE]>W<![endif]-->', ''],
    ['<!--[if !mso]><!-->other<!--<![endif]-->', ''],
    ['<!--[if !mso]>-->other<!--<![endif]-->', ''],
    ['<!--[if mso]><!-->W<!--<![endif]-->', 'W'],
    ['<![if !mso]>other<![endif]>', ''],
    ['<!--[if mso anything else]>W<![endif]-->', ''],
    ['a<!--[if mso]>W', 'a<!--[if mso]>W'],
    ['<!-- a remark -->', '<!-- a remark -->'],
  ])('evaluates the condition in %s', (html, shown) => {
    expect(word(html)).toBe(shown);
  });

  it('removes what Word ignores, and keeps the rest', () => {
    const ignored =
      'max-width:600px;background-image:url(a;b.png);border-radius:4px;box-shadow:0 0 1px;display:inline-block;opacity:.5;position:relative';
    expect(word(`<td style="${ignored};color:#123456;font-size:16px">x</td>`)).toBe(
      '<td style="color:#123456;font-size:16px">x</td>',
    );
    expect(word('<div style="max-width:600px">x</div>')).toBe('<div>x</div>');
    expect(word('<p style="color:rgba(0,0,0,.5);width:calc(1px + 1px);font-size:1rem">x</p>')).toBe(
      '<p>x</p>',
    );
  });

  it('keeps padding in cells only, margins of paragraphs only, and a picture’s size by its attributes', () => {
    expect(word('<div style="padding:8px;margin:9px"></div><td style="padding:8px"></td>')).toBe(
      '<div></div><td style="padding:8px"></td>',
    );
    expect(word('<p style="margin:0 0 4px">x</p>')).toBe('<p style="margin:0 0 4px">x</p>');
    expect(word('<img width="40" src="a" style="width:100%;border:0">')).toBe(
      '<img width="40" src="a" style="border:0">',
    );
  });

  it('keeps only the colour of a background', () => {
    expect(word('<td style="background:#fff url(a.png) no-repeat">x</td>')).toBe(
      '<td style="background-color:#fff">x</td>',
    );
    expect(word('<td style="background:linear-gradient(red,blue)">x</td>')).toBe('<td>x</td>');
  });

  it('uses Times if Windows lacks the first font', () => {
    expect(word('<p style="font-family:Inter,Arial,sans-serif">x</p>')).toContain('Times New Roman');
    expect(word('<p style="font-family:Georgia,serif">x</p>')).toContain('font-family:Georgia,serif');
  });

  it('applies the properties for Word alone', () => {
    expect(word('<p style="mso-hide:all">x</p>')).toBe('<p style="display:none">x</p>');
    expect(word('<td style="mso-padding-alt:4px 8px;mso-line-height-rule:exactly">x</td>')).toBe(
      '<td style="padding:4px 8px">x</td>',
    );
  });

  it('applies rules for one type, class or id, and ignores media queries and longer selectors', () => {
    const css = `p{margin:13px 0;color:red}.note{color:green!important}#one{color:blue}
      @media only screen and (min-width:480px){p{color:yellow}.note{width:100%}}
      p>b,.a.b,[data-x] p,p:hover{color:pink}@import url(a.css);`;
    expect(word('<p>x</p>', css)).toBe('<p style="margin:13px 0;color:red">x</p>');
    expect(word('<b class="note" id="one">x</b>', css)).toContain('color:green;color:blue');
    const page = showRendition(pageOf('<p>x</p>', css), 'word');
    expect(page).not.toMatch(/<style|@media|yellow|pink/);
  });

  it('lets a style attribute override the style sheet', () => {
    expect(word('<p style="color:black">x</p>', 'p{color:red}')).toBe(
      '<p style="color:red;color:black">x</p>',
    );
  });

  it('draws VML shapes as boxes of their colour, and removes Office’s settings', () => {
    const html = `<!--[if mso]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml>
<v:roundrect style="width:200px;v-text-anchor:middle;height:40px" fillcolor="#0b5a4a"><center>Lire</center></v:roundrect><![endif]-->`;
    expect(word(html)?.trim()).toBe(
      '<v:roundrect style="display:inline-block;width:200px;height:40px;background-color:#0b5a4a"><center>Lire</center></v:roundrect>',
    );
  });
});
