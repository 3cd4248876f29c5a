import { isRenditionName, mailPolicy, showRendition, renditionNames } from '@nachra/renderer';
import { describe, expect, it } from 'vitest';
import { pageOf, show } from './page-of';

describe('a rendition of a mail', () => {
  it('for desktop and phones is the mail itself, byte for byte', () => {
    const shown = pageOf('<p>&eacute; &#39; <IMG SRC=a.png></p>', 'a{color:red}');
    for (const view of ['desktop', 'phone', 'phone-small'] as const)
      expect(showRendition(shown, view)).toBe(shown.html);
  });

  it('is one of nine permanent names', () => {
    expect(renditionNames).toHaveLength(9);
    expect(isRenditionName('word')).toBe(true);
    expect(isRenditionName('toString')).toBe(false);
    expect(isRenditionName(undefined)).toBe(false);
  });

  it('is not allowed to run, send or embed anything', () => {
    const policy = mailPolicy("'none'");
    expect(policy).toMatch(/^default-src 'none'; img-src 'none';/);
    expect(policy).toMatch(/; sandbox$/);
    expect(policy).not.toMatch(/script|allow-/);
  });
});

describe('the dark rendition', () => {
  const css = '@media screen and (prefers-color-scheme: dark){p{color:white}}:root{color-scheme:light dark}';

  it('makes every query for dark colours true, and the light one makes it false', () => {
    expect(showRendition(pageOf('', css), 'dark')).toContain(
      '@media screen and (min-width:0){p{color:white}}',
    );
    expect(showRendition(pageOf('', css), 'desktop', { colours: 'light' })).toContain('and (max-width:0){p');
    const light = '@media (prefers-color-scheme:light){p{color:red}}';
    expect(showRendition(pageOf('', light), 'dark')).toContain('@media (max-width:0)');
  });

  it('sets the canvas’s colours, also where a tag names them', () => {
    const dark = showRendition(pageOf('<p style="color-scheme: dark light">x</p>', css), 'dark');
    expect(dark).toContain(':root{color-scheme:dark}');
    expect(dark).toContain('style="color-scheme: dark"');
    const meta = pageOf('<meta name="color-scheme" content="light dark">');
    expect(showRendition(meta, 'dark')).toContain('content="dark"');
    const only = pageOf('<meta name="color-scheme" content="only light">');
    expect(showRendition(only, 'dark')).toBe(only.html);
  });

  it('does so in media attributes too', () => {
    expect(show('<source media="(prefers-color-scheme:dark)" srcset="d.png">', 'dark')).toBe(
      '<source media="(min-width:0)" srcset="d.png">',
    );
  });

  it('does not change an author’s text about it', () => {
    const text = '<p>Écrivez @media (prefers-color-scheme: dark) et color-scheme:light dark.</p>';
    expect(show(text, 'dark')).toBe(text);
  });
});

describe('the rendition without images', () => {
  it('shows alternative texts in boxes as large as the pictures', () => {
    expect(
      show('<img src="https://x.test/a.png" srcset="b.png 2x" alt="Ruche" width="40">', 'images-off'),
    ).toBe('<img src="" alt="Ruche" width="40">');
  });

  it('removes backgrounds too, from attributes, style sheets and elements beside VML, and keeps their colours', () => {
    expect(
      show('<td background="a.png" style="background:#fff url(\'a b.png\') no-repeat">x</td>', 'images-off'),
    ).toBe('<td style="background:#fff none no-repeat">x</td>');
    const css = 'td{background-image:url(https://x.test/a.png)}';
    expect(showRendition(pageOf('', css), 'images-off')).toContain('td{background-image:none}');
    expect(
      show('<picture><source srcset="a.webp"><img src="a.png" alt=""></picture>', 'images-off'),
    ).not.toContain('a.');
  });

  it('can be combined with dark colours', () => {
    const shown = pageOf('<img src="a.png" alt="Ruche">', '@media (prefers-color-scheme:dark){p{color:red}}');
    const html = showRendition(shown, 'images-off', { colours: 'dark' });
    expect(html).toContain('@media (min-width:0)');
    expect(html).not.toContain('a.png');
  });
});

describe('the rendition without <style>', () => {
  it('removes style sheets and nothing else', () => {
    const html = showRendition(
      pageOf(
        '<p style="color:red">x</p><link rel="stylesheet" href="a.css"><link rel="icon" href="i">',
        'p{margin:0}',
      ),
      'no-style',
    );
    expect(html).toBe(
      '<!doctype html><html><head></head><body><p style="color:red">x</p><link rel="icon" href="i"></body></html>',
    );
  });
});

describe('the plain text and the source', () => {
  it('are pages in which the mail’s markup is only text', () => {
    expect(showRendition(pageOf(''), 'text')).toContain('<html lang="fr" dir="ltr">');
    expect(showRendition(pageOf(''), 'text')).toContain('<pre>Bonjour &lt;b&gt; &amp; co</pre>');
    const source = showRendition(
      pageOf('<p title="&gt;">Un <script>alert(1)</script></p><!--[if mso]>&lt;<![endif]-->'),
      'source',
    );
    expect(source).not.toContain('<script');
    expect(source).not.toContain('<p ');
  });

  it('align an Arabic text right', () => {
    expect(showRendition({ ...pageOf(''), language: 'ar', direction: 'rtl' }, 'text')).toContain('dir="rtl"');
  });

  it('put each element on a line of its own', () => {
    const source = showRendition(pageOf('<div><p>a</p></div>'), 'source');
    expect(source.match(/<span>/g)?.length).toBeGreaterThanOrEqual(6);
    expect(source.replace(/<[^>]+>/g, '').replace(/^.*?(?=&lt;!doctype)/, '')).toContain('a&lt;/p&gt;');
  });
});
