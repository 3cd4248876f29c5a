/** Scripts for a page with a rendered mail. They run in the browser, whose types this project does not have. */

const tables = `[...document.querySelectorAll('.figures table')]`;

/** The words of the dashboards that stand on more than one line. */
export const brokenWords = brokenWordsIn('.figures :is(th,td)', /(?<=[ \n])/);

/**
 * A script that finds the words that stand on more than one line.
 *
 * @param lines selector of the elements that are read, each by itself
 * @param parted where a line of text may be broken; a row's label may be parted after a slash or a hyphen too
 */
export function brokenWordsIn(lines: string, parted: RegExp): string {
  return `(() => {
  const broken = [];
  for (const cell of document.querySelectorAll('${lines}')) {
    const text = [];
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (let offset = 0; offset < node.nodeValue.length; offset += 1) text.push({ node, offset });
    const whole = text.map(({ node, offset }) => node.nodeValue[offset]).join('');
    const parts = whole.split(cell.scope === 'row' ? /(?<=[/-])|(?<=\\s)/ : ${String(parted)});
    let at = 0;
    for (const part of parts) {
      const tops = new Set();
      for (let index = at; index < at + part.trimEnd().length; index += 1) {
        const range = document.createRange();
        range.setStart(text[index].node, text[index].offset);
        range.setEnd(text[index].node, text[index].offset + 1);
        for (const box of range.getClientRects()) if (box.width > 0) tops.add(Math.round(box.top));
      }
      at += part.length;
      if (tops.size > 1) broken.push(part.trim());
    }
  }
  return [...new Set(broken)];
})()`;
}

/** By how many pixels a table is wider than its place. */
export const tableOverflow = `Math.max(0, ...${tables}.map((table) => table.offsetWidth - table.parentElement.clientWidth))`;

/** The heads of the columns that are shown in the first table. */
export const headsShown = `[...document.querySelector('.figures table').querySelectorAll('thead th')].slice(1)
  .filter((head) => head.offsetWidth > 0).map((head) => head.innerText.replace(/\\u2060/g, ''))`;
