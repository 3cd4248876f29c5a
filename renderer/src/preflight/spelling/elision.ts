const elided = new Set('l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu'.split(' '));

/** What is elided before a French word, with its apostrophe, and the word: “l’” and “encours”. Pure. */
export function elision(word: string): { before: string; rest: string } {
  const [, letters = '', mark = '', after] = /^(\p{L}+)(['’])(.+)$/u.exec(word) ?? [];
  return after !== undefined && elided.has(letters.toLowerCase())
    ? { before: letters + mark, rest: after }
    : { before: '', rest: word };
}
