import { describe, expect, it } from 'vitest';
import { markedMail } from '../../../cms/plugin/admin/src/model/marked-mail';
import { sequenceDifferences } from '../../../cms/plugin/admin/src/model/sequence-differences';

const mail = (body: string) => `<html><head><style>p{}</style></head><body>${body}</body></html>`;
const bodyOf = (html: string) => /<body>([\s\S]*)<\/body>/.exec(html)?.[1];

describe('what changed in a mail', () => {
  it('is marked word by word, in the tags of the mail as it is now', () => {
    const { html, added, removed } = markedMail(
      mail('<p>Le Conseil s’est réuni à Rabat.</p>'),
      mail('<h2>Le Conseil <b>s’est</b> réuni à Fès.</h2>'),
    );
    expect(bodyOf(html)).toBe(
      '<h2>Le Conseil <b><mark>s’est</mark></b> réuni à <del>Rabat</del> <ins>Fès</ins>.</h2>',
    );
    expect([added, removed]).toEqual([1, 1]);
    expect(html).toContain('ins{background');
  });

  it('keeps what a reader does not read, and puts what is gone where text may stand', () => {
    const gone = '<table><tr><td>Un</td></tr><tr><td>Deux trois</td></tr></table>';
    const { html } = markedMail(
      mail(gone),
      mail('<!--[if mso]>x y<![endif]--><table><tr><td>Un</td></tr></table>'),
    );
    expect(bodyOf(html)).toBe(
      '<!--[if mso]>x y<![endif]--><table><tr><td>Un <del>Deux trois</del></td></tr></table>',
    );
  });

  it('is nothing where two mails say the same, whatever their tags', () => {
    expect(markedMail(mail('<p>Un  deux</p>'), mail('<div>Un\ndeux</div>'))).toMatchObject({
      added: 0,
      removed: 0,
    });
  });

  it('is a picture, a chart or what describes it, a link’s address, and how words are set', () => {
    const img = (src: string, alt = 'Le siège') =>
      `<img src="https://x.test/${src}" alt="${alt}" width="262">`;
    const one = `<p>${img('a.png')} ${img('b.png')} ${img('c.png')} Lire <a href="https://old.test/?a=1&amp;b=2">la suite ici</a> et <b>fin</b>.</p>`;
    const two = `<p>${img('a.png')} ${img('d.png')} ${img('c.png', 'Le guichet')} Lire <a href="https://new.test/">la suite ici</a> et fin.</p>`;
    const marked = markedMail(mail(one), mail(two));
    expect(marked).toMatchObject({ added: 0, removed: 0, pictures: 3, links: 1, looks: 1 });
    const body = bodyOf(marked.html) ?? '';
    expect(body).toContain('<img data-new src="https://x.test/d.png"');
    expect(body).toContain(`<del>${img('b.png')}</del>`);
    expect(body).toMatch(
      /<img data-other src="https:\/\/x.test\/c.png"[^>]*> <del>Le siège<\/del> <ins>Le guichet<\/ins>/,
    );
    expect(body).toContain(
      '<mark>ici</mark></a> <del>https://old.test/?a=1&amp;b=2</del> <ins>https://new.test/</ins>',
    );
    expect(body).toContain('<mark>fin</mark>');
    expect(body).toContain(img('a.png'));
  });

  it('is a link that was taken from its words, or laid under them', () => {
    const [plain, linked] = [
      '<p>Lire la suite. Fin.</p>',
      '<p>Lire <a href="https://a.test/">la suite</a>. Fin.</p>',
    ];
    const gone = markedMail(mail(linked), mail(plain));
    expect([gone.links, bodyOf(gone.html)]).toEqual([
      1,
      '<p>Lire <mark>la</mark> <mark>suite</mark> <del>https://a.test/</del> . Fin.</p>',
    ]);
    const come = markedMail(mail(plain), mail(linked));
    expect([come.links, bodyOf(come.html)]).toEqual([
      1,
      '<p>Lire <a href="https://a.test/"><mark>la</mark> <mark>suite</mark></a> <ins>https://a.test/</ins> . Fin.</p>',
    ]);
    // Links within the mail count its articles.
    expect(markedMail(mail('<a href="#s1">Un</a>'), mail('<a href="#s2">Un</a>')).links).toBe(0);
  });

  it('is a colour that is gone, and one that has come', () => {
    const of = (colour: string) =>
      `<td bgcolor="#f4f8f6" style="border-top:4px solid ${colour};color:#1c2624">12</td>`;
    expect(markedMail(mail(of('#d8a100')), mail(of('#0B5A4A'))).colours).toEqual({
      gone: ['#d8a100'],
      come: ['#0b5a4a'],
    });
    expect(markedMail(mail(of('#d8a100')), mail(of('#d8a100'))).colours).toEqual({ gone: [], come: [] });
  });

  it('is found by the fewest changes, for any two sequences', () => {
    let seed = 7;
    const random = (most: number) => (seed = (seed * 48_271) % 2_147_483_647) % most;
    for (let round = 0; round < 300; round += 1) {
      const [one, two] = [0, 1].map(() => Array.from({ length: random(12) }, () => 'abc'[random(3)] ?? 'a'));
      if (one === undefined || two === undefined) continue;
      const { removed, added } = sequenceDifferences(one, two);
      const [left, right] = [one.filter((_, at) => !removed.has(at)), two.filter((_, at) => !added.has(at))];
      expect(left).toEqual(right);
      expect(left).toHaveLength(common(one, two));
    }
  });

  it('is told of two mails that have nothing in common, too long to tell apart', () => {
    const words = (letter: string) => Array.from({ length: 3_000 }, (_, index) => `${letter}${index}`);
    const { removed, added } = sequenceDifferences(words('a'), words('b'));
    expect([removed.size, added.size]).toEqual([3_000, 3_000]);
  });
});

/** Length of the longest common subsequence, by the table of both. */
function common(one: readonly string[], two: readonly string[]): number {
  const at = (row: number, column: number): number => {
    if (row === one.length || column === two.length) return 0;
    return one[row] === two[column]
      ? 1 + at(row + 1, column + 1)
      : Math.max(at(row + 1, column), at(row, column + 1));
  };
  return at(0, 0);
}
